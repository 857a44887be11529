"""What is said when something cannot be done: what is wrong, where, and what to do."""

BAD_SETTING = "设置 {names} 的值不对：看 .env.example 里的说明，改环境变量或数据文件夹里的 settings.env。"
MADE = "还没有数据文件夹，已先建好：{home}"
CATALOG = "声明有错，先改好再运行：\n{faults}"
KEY_LOST = "找不到密钥 {file}：已入库的数据要用原来的密钥。把备份里的密钥放回原处。"
BROKEN_CHAIN = "流水被改动过，不能据此建库：{faults}\n执行 fengqiao verify 看是哪几行，从备份恢复 journal 文件夹。"
BUSY = "正忙：{who}（进程 {pid}，机器 {host}）从 {since} 起在运行。等它结束再试。"
BUSY_SOMEBODY = "正忙：另一个运行从 {since} 起占用着数据文件夹。等它结束再试。"
WHO = {"command": "另一个 fengqiao 命令", "inbox": "收件监视", "schedule": "定时运行", "page": "从页面启动的运行"}
INCIDENT = "系统故障，编号 {number}。详情在 {file}。请把编号告诉数据专员。"
NO_LOG = "故障记录写不下来：{why}"
