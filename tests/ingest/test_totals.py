"""Control totals: the sheet's own sums against its rows."""

from dataclasses import replace

from ingest.cells import Value
from ingest.checked import Problem
from ingest.table import ControlTotal
from tests.ingest.filed_tables import Filed, filed

HEADERS = ("矛盾纠纷简要情况", "责任单位", "销号情况", "涉及人数", "涉及金额（万元）")


def disputes(*amounts: Value, people: str, money: str) -> Filed:
    """A row for each amount, in ten thousands of yuan, two people in each, and what the sheet says they add up to."""
    rows = [[f"第{number}件。", "昆北街道司法所", "办理中", 2, amount] for number, amount in enumerate(amounts)]
    return filed(HEADERS, *rows, totals={"涉及人数": people, "涉及金额（万元）": money})


def mismatches(table: Filed) -> list[Problem]:
    """The totals that do not fit."""
    return [problem for problem in table.judged().problems if problem.code == "total_mismatch"]


def test_totals_that_fit_say_nothing() -> None:
    """Also with money in ten thousands of yuan."""
    assert mismatches(disputes(0.5, 1.25, people="4", money="1.75")) == []


def test_a_total_that_differs_is_said_with_both_sums() -> None:
    """In the unit of the column, at the total's cell, beside the rows it should add up."""
    (problem,) = mismatches(disputes(0.5, 1.25, people="4", money="2"))
    assert (problem.cell, problem.see_also) == ("E6", ("E4", "E5"))
    assert problem.message == "“涉及金额（万元）”的合计写的是2，各行相加是1.75"


def test_a_total_over_a_cell_that_does_not_read_points_at_it() -> None:
    """The cell is the first place to look."""
    (problem,) = mismatches(disputes(0.5, "若干", people="4", money="1.75"))
    assert problem.see_also == ("E5",)


def test_a_total_without_a_stored_result_or_in_words_says_nothing() -> None:
    """There is nothing to compare."""
    table = disputes(0.5, people="——", money="0.5")
    without_result = replace(table.table, control_totals=(*table.table.control_totals, ControlTotal(5, 5, None)))
    assert mismatches(Filed(table.sheet, without_result)) == []


def test_a_sub_total_adds_up_the_rows_since_the_one_above() -> None:
    """Two sub-totals and a total over three rows."""
    table = disputes(1, 2, 4, people="6", money="7")
    sub_totals = (ControlTotal(6, 5, "3"), ControlTotal(8, 5, "4"), ControlTotal(9, 5, "7"))
    moved = tuple(replace(record, row=row) for record, row in zip(table.table.records, (4, 5, 7), strict=True))
    assert mismatches(Filed(table.sheet, replace(table.table, records=moved, control_totals=sub_totals))) == []


def test_the_sum_of_a_running_number_is_no_total() -> None:
    """Only what has a unit adds up."""
    rows: list[list[Value]] = [[1, "第1件。", "司法所", "办理中"], [2, "第2件。", "司法所", "办理中"]]
    assert mismatches(filed(["序号", "矛盾纠纷简要情况", "责任单位", "销号情况"], *rows, totals={"序号": "2"})) == []
