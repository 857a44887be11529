"""What `fengqiao verify` says of each kind of fault: what is wrong, and what to do."""

WHOLE = "流水、原件、读取结果、已发布文件都完好"
FAULTS = "有 {count} 处不对"
WHAT = {
    "line_changed": "流水的这一行被改动过；从备份恢复 journal 文件夹",
    "line_missing": "流水缺了这一行；从备份恢复 journal 文件夹",
    "line_torn": "流水末尾有写了一半的一行；下次运行时自动去掉",
    "original_changed": "原件被改动过；从备份恢复 archive 文件夹",
    "original_missing": "原件不见了；从备份恢复 archive 文件夹",
    "reading_changed": "读取结果被改动过；下次运行时由原件重新读取",
    "reading_missing": "读取结果不见了；下次运行时由原件重新读取",
    "reading_unknown": "流水里没有这个文件，不计入任何数字；查明来历后移走",
    "published_changed": "已发布的文件被改动过；删去后执行 fengqiao run 重新发布",
    "published_missing": "已发布的文件不见了；执行 fengqiao run 重新发布",
    "figures_unfounded": "这张表由留存的文件重新算出来不一样；不要再用这个版本，查明谁改过",
    "not_compared": "有还没有发布的新情况，无法与重建的比较；先执行 fengqiao run，再核对",
    "pointer_broken": "current.duckdb 没有指向任何版本；执行 fengqiao publish latest",
}
