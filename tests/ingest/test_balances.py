"""Balances between the counts of a row, and a table that takes its period from the workbook."""

from datetime import date

from catalog.catalog import load
from catalog.ledger import Ledger
from ingest.checked import CheckedTable
from ingest.checking import check
from ingest.identifying import Delivery
from ingest.naming import name_columns
from ingest.table import Header
from tests.ingest.written_workbooks import workbook

CATALOG = load()
TITLE = ("昆都仑区政府各部门行政调解案件季度统计表（2023年二季度）",)
HEADERS = ("部门", "类别", "案件数量", "依职权主动调解", "依申请调解")
CENTRES = [("序号", "中心名称", "建成时间", "面积（㎡）", "受理数", "化解数"), *[(n, f"{n}号中心", date(2022, 3, n), 80, 12, 10) for n in range(1, 4)]]
PURCHASES = [
    ("政府购买人民调解服务情况表（2023年5月）",),
    ("序号", "购买主体", "承接主体", "购买内容", "合同金额（万元）"),
    *[(n, "达茂旗司法局", f"{n}号调解服务中心", "派驻法院", 3) for n in range(1, 4)],
]


def totals(*rows: tuple[object, ...]) -> CheckedTable:
    """A quarter's administrative mediation, with these departments."""
    content = workbook(("二季度", [TITLE, HEADERS, *rows]))  # type: ignore[list-item]
    (table,) = check(content, Delivery("昆都仑区/季报.xlsx", "150203", date(2023, 7, 5)), CATALOG).tables
    return table


def test_parts_that_do_not_add_up_are_said_at_the_total() -> None:
    """Begun by the department or on application: there is no third way."""
    (problem,) = totals(("公安分局", "损害赔偿纠纷", 46, 16, 30), ("人社局", "其他劳动争议纠纷", 38, 3, 36)).problems
    assert (problem.code, problem.cell, problem.value, problem.severity) == ("balance_broken", "C4", "38", "explain")
    assert "39" in problem.message


def test_a_part_that_was_not_filed_asks_nothing() -> None:
    """A blank is no zero."""
    assert totals(("公安分局", "损害赔偿纠纷", 46, 16, None)).problems == ()


def test_a_part_above_its_whole_is_said_at_the_part() -> None:
    """More resolved than taken in."""
    rows = [*CENTRES[:3], (3, "丙中心", date(2022, 3, 3), 80, 12, 13)]
    file = check(workbook(("一站式中心2023年5月", rows)), Delivery("达茂旗/一站式中心建设情况2023年5月.xlsx", "150223", date(2023, 6, 5)), CATALOG)
    assert [(problem.code, problem.cell) for problem in file.every_problem] == [("part_above_whole", "F4")]


def test_a_table_that_tells_no_period_is_of_that_of_the_others_and_says_so() -> None:
    """A list of centres beside the purchases of May; by itself it would go back."""
    alone = check(workbook(("一站式中心", CENTRES)), Delivery("达茂旗/建设情况.xlsx", "150223", date(2023, 6, 5)), CATALOG)
    assert [table.verdict for table in alone.tables] == ["returned"]

    both = check(workbook(("政府购买服务", PURCHASES), ("一站式中心", CENTRES)), Delivery("达茂旗/建设情况.xlsx", "150223", date(2023, 6, 5)), CATALOG)
    assert [(table.ledger, str(table.period)) for table in both.tables] == [("service_purchase", "2023-05"), ("one_stop_centre", "2023-05")]
    assert [(problem.code, problem.sheet) for problem in both.every_problem] == [("period_by_workbook", "一站式中心")]


def test_a_header_that_two_columns_claim_undecided_means_neither() -> None:
    """It is kept and said; nobody guesses."""
    declared = CATALOG.ledgers["dispute"]
    undecided = Ledger.model_validate({name: getattr(declared, name) for name in Ledger.model_fields} | {"preferred": ()})
    for ledger, fields in ((declared, ("closed_on",)), (undecided, ())):
        (column,) = name_columns((Header(1, "销号时间"),), ledger, CATALOG.wording.units_of_measure).columns
        assert column.fields == fields
