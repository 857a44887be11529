"""What is said about published figures."""

NOTHING = "还没有发布过数据：先执行 fengqiao run。"
