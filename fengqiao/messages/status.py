"""The words of the returns register."""

UNIT = "单位"
STATES = {"filed": "已报", "nil": "零报告", "late": "迟报", "returned": "退回待改", "missing": "未报", "not_due": "未到期", "exempt": "免报"}
PROBLEMS = "（{count} 处）"
NOTE = "{unit} {period} {ledger}：{note}"
SUMMARY = "合计：{counts}"
