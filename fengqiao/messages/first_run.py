"""What the first walk through says."""

CITY = (
    "收件夹是空的，已编出一座小城放进去（{inbox}）：{files} 个文件，{first} 到 {last}，规模是包头的 {share:.0%}。\n"
    "人和事都是编的，里面有意留了差错；要全市、全年的，用 fengqiao demo。"
)
TITLE = "全市指标"
INDICATOR = "指标"
NO_RETURN = "—"
UNREADABLE = "另有读不出 {count}"
BLOCKED = "另有违规不计 {count}"
CARRIED = "含沿用上期 {count}"
NEXT = """“—”是没有报送，不是零。接下来可以：
  .venv/bin/fengqiao status --period 2023-05              看谁报了、谁没报、谁迟报
  .venv/bin/fengqiao indicator disputes_open --by child   把一个指标分到旗县区
  .venv/bin/fengqiao check 某个台账.xlsx --district 昆都仑区   先核对自己的文件，什么也不改
  看回执：{outbox}/昆都仑区/
  报自己的：放进 {inbox}/<单位>/，再执行 .venv/bin/fengqiao run
  加一个栏目、单位、指标：见 CONTRIBUTING.md"""
