"""The words of a trace."""

SOURCE = "{district} {received:%Y-%m-%d %H:%M} 报送，{file}，工作表“{sheet}”第 {row} 行"
HEADERS = ("格", "表头", "填的是", "栏目", "读作")
NO_ORIGIN = "“{table}”没有逐行的来源：没有这个表，或者它的行是合计出来的。"
NO_ROW = "{table} 里没有“{key}”。"
