"""Checking files: the whole way from bytes to a decision, on small workbooks made here."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from catalog.catalog import load
from ingest.cells import Value
from ingest.check_json import check_answer
from ingest.checked import CheckedFile
from ingest.checking import check, check_all, district_of
from ingest.identifying import Delivery
from tests.ingest.written_workbooks import workbook

CATALOG = load()
GOLDEN = Path(__file__).parent / "golden" / "small_dispute.json"
HEADERS = ("序号", "苏木乡镇（街道）", "排查时间", "矛盾纠纷类型", "矛盾纠纷简要情况", "涉及金额（万元）", "责任单位", "责任人", "化解时限", "销号情况")
ROWS: tuple[tuple[Value, ...], ...] = (
    (1, "昆北街道", date(2023, 4, 3), "邻里纠纷", "甲与乙因院墙滴水争吵。", 0.15, "昆北街道司法所", "邹立兰", date(2023, 5, 3), "销号"),
    (2, "昆工路", "4月7日", "讨薪", "丙等人反映丁公司拖欠工资。 ", "12万3千元", "昆工路街道司法所", "胡建", "2023.5.7", "办理中"),
    (3, "卜尔汉图镇", "2023.4.31", "合同纠纷", "戊向己借款未还。", "若干", "卜尔汉图镇司法所", "曾正旺", "尽快", "已销号"),
    (4, "少先路街道", 45037, "物业纠纷", "庚拒缴物业费。", None, "少先路街道司法所", "姜桂成", "/", "调处中"),
    (5, "昆北街道", date(2023, 4, 25), "物业", "辛要求修理管道。", 3, "昆北街道司法所", "孟秀峰", "二〇二三年五月二十五日", "阶段性办结"),
    (6, "昆北街道办事处", date(2023, 4, 26), "消费", "壬要求退卡。", 1, "昆北街道司法所", "孟秀峰", date(2023, 5, 26), "办理中"),
)
TOTAL = ("合计", None, None, None, None, 16.5)


def disputes(title: str = "昆都仑区2023年4月矛盾纠纷台账", rows: Sequence[Sequence[Value]] = ROWS) -> list[Sequence[Value]]:
    """The rows of a sheet with a dispute ledger on it."""
    info = "填报单位：昆都仑区司法局（盖章）          填报月份：4月份          填报人：杜小满"
    return [(title,), (info,), HEADERS, *rows]


def checked(content: bytes, path: str = "昆都仑区/昆区4月.xlsx") -> CheckedFile:
    """What is said of a file in the folder of 昆都仑区."""
    return check(content, Delivery(path, "150203", date(2023, 5, 5)), CATALOG)


def test_a_small_workbook_is_answered_as_the_golden_file_says() -> None:
    """Every record, problem and change of six disputes and their total, to be read with the eye."""
    answer = check_answer(checked(workbook(("4月台账", [*disputes(), TOTAL]))), CATALOG)
    golden = json.loads(GOLDEN.read_text(encoding="utf-8"))
    assert answer.model_dump(mode="json", exclude={"sha256"}) == golden


def test_a_workbook_of_an_unknown_ledger_is_said_to_be_unknown() -> None:
    """Not refused, not taken for ours; it waits until its ledger is declared."""
    rows = [("昆都仑区固定资产",), ("序号", "物品名称", "规格", "保管人", "购置年度"), *[(n, "投影仪", "台式", f"甲{n}", 2023) for n in range(5)]]
    found = checked(workbook(("资产", rows)))
    assert (found.kind, found.decision, found.tables) == ("unidentified", "returned", ())
    assert [(problem.code, problem.cell) for problem in found.problems] == [("ledger_unknown", "A2")]


def test_an_unknown_table_beside_ours_is_a_hint() -> None:
    """It sends nothing back."""
    aside: list[Sequence[Value]] = [("批示人", "职务", "批示内容", "批示时限"), *[(f"甲{n}", "局长", "抓紧办理", date(2023, 5, n + 1)) for n in range(4)]]
    found = checked(workbook(("4月台账", disputes()), ("领导批示", aside)))
    assert [(problem.code, problem.severity, problem.sheet) for problem in found.problems] == [("ledger_unknown", "hint", "领导批示")]
    assert [table.ledger for table in found.tables] == ["dispute"]


def test_a_blank_sheet_for_the_month_to_come_says_nothing() -> None:
    """Beside a filled one; alone it would go back."""
    both = checked(workbook(("4月台账", disputes()), ("5月台账", disputes("昆都仑区2023年5月矛盾纠纷台账", ()))))
    alone = checked(workbook(("5月台账", disputes("昆都仑区2023年5月矛盾纠纷台账", ()))))
    assert [str(table.period) for table in both.tables] == ["2023-04"]
    assert [table.verdict for table in alone.tables] == ["returned"]


def test_a_table_on_a_hidden_sheet_is_said_and_not_counted() -> None:
    """Last month's sheet, hidden and forgotten; where nothing else can be seen, it is the return."""
    old, new = disputes("昆都仑区2023年3月矛盾纠纷台账"), disputes()
    both = checked(workbook(("3月台账", old), ("4月台账", new), hidden="3月台账"))
    assert [table.sheet for table in both.tables] == ["4月台账"]
    assert [(problem.code, problem.sheet) for problem in both.problems] == [("hidden_sheet", "3月台账")]
    only = checked(workbook(("说明", [("见隐藏表",)]), ("4月台账", new), hidden="4月台账"))
    assert ([table.sheet for table in only.tables], only.problems) == (["4月台账"], ())


