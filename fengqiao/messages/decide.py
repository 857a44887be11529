"""What is said about decisions."""

JOURNALLED = "已记下，编号 {number}。下次 fengqiao run 起生效。"
NOT_WAITING = "没有编号为“{submission}”的更正在等待。"
NO_DISPUTE = "没有主键以“{key}”开头的纠纷。"
SEVERAL_DISPUTES = "主键以“{key}”开头的纠纷不止一件，多写几位。"
NO_COLUMN = "{ledger}没有“{column}”这一栏。"
COLUMN_OR_NOTHING = "要么用 --as 写明是哪一栏，要么用 --ignore 说明不用统计。"
NOT_UNKNOWN = "没有编号以“{submission}”开头、认不出台账的表。"
