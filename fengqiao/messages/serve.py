"""What `fengqiao serve` says."""

STARTING = "正在启动 Dagster 页面和收件监视，约半分钟……"
STANDS = "页面在 {address}（只有本机能打开）；收件夹有新文件会自动处理。按 Ctrl-C 停止。"
TAKEN = "端口 {port} 已被占用：关掉占用它的程序，或者换一个，如 fengqiao serve --port 3001。"
ENDED = "页面或收件监视自己停了，原因见 {log}。"
STOPPED = "已停止。"
