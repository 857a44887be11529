"""Judging a table: what is contradicted is said, what cannot be told sends it back, what is wrong in one cell does not."""

from datetime import date

import pytest

from ingest.cells import Value
from ingest.identifying import Delivery
from ingest.judging import judge
from ingest.table import FoundTable
from tests.ingest.filed_tables import CATALOG, DISPUTE_TITLE, KUN_APRIL, filed

HEADERS = ("街道", "矛盾纠纷简要情况", "责任单位", "责任人", "销号情况", "排查时间")
ANONYMOUS = Delivery("新建工作表.xlsx")


def rows(count: int, *, without_person: int = 0, day: Value = "4月7日") -> list[tuple[Value, ...]]:
    """Disputes of 昆北街道, some of them without a responsible person."""
    return [("昆北街道", f"第{number}件。", "昆北街道司法所", "邹立兰" if number >= without_person else None, "办理中", day) for number in range(count)]


def test_a_sound_table_is_accepted() -> None:
    """With unit, period and district, and all that the layout lacks."""
    checked = filed(HEADERS, *rows(5)).judged()
    assert (checked.ledger, checked.unit_code, checked.district, str(checked.period)) == ("dispute", "150203", "150203", "2023-04")
    assert (checked.verdict, checked.problems) == ("accepted", ())
    assert {"amount_fen", "plan"} <= set(checked.absent_fields)
    assert checked.cell(4, "state_code") == "E4"
    assert checked.cell(4, "plan") is None


def test_a_table_of_an_undeclared_ledger_is_none_of_ours() -> None:
    """It is not judged by another's columns."""
    made = filed(["物品名称", "保管人", "数量"], ["投影仪", "甲", "2"], title="固定资产", name="资产")
    assert judge(FoundTable(made.sheet, made.table), 1, Delivery("资产.xlsx"), CATALOG) is None


@pytest.mark.parametrize(
    ("title", "delivery", "code", "cell", "message"),
    [
        ("昆都仑区2023年3月矛盾纠纷台账", KUN_APRIL, "title_period_conflict", "A1", "标题写的是2023年3月，而表内日期和文件名是2023年4月；已按2023年4月采用"),
        ("青山区2023年4月矛盾纠纷台账", KUN_APRIL, "title_unit_conflict", "A1", "标题写的是青山区，而表内内容是昆都仑区；已按昆都仑区采用"),
        (DISPUTE_TITLE, Delivery("青山区4月.xlsx", "150203"), "name_conflict", None, "文件名或工作表名写的是青山区，而表内是昆都仑区；已按昆都仑区采用"),
        (DISPUTE_TITLE, Delivery("昆区5月.xlsx", "150203"), "name_conflict", None, "文件名或工作表名写的是2023年5月，而表内是2023年4月；已按2023年4月采用"),
        (DISPUTE_TITLE, Delivery("昆区4月.xlsx", "150204"), "folder_unit_conflict", None, "文件放在青山区的文件夹里，表里写的是昆都仑区；已按昆都仑区采用"),
    ],
    ids=["title: period", "title: unit", "file name: unit", "file name: period", "folder: unit"],
)
def test_a_contradiction_is_said_and_the_return_accepted(title: str, delivery: Delivery, code: str, cell: str | None, message: str) -> None:
    """Rows outrank the title, the title the file name, the file name the folder."""
    checked = filed(HEADERS, *rows(5), title=title).judged(delivery)
    assert [(problem.code, problem.cell, problem.message) for problem in checked.problems] == [(code, cell, message)]
    assert (checked.verdict, checked.unit_code, str(checked.period)) == ("accepted_with_problems", "150203", "2023-04")


def test_a_return_in_anothers_folder_was_filed_by_that_other() -> None:
    """Whose return it is and who filed it are two things."""
    checked = filed(HEADERS, *rows(5)).judged(Delivery("昆区4月.xlsx", "150204"))
    assert (checked.unit_code, checked.district) == ("150203", "150204")


def test_a_table_whose_unit_cannot_be_told_goes_back() -> None:
    """No word, no folder, too few rows."""
    checked = filed(HEADERS, *rows(2), title="2023年4月矛盾纠纷台账", info="").judged(ANONYMOUS)
    assert ([problem.code for problem in checked.problems], checked.verdict) == (["unit_unknown"], "returned")


def test_a_table_whose_period_cannot_be_told_goes_back() -> None:
    """Its days lie in no one month."""
    checked = filed(HEADERS, *rows(2, day=date(2023, 4, 7)), title="昆都仑区矛盾纠纷台账", info="", name="Sheet1").judged(ANONYMOUS)
    assert ([problem.code for problem in checked.problems], checked.verdict) == (["period_unknown"], "returned")


def test_a_table_without_a_column_it_needs_goes_back() -> None:
    """A dispute ledger without the facts; without them there is no key either."""
    checked = filed(["街道", "责任单位", "销号情况"], ["昆北街道", "昆北街道司法所", "办理中"]).judged()
    assert [(problem.code, problem.field) for problem in checked.problems] == [("column_missing", "brief"), ("key_missing", None)]
    assert checked.verdict == "returned"


@pytest.mark.parametrize(("blocked", "verdict"), [(2, "accepted_with_problems"), (3, "returned")])
def test_a_table_goes_back_when_more_than_a_fifth_of_its_records_are_blocked(blocked: int, verdict: str) -> None:
    """Two of ten are exactly a fifth."""
    checked = filed(HEADERS, *rows(10, without_person=blocked)).judged()
    assert (checked.blocked, checked.verdict) == (blocked, verdict)
    assert ("too_many_blocked" in {problem.code for problem in checked.problems}) == (verdict == "returned")


def test_a_row_whose_fields_are_shifted_does_not_count_and_says_one_thing() -> None:
    """Whatever else its cells say, they say it in the wrong columns; the rows around it count."""
    shifted = ("昆北街道", "甲反映水费不公", "要求公开。", "昆北街道司法所", "邹立兰", "办理中")
    checked = filed(HEADERS, *rows(6), shifted, shifted={10: 7}).judged()
    (problem,) = checked.problems
    assert (problem.code, problem.severity, problem.cell) == ("row_shifted", "block", "A10")
    assert problem.message == "这一行有7栏，表头只有6栏，有的内容串到了别的栏里，这一行不计"
    assert [record.is_blocked for record in checked.records] == [False] * 6 + [True]
    assert set(checked.records[-1].values.values()) == {None}


def test_problems_stand_from_top_to_bottom_and_from_left_to_right() -> None:
    """Those of the whole table first."""
    filler = rows(12)
    wrong = [("昆背街道", "甲。", "昆北街道司法所", None, "√", "4月上旬"), ("昆北街道", "乙。", "昆北街道司法所", None, "办理中", "4月31日")]
    checked = filed(HEADERS, *filler, *wrong).judged(Delivery("青山区4月.xlsx", "150203"))
    assert [problem.cell for problem in checked.problems] == [None, "A16", "D16", "E16", "F16", "D17", "F17"]
