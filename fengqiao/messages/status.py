"""The words of the returns register."""

UNIT = "单位"
STATES = {"filed": "已报", "nil": "零报告", "late": "迟报", "returned": "退回待改", "missing": "未报", "not_due": "未到期", "exempt": "免报"}
PROBLEMS = "（{count} 处）"
NOTE = "{unit} {period} {ledger}：{note}"
NOTES = {
    r"^replaced, (\d+) of (\d+) kept, (\d+) new": r"已替换先前的，\2 条中保留 \1 条，新增 \3 条",
    r"^replaced, (\d+) of (\d+) kept \((\d+) changed\), (\d+) new": r"已替换先前的，\2 条中保留 \1 条（改了 \3 条），新增 \4 条",
    r"^waits, (\d+) of (\d+) kept \((\d+) changed\), (\d+) new": r"更正在等待认定，\2 条中保留 \1 条（改了 \3 条），新增 \4 条",
    r"^waits, (\d+) of (\d+) kept, (\d+) new": r"更正在等待认定，\2 条中保留 \1 条，新增 \3 条",
    r", (\d+) lost$": r"，缺少 \1 条",
    r"^added, (\d+) of (\d+) there already, (\d+) new$": r"补充，\2 条中 \1 条已有，新增 \3 条",
    r"^added, (\d+) of (\d+) there already \((\d+) changed\), (\d+) new$": r"补充，\2 条中 \1 条已有（改了 \3 条），新增 \4 条",
    r"^added$": "补充",
    r"^waits, its records cannot be told from the live ones$": "更正在等待认定，分不清与先前的是不是同一批",
    r"^withheld, a reading of it is damaged$": "读取结果受损，暂不计入",
}
SUMMARY = "合计：{counts}"
EXPLAINED = "{unit} {period} {ledger} {place} {wrong}：“{text}”（{by}，{day}；{holds}）"
HOLDS = {True: "有效", False: "已失效，内容已改或已改正", None: "下次运行后可知是否有效"}
