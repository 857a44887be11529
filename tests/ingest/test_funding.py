"""Budgets, contracts and payments: sums that nobody can mean, and money that went out twice."""

from collections.abc import Sequence
from datetime import date

from catalog.catalog import load
from ingest.cells import Value
from ingest.checked import CheckedTable
from ingest.checking import check
from ingest.identifying import Delivery
from tests.ingest.written_workbooks import workbook

CATALOG = load()
BUDGET_HEADERS = ("年度", "经费类别", "资金来源", "全年预算数（万元）", "执行数（万元）", "执行率")
PAYMENT_HEADERS = ("序号", "案卷号", "领款人", "身份证号", "补贴标准（元/件）", "发放金额", "发放日期")
FIRST, SECOND = "990655198501151848", "990576197510083711"


def one_table(title: str, name: str, rows: Sequence[Sequence[Value]]) -> CheckedTable:
    """The only table of a workbook of 昆都仑区 that came in June."""
    (table,) = check(workbook((title, rows)), Delivery(f"昆都仑区/{name}.xlsx", "150203", date(2023, 6, 5)), CATALOG).tables
    return table


def budget(*rows: tuple[Value, ...]) -> list[tuple[str, str | None]]:
    """What is said of these lines of a year's budget, and at which cell."""
    table = one_table("预算", "昆都仑区2023年人民调解经费预算情况表", [("昆都仑区2023年人民调解经费预算情况表",), BUDGET_HEADERS, *rows])
    return [(problem.code, problem.cell) for problem in table.problems]


def payments(*rows: tuple[str, str, str]) -> list[tuple[str, str | None]]:
    """What is said of subsidies paid for these cases to these mediators, and at which cell."""
    lines = [(number, *row, 200, 200, "2023-05-18") for number, row in enumerate(rows, start=1)]
    table = one_table("发放表", "昆都仑区2023年5月以案定补发放明细", [("昆都仑区2023年5月以案定补发放明细",), PAYMENT_HEADERS, *lines])
    return [(problem.code, problem.cell) for problem in table.problems]


def test_yuan_in_a_column_of_ten_thousands_must_be_explained() -> None:
    """135 000 万元 of 84 万元: the sum, its share, and that it is above the budget."""
    assert budget((2023, "人民调解员补贴经费", "旗县级", 84, 67.2, 80)) == []
    assert set(budget((2023, "人民调解员补贴经费", "旗县级", 84, 135000, 160714))) == {
        ("number_too_large", "E3"), ("part_above_whole", "E3"), ("number_too_large", "F3"),
    }  # fmt: skip


def test_a_case_that_is_paid_again_must_be_explained() -> None:
    """Also to another mediator: two may have shared the work, and only the office knows."""
    assert payments(("0150203202300001", "邹立兰", FIRST), ("0150203202300003", "吕家", SECOND)) == []
    assert payments(("0150203202300001", "邹立兰", FIRST), ("0150203202300001", "吕家", SECOND)) == [("case_paid_again", "B4")]


def test_a_number_under_two_names_must_be_explained() -> None:
    """Who was paid; it stands at the first of the two."""
    assert payments(("0150203202300001", "邹立兰", FIRST), ("0150203202300003", "吕家", FIRST)) == [("id_two_names", "D3")]
