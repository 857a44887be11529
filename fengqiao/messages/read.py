"""The words of reading a file."""

REFUSED = "打不开：{why}（{remedy}）"
SHEET = "工作表“{sheet}”{hidden}：{role}"
HIDDEN = "（隐藏）"
ROLES = {
    "table": "表格",
    "template": "空表",
    "crosstab": "交叉表",
    "instructions": "填表说明",
    "code_list": "代码表",
    "stacked": "上下几张表",
    "empty": "空",
    "other": "其他",
}
TABLE = "表头第 {headers} 行，正文第 {first}–{last} 行，{records} 条"
ROW = "行"
