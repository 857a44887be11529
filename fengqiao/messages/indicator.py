"""The words around an indicator."""

RATIO = "比率"  # the unit of a share, as catalog/indicators declares it
HEADERS = ("单位", "期", "数值", "分子", "分母", "读不出", "其中沿用上期", "报送")
COVERAGE = "{received}/{expected}"
NO_DATA = "—"
ABOUT = "定义：{definition}\n依据：{clause}\n“报送”是应报的已报几份；“—”是还没有数据，不是零。"
