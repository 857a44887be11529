"""What `fengqiao render` says."""

FRESH = "生成的文件都与声明一致"
STALE = "有 {count} 个文件与声明不一致，执行 fengqiao render 重新生成：\n  {files}"
RENDERED = "重新生成了 {count} 个文件：\n  {files}"
