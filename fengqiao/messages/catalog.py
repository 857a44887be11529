"""Headers of the lists of what is declared; JSON keeps the English names."""

HEADERS = {
    "ledger": "台账",
    "indicators": "指标",
    "column": "栏目",
    "domain_field": "通用名",
    "header": "表头",
    "aliases": "别名",
    "type": "类型",
    "unit": "单位",
    "codes": "代码表",
    "privacy": "保密类别",
    "clause": "依据",
    "code": "代码",
    "name": "名称",
    "short": "简称",
    "level": "级别",
    "kind": "种类",
    "parent": "上级",
    "office": "司法局",
    "folder": "收件夹",
    "reports": "报送",
    "pseudo": "非建制",
    "since": "起",
    "until": "止",
    "list": "代码表",
    "title": "名称",
    "rolls_up_to": "归入",
    "to_list": "换成",
    "to_code": "换成的代码",
    "to_title": "换成的名称",
    "loses": "丢失",
    "because": "丢失什么",
    "id": "编号",
    "definition": "定义",
    "ledgers": "台账",
    "field": "栏目",
    "severity": "轻重",
    "sentence": "错在哪里",
    "why": "为什么",
    "owner": "负责",
    "grain": "一行是",
    "filers": "谁报",
    "every": "多久",
    "due_days": "期后几天内",
}

NOTHING_UNKNOWN = "没有待认的栏名或表式。"
PROPOSED_COLUMN = "{file} · {sheet} · {cell}：“{header}”，{ledger}没有这一栏（{submission}）"
PROPOSED_LAYOUT = "{file} · {sheet}：认不出是哪种台账（{submission}）"
VALUES = "  填的是：{values}"
COLUMNS_OF_LAYOUT = "  表头是：{values}"
CANDIDATES = ("候选", "名称", "栏名相像", "读得通", "上一期的栏名")
NO_CANDIDATE = "  没有相像的，请看表认定"
NOT_FILED = "—"

CLAUSES = "要求做事的条款 {asking} 条，{measured} 条已有指标；指标 {indicators} 个，{unfounded} 个没有落到具体条款。"
UNMEASURED = "没有指标的条款"
UNFOUNDED = "没有落到具体条款的指标"
CLAUSE_HEADERS = ("条款", "原文", "台账", "完整性要求", "规则")
UNFOUNDED_HEADERS = ("编号", "名称", "依据")
