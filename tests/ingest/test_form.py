"""Forms of labels and figures are read long: every figure once, at its own cell, under the labels around it."""

from collections.abc import Sequence
from datetime import date

from catalog.catalog import load
from ingest.cells import Value
from ingest.checked import CheckedTable
from ingest.checking import check
from ingest.identifying import Delivery
from tests.ingest.written_workbooks import workbook

CATALOG = load()
HEADS = ("项目", "类别", "指标", "旗县区", "苏木乡镇（街道）", "嘎查村（社区）", "小计", "年度累计")
FORM: list[Sequence[Value]] = [
    ("矛盾纠纷排查情况表",),
    ("填报单位：土默特右旗司法局   填报月份：2023年5月",),
    HEADS,
    ("总况", "", "排查数", 0, 6, 20, 26, 78),
    ("", "", "调处数", 0, 4, 17, 21, 63),
    ("", "", "调处率", "——", "66.7%", "85.0%", "80.8%", "——"),
    ("矛盾纠纷类型", "医患", "排查数", 0, 1, 2, 3, 9),
    ("", "", "调处数", 0, 0, 0, 0, 0),
    ("重大矛盾纠纷", "", "排查数", 0, 0, 1, 1, 3),
    ("", "", "调处数", 0, 0, 1, 1, 3),
    ("备注：旗县区于次月5日前报市。",),
]
PAIRS: list[Sequence[Value]] = [
    ("“矛盾纠纷排查化解”专项行动月报表",),
    ("填报单位：土默特右旗司法局   填报月份：2023年5月",),
    ("安全隐患", "排查数", 27, "消除数", 31),
    ("基层基础", "排查数", 9, "解决数", ""),
    ("注：以上各栏均为累计数。",),
]


def read(rows: Sequence[Sequence[Value]]) -> CheckedTable:
    """The only table of a workbook with one form."""
    content = workbook(("报表", rows))
    (table,) = check(content, Delivery("土默特右旗/报表.xlsx", "150221", date(2023, 6, 5)), CATALOG).tables
    return table


def stated(table: CheckedTable) -> dict[tuple[int, int | None], list[object]]:
    """What each record states, by its cell."""
    return {(record.row, record.column): list(record.values.values()) for record in table.records}


def test_each_figure_is_a_record_under_its_labels() -> None:
    """A label holds until the next one; an outermost label that is a word for totals is none here."""
    table = read(FORM)
    found = stated(table)
    assert (table.ledger, len(found)) == ("screening_totals", 7 * 5)
    assert found[4, 5] == ["总况", None, "排查数", "苏木乡镇（街道）", "6", 6.0]
    assert found[6, 4] == ["总况", None, "调处率", "旗县区", "——", None]
    assert found[6, 5] == ["总况", None, "调处率", "苏木乡镇（街道）", "66.7%", 66.7]
    assert found[7, 6] == ["矛盾纠纷类型", "医患", "排查数", "嘎查村（社区）", "2", 2.0]


def test_a_form_without_heads_pairs_each_label_with_the_figure_beside_it() -> None:
    """A label with nothing beside it is a figure that was not filed."""
    table = read(PAIRS)
    assert (table.ledger, table.kind, table.basis) == ("campaign_totals", "cumulative", "cumulative")
    assert stated(table) == {
        (3, 3): ["安全隐患", None, "排查数", "累计", "27", 27.0],
        (3, 5): ["安全隐患", None, "消除数", "累计", "31", 31.0],
        (4, 3): ["基层基础", None, "排查数", "累计", "9", 9.0],
        (4, 5): ["基层基础", None, "解决数", "累计", None, None],
    }


def test_a_broken_balance_stands_at_the_cell_of_the_form() -> None:
    """More dangers removed than found; a sub-total that is none."""
    (removed,) = read(PAIRS).problems
    assert (removed.code, removed.row, removed.cell, removed.see_also) == ("part_above_whole", 3, "E3", ("C3",))
    wrong = [*FORM[:3], ("总况", "", "排查数", 0, 6, 20, 30, 78), *FORM[4:]]
    (total,) = read(wrong).problems
    assert (total.code, total.cell, total.value) == ("balance_broken", "G4", "30")


def test_rates_and_what_was_not_filed_are_never_added_up() -> None:
    """66.7 and 85.0 per cent are not 151.7; a blank is no zero."""
    blank = [*FORM[:3], ("总况", "", "排查数", "", 6, 20, 30, 78), *FORM[4:]]
    assert read(blank).problems == ()
    assert read(FORM).problems == ()
