"""The words of a check."""

UNKNOWN = "认不出"
REFUSED = "不能收：{why}（{remedy}）"
FILE = "{ledger}，{unit}，{period}，{kind}，{records} 条"
KINDS = {"return": "报送", "nil": "零报告", "correction": "更正", "cumulative": "累计", "unidentified": "不是台账"}
DUPLICATE = "与先前收到的同一份，不再计"
DECISIONS = {"accepted": "可以接收", "accepted_with_problems": "可以接收，有问题要看", "returned": "会退回"}
SEVERITIES = {"block": "阻断", "explain": "须说明", "hint": "提示"}
HEADERS = ("轻重", "工作表", "格", "问题", "应为", "怎么改")
MARKED = "标注好的表在 {file}。"
LISTED = "这个文件不能直接标注（{why}），问题清单在 {file}。"
NOT_MARKED = "文件读不了，没有可以标注的。"
ONE_TO_MARK = "--marked 一次只标注一个文件。"
MARKS_ITSELF = "--marked 要写到另一个文件，不能盖掉原件。"
