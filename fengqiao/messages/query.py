"""What `fengqiao query` says."""

NO_SQL = "缺少参数 SQL。"
REFUSED = "查询没有执行：{why}"
