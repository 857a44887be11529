"""What `fengqiao extract` says."""

NOT_ITS_PERIOD = "“{title}”按月出，期次写成 2023-05。"
NO_FIGURES = "{unit}{period}没有可以上报的数据，最近有数据的一期是{newest}。"
NO_FIGURES_AT_ALL = "还没有哪一个月有可以上报的数据。"
NOT_THEN = "现在看到的这一版发布时，还没有按现在的声明生成“{title}”：先执行 fengqiao run。"
WRITTEN = "已写好：{file}\n清单：{manifest}\n数据版本 {version}，截至 {as_of}"
HEADERS = ("指标", "应报", "已报", "未报单位")
INCOMPLETE = "没有报齐的指标"
COMPLETE = "各指标都已报齐。"
BETWEEN = "、"
