"""The words around an indicator."""

HEADERS = ("单位", "期", "数值", "分子", "分母", "读不出", "违规不计", "其中沿用上期", "报送")
COVERAGE = "{received}/{expected}"
NOTHING_OWED = "不定期，收到{received}份"
MISSED = "（距目标{ratio}还差{count}）"
NO_DATA = "—"
ABOUT = "定义：{definition}\n依据：{clause}\n“报送”是应报的已报几份；“—”是还没有数据，不是零。"
