"""What is said about decisions."""

JOURNALLED = "已记下，编号 {number}。下次 fengqiao run 起生效。"
NOT_WAITING = "没有编号为“{submission}”的更正在等待。"
NO_DISPUTE = "没有主键以“{key}”开头的纠纷。"
SEVERAL_DISPUTES = "主键以“{key}”开头的纠纷不止一件，多写几位。"