def test_a_sheet_of_sentences_is_a_nil_return() -> None:
    """Title, unit and month, and that there is nothing."""
    lines = [("矛盾纠纷台账",), ("填报单位：昆都仑区司法局    填报月份：2023年4月",), ("本月我区经全面排查，未发现矛盾纠纷，实行零报告。",)]
    found = checked(workbook(("Sheet1", lines)))
    assert [(table.ledger, table.kind, table.verdict, str(table.period)) for table in found.tables] == [("dispute", "nil", "accepted", "2023-04")]


def test_instructions_about_nil_returns_are_none() -> None:
    """They say what to write when there is nothing."""
    found = checked(workbook(("填表说明", [("没有发生的，写零报告。",)]), ("4月台账", disputes(rows=()))))
    assert [(table.kind, table.verdict) for table in found.tables] == [("return", "returned")]


def test_what_is_no_workbook_is_refused() -> None:
    """With the code of a reason; nothing is decided."""
    found = checked(b"%PDF-1.7", "昆都仑区/表彰决定.xlsx")
    assert (found.kind, found.decision, found.refusal and found.refusal.code) == ("unidentified", None, "unsupported")
    answer = check_answer(found, CATALOG)
    assert answer.refusal is not None
    assert not answer.opened
    assert answer.refusal.remedy


def test_the_same_bytes_again_are_a_duplicate() -> None:
    """While they are what the return rests on: A, B, A is three deliveries."""
    first, other = workbook(("4月台账", disputes())), workbook(("4月台账", disputes(rows=ROWS[:5])))
    files = [(Delivery(f"昆都仑区/{number}.xlsx", "150203"), content) for number, content in enumerate((first, first, other, first))]
    assert [found.kind for found in check_all(files, CATALOG)] == ["return", "duplicate", "return", "return"]


def test_the_folder_of_a_path_is_the_district_that_filed() -> None:
    """By any of its names, at any depth; a path outside the inbox has none."""
    assert district_of("inbox/昆都仑区/4月/昆区.xlsx", CATALOG.units) == "150203"
    assert district_of("市本级/市局.xlsx", CATALOG.units) == "150200-BJ"
    assert district_of("昆区.xlsx", CATALOG.units) is None
