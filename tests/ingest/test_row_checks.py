"""Row checks: what must hold between the cells of a row and between rows, as the ledger declares it."""

from collections.abc import Sequence
from datetime import date

import pytest

from ingest.cells import Value
from ingest.checked import CheckedTable
from tests.ingest.filed_tables import filed

HEADERS = ("当事人", "矛盾纠纷简要情况", "责任单位", "化解情况", "销号情况", "受理日期", "化解时限")
ORDINARY: tuple[Value, ...] = ("甲、乙", "甲与乙因滴水争吵。", "昆北街道司法所", "正在调解", "办理中", date(2023, 4, 3), date(2023, 5, 3))


def disputes(*rows: Sequence[Value]) -> CheckedTable:
    """The disputes, and enough ordinary ones that none of it goes back."""
    others = [changed(当事人=f"丙{number}、丁", 矛盾纠纷简要情况=f"第{number}件。") for number in range(9)]
    return filed(HEADERS, *rows, *others).judged()


def changed(**cells: Value) -> list[Value]:
    """An ordinary dispute with some cells under their headers."""
    return list((dict(zip(HEADERS, ORDINARY, strict=True)) | cells).values())


def test_an_ordinary_table_breaks_no_check() -> None:
    """Nothing is said of it."""
    assert disputes(ORDINARY).problems == ()


def test_a_time_limit_before_acceptance_must_be_explained() -> None:
    """At the time limit, beside the day of acceptance; both days stay."""
    checked = disputes(changed(化解时限=date(2023, 4, 1)))
    (problem,) = checked.problems
    assert (problem.code, problem.cell, problem.see_also, problem.severity) == ("deadline_before_accepted", "G4", ("F4",), "explain")
    assert problem.message == "“化解时限”是2023-04-01，早于受理的日期2023-04-03"
    assert checked.records[0].values["deadline_on"] == date(2023, 4, 1)


def test_a_time_limit_on_the_day_of_acceptance_is_none_before_it() -> None:
    """The same day is in order."""
    assert disputes(changed(化解时限=date(2023, 4, 3))).problems == ()


def test_a_dispute_struck_off_while_work_goes_on_has_no_state() -> None:
    """The state is blocked: it gives nothing, and stands among what was filed and does not count."""
    checked = disputes(changed(化解情况="已约谈双方，正在做思想工作", 销号情况="已销号"))
    (problem,) = checked.problems
    assert (problem.code, problem.cell, problem.see_also, problem.severity) == ("state_contradiction", "E4", ("D4",), "block")
    assert problem.message == "“销号情况”写的是“已销号”，而同一行写着“已约谈双方，正在做思想工作”，两处对不上"
    record = checked.records[0]
    assert (record.values["state_code"], record.problem_fields, record.blocked_fields) == (None, ("state_code",), ("state_code",))


def test_a_dispute_resolved_in_words_and_open_in_state_must_be_explained() -> None:
    """The state stays: which of the two is right, the office says."""
    checked = disputes(changed(化解情况="已化解"))
    assert [(problem.cell, problem.severity) for problem in checked.problems] == [("D4", "explain")]
    assert checked.records[0].values["state_code"] == "LS3"


@pytest.mark.parametrize(("text", "state"), [("尚未达成书面协议", "办理中"), ("4月10日正在调解，4月20日已达成协议", "已销号")])
def test_words_that_take_it_back_contradict_nothing(text: str, state: str) -> None:
    """Not yet agreed; agreed in the end."""
    assert disputes(changed(化解情况=text, 销号情况=state)).problems == ()


def test_a_row_that_repeats_an_earlier_one_is_blocked_as_a_whole() -> None:
    """Its values stay to be seen; it does not count. Blanks make no difference between two rows."""
    checked = disputes(ORDINARY, changed(当事人=" 甲、乙"))
    assert [(problem.code, problem.cell, problem.see_also) for problem in checked.problems] == [("duplicate_row", "B5", ("B4",))]
    assert [record.is_blocked for record in checked.records[:3]] == [False, True, False]
    assert checked.records[1].values["brief"] == "甲与乙因滴水争吵。"


def test_a_number_given_twice_must_be_explained() -> None:
    """Both rows count: which of the numbers is wrong, the office says. Rows without a number are not alike."""
    rows = [(number, f"第{place}件。", "昆北街道司法所", "办理中") for place, number in enumerate(("1", "1", None, None))]
    checked = filed(["案件编号", "矛盾纠纷简要情况", "责任单位", "销号情况"], *rows).judged()
    (problem,) = checked.problems
    assert (problem.code, problem.severity, problem.cell, problem.see_also) == ("duplicate_number", "explain", "A5", ("A4",))
    assert not any(record.has_block for record in checked.records)


def test_the_same_words_in_two_units_are_copied() -> None:
    """They must be explained; both rows count."""
    checked = disputes(ORDINARY, changed(当事人="戊、己", 责任单位="昆工路街道司法所"))
    assert [(problem.code, problem.cell, problem.see_also) for problem in checked.problems] == [("copied_text", "B5", ("B4",))]
    assert not checked.records[1].is_blocked


def test_the_same_words_in_one_unit_between_others_are_neither_repeated_nor_copied() -> None:
    """Two quarrels over dripping water in one street are two disputes."""
    assert disputes(ORDINARY, changed(当事人="戊、己")).problems == ()


def test_a_check_whose_columns_the_layout_lacks_finds_nothing() -> None:
    """No column, no contradiction."""
    assert filed(["矛盾纠纷简要情况", "责任单位", "销号情况"], ["甲与乙争吵。", "昆北街道司法所", "已销号"]).judged().problems == ()


@pytest.mark.parametrize(
    ("amounts", "cells"),
    [
        ([], []),
        ([200, 201, 202, 203, 204, 205], ["B5"]),
        ([50, 200, 201, 202, 203, 204], ["B6"]),
        ([200, 201, 202, 203, 50, 51], []),
        ([200, 200, 200, 200, 200, 200], []),
        ([200, 202, 204, 206, 208, 210], []),
        (["200元", "201元", "202元", "203元", "204元", "205元"], []),
    ],
)
def test_amounts_that_grow_by_one_from_row_to_row_must_be_explained(amounts: list[Value], cells: list[str]) -> None:
    """A cell was dragged down; four in a row may be chance."""
    claims = [(f"2023-{number}", amount, "邹立兰", "简单") for number, amount in enumerate(amounts)]
    checked = filed(["案卷号", "补助标准(元)", "调解员", "申报类别"], *claims, title="昆都仑区2023年4月以案定补申报汇总表").judged()
    assert [problem.cell for problem in checked.problems if problem.code == "dragged_series"] == cells
    assert not any(record.has_block for record in checked.records)
