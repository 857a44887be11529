"""What `fengqiao run` says."""

STEPS = {
    "receive": "收件",
    "read": "读取",
    "land": "入库、回执",
    "submissions": "收件、读取、回执",
    "facts": "建库：事实与完整性",
    "check_result": "检查：底数清、情况明",
    "results": "建库：检查结果与指标",
    "published": "核对并发布",
    "extract": "上报表",
    "answers": "答复各单位：标注表、回执",
    "dagster": "调度",
}
NOTHING_NEW = "没有新情况，什么也没做"
WOULD_MAKE = "还没有数据文件夹，会先建好：{home}"
WOULD_RECEIVE = "会收 {count} 件："
WOULD_BUILD = "会重新建库并发布，变了的是：{changed}"
NO_KEYS = "没有（只欠回执）"
KEYS = {"readings": "报送", "decisions": "决定", "catalog": "声明", "code": "程序", "obligations": "到期日"}
RECEIVED = "收到 {count} 件"
DECISIONS = {
    "accepted": "已接收",
    "accepted_with_problems": "已接收，有问题",
    "returned": "退回待改",
    "refused": "打不开或不能收",
    "unidentified": "认不出是什么台账",
}
DUPLICATE = "与先前收到的同一份，不再计"
PROBLEMS = "，{count} 处要看"
DAMAGED = "{file} 被改动过，已由原件重新读取"
PLANTED = "{file} 不是经收件来的，不计入任何数字"
CHECKS = "检查：达标 {pass}，未达标 {fail}，没有数据 {no_data}，没有检查 {did_not_run}"
WITHHELD = "没有发布的：{reason}"
PUBLISHED = "已发布 {version}"
AS_OF = "按 {as_of:%Y-%m-%d} 的情况重算，存为 {version}；大家看到的不变"
SECONDS = "用时（秒）：{seconds}"
STOPPED = "已停止，没有发布；下次运行接着做"
NOT_PUBLISHED = "没有发布，大家看到的不变。核对发现：\n  {findings}"
