"""Values: what a cell gives, what is said of it, and what is written down when it was not taken as it stands."""

from collections.abc import Sequence
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.cells import Merged, Value
from ingest.checked import CheckedTable, Typed
from tests.ingest.filed_tables import filed

SCREENING = ("街道（镇）", "社区（村）", "排查时间", "排查人员", "发现纠纷（件）")

CELLS = st.one_of(
    st.none(), st.text(), st.integers(), st.floats(), st.booleans(), st.dates(), st.datetimes(), st.times(), st.sampled_from(["/", "昆北", "4.1", "甲\n乙"])
)


def dispute(**cells: Value) -> CheckedTable:
    """Six disputes of 昆都仑区, the first of them with some cells under their headers."""
    ordinary: dict[str, Value] = {"矛盾纠纷简要情况": "甲与乙争吵。", "责任单位": "昆北街道司法所", "责任人": "邹立兰", "销号情况": "LS3"}
    first = ordinary | cells
    others = [[*(ordinary | {"矛盾纠纷简要情况": f"第{number}件。"}).values(), *[None] * (len(first) - len(ordinary))] for number in range(2, 7)]
    return filed(list(first), list(first.values()), *others).judged()


def screening(*rows: Sequence[Value], merged: Sequence[Merged] = ()) -> CheckedTable:
    """Rounds of screening: township, village, day, screener, disputes found."""
    return filed(SCREENING, *rows, title="2023年4月矛盾纠纷排查情况登记表", merged=merged).judged()


def said(checked: CheckedTable) -> list[tuple[str, str, str | None]]:
    """The problems as code, severity and cell."""
    return [(problem.code, problem.severity, problem.cell) for problem in checked.problems]


@pytest.mark.parametrize(
    ("header", "cell", "field", "value"),
    [
        ("涉及人数", "3人", "people_count", 3), ("涉及金额(元)", 1500, "amount_fen", 150000), ("涉及金额（万元）", 1.5, "amount_fen", 1500000),
        ("涉及金额", "12万3千元", "amount_fen", 12300000), ("排查时间", "4月7日", "screened_on", date(2023, 4, 7)),
        ("化解时限", 45050, "deadline_on", date(2023, 5, 4)), ("苏木乡镇（街道）", "昆北", "township_code", "150203014"),
        ("苏木乡镇（街道）", "昆北街道办事处", "township_code", "150203014"), ("矛盾纠纷类型", "讨薪", "dispute_type_code", "D10"),
        ("矛盾纠纷类型", "房屋、宅基地", "dispute_type_code", "D03"), ("所属区域", "昆区", "filed_district_code", "150203"),
        ("单位", "昆北街道", "reporting_unit_text", "昆北街道"), ("案件编号", 12, "case_no", "12"), ("案件编号", "007", "case_no", "007"),
        ("当事人", "\u3000甲、乙\n", "parties", "甲、乙"), ("涉及人数", "/", "people_count", None), ("备注", "——", "remark", None),
        ("涉及人数", "\u3000", "people_count", None),
    ],
    ids=repr,
)  # fmt: skip
def test_a_cell_is_read_as_declared(header: str, cell: Value, field: str, value: Typed) -> None:
    """Money in fen, codes from the lists, blanks and strokes as nothing filed, and no problem said."""
    checked = dispute(**{header: cell})
    assert checked.records[0].values[field] == value
    assert said(checked) == []
    assert checked.records[0].problem_fields == ()


@pytest.mark.parametrize(
    ("header", "cell", "field", "code", "severity"),
    [
        ("涉及人数", "若干", "people_count", "number_unreadable", "block"), ("涉及人数", -2, "people_count", "number_negative", "block"),
        ("涉及人数", 2.5, "people_count", "number_not_whole", "block"), ("涉及人数", 10**20, "people_count", "number_too_large", "explain"),
        ("涉及金额(元)", "三千左右", "amount_fen", "amount_unreadable", "explain"),
        ("排查时间", "2023.4.31", "screened_on", "date_impossible", "block"), ("排查时间", "4月上旬", "screened_on", "date_vague", "explain"),
        ("排查时间", "4.1", "screened_on", "date_ambiguous", "explain"), ("化解时限", "尽快", "deadline_on", "date_unreadable", "explain"),
        ("苏木乡镇（街道）", "青福镇", "township_code", "division_foreign", "block"),
        ("苏木乡镇（街道）", "昆背街道", "township_code", "division_unknown", "explain"),
        ("矛盾纠纷类型", "鸡毛蒜皮", "dispute_type_code", "code_unknown", "block"),
        ("矛盾纠纷类型", "邻里纠纷、合同纠纷", "dispute_type_code", "two_values", "block"),
        ("所属区域", "昆仑区", "filed_district_code", "division_unknown", "explain"),
        ("案件编号", 150203202300001234.0, "case_no", "precision_lost", "block"),
        ("案件编号", datetime.fromisoformat("2023-04-12"), "case_no", "text_became_date", "block"),
        ("备注", "\ufffd\ufffd", "remark", "text_damaged", "explain"), ("备注", '=DISPIMG("ID_1",1)', "remark", "picture_in_cell", "hint"),
    ],
    ids=repr,
)  # fmt: skip
def test_a_cell_that_does_not_read_is_said_and_gives_nothing(header: str, cell: Value, field: str, code: str, severity: str) -> None:
    """Its address, its code, and its column among those where something was filed and nothing counts."""
    checked = dispute(**{header: cell})
    assert said(checked) == [(code, severity, "E4")]
    assert checked.records[0].values[field] is None
    assert checked.records[0].problem_fields == (field,)


@pytest.mark.parametrize(
    ("header", "cell", "field", "value", "code"),
    [
        ("排查时间", date(2023, 7, 12), "screened_on", date(2023, 7, 12), "date_out_of_period"),
        ("单位", "萨拉其镇", "reporting_unit_text", "萨拉其镇", "division_unknown"),
        ("涉及人数", "十二", "people_count", 12, "number_in_words"),
        ("涉及金额", "肆佰元整", "amount_fen", 40000, "amount_in_capitals"),
    ],
)
def test_a_value_that_reads_and_must_be_explained_stays(header: str, cell: Value, field: str, value: Typed, code: str) -> None:
    """Only what is blocked does not count."""
    checked = dispute(**{header: cell})
    assert [problem.code for problem in checked.problems] == [code]
    assert checked.records[0].values[field] == value
    assert checked.records[0].problem_fields == ()


@pytest.mark.parametrize(
    ("measure", "header", "fen"),
    [
        ("单位：万元", "涉及金额", 15_000_000), ("（单位：件、人、万元）", "涉及金额", 15_000_000),
        ("单位：万元", "涉及金额(元)", 1_500), ("单位：件", "涉及金额", 1_500),
    ],
    ids=repr,
)  # fmt: skip
def test_the_info_row_gives_the_unit_of_money_where_the_header_gives_none(measure: str, header: str, fen: int) -> None:
    """Without it, ten thousands of yuan would be read as yuan without a word."""
    info = f"填报单位：昆都仑区司法局  填报月份：4月份  {measure}"
    checked = filed(["矛盾纠纷简要情况", "责任单位", "销号情况", header], ["甲与乙争吵。", "司法所", "办理中", 15], info=info).judged()
    assert checked.records[0].values["amount_fen"] == fen


def test_a_required_cell_left_empty_is_a_problem_and_nothing_unread() -> None:
    """It is known to be missing: blocked, but not among what was filed and does not count."""
    record = (checked := dispute(责任人="\u00a0")).records[0]
    assert said(checked)[0] == ("required_missing", "block", "C4")
    assert (record.blocked_fields, record.problem_fields) == (("responsible_person",), ())


def test_a_problem_speaks_to_a_clerk() -> None:
    """With the header as filed, the value as filed, and an example of right."""
    (problem,) = dispute(**{"苏木乡镇（街道）": "昆背街道"}).problems
    assert problem.message == "“苏木乡镇（街道）”写的是“昆背街道”，本旗县区的苏木乡镇（街道）里没有这个名称"
    assert problem.should_be == "写规范名称，如 昆北街道"


def test_a_value_that_was_not_taken_as_it_stands_is_written_down() -> None:
    """From, to, and the rule; a value that stands there as such is not."""
    checked = dispute(排查时间="2023.4.7", 矛盾纠纷类型="讨薪", 涉及人数=3, 备注=" 涉众 ")
    changes = {change.field: (change.cell, change.from_, change.to, change.rule) for change in checked.changed}
    assert changes == {
        "screened_on": ("E4", "2023.4.7", date(2023, 4, 7), "notation_of_date"),
        "dispute_type_code": ("F4", "讨薪", "D10", "alias_of_code"),
        "remark": ("H4", " 涉众 ", "涉众", "trimmed"),
    }


def test_what_was_struck_out_is_written_down_and_asked_about() -> None:
    """The rest of the text counts."""
    checked = filed(["矛盾纠纷简要情况", "责任单位", "责任人", "涉及金额(元)"], ["甲与乙争吵。", "司法所", "邹立兰", "200"], struck={(4, 4): "100200"}).judged()
    (problem,), (change,) = checked.problems, checked.changed
    assert (problem.code, problem.severity, problem.cell, problem.value) == ("text_struck_out", "hint", "D4", "100200")
    assert (change.from_, change.to) == ("100200", 20000)
    assert checked.records[0].values["amount_fen"] == 20000


def test_a_combined_cell_is_split() -> None:
    """Unit and person stand in one cell with a line break; each part is read under its own column."""
    record = filed(["矛盾纠纷简要情况", "责任单位\n责任人"], ["甲与乙争吵。", "萨拉齐镇司法所\n李国柱 "]).judged().records[0]
    assert (record.values["responsible_unit_text"], record.values["responsible_person"]) == ("萨拉齐镇司法所", "李国柱")


def test_a_combined_cell_with_a_part_missing_is_not_guessed() -> None:
    """Is it the unit or the person? One problem, both fields unread."""
    checked = filed(["矛盾纠纷简要情况", "责任单位责任人"], ["甲与乙争吵。", "萨拉齐镇司法所"]).judged()
    assert [(problem.code, problem.cell) for problem in checked.problems if problem.cell] == [("parts_unclear", "B4")]
    assert checked.records[0].problem_fields == ("responsible_unit_text", "responsible_person")


def test_a_failed_formula_and_one_without_result_are_problems_not_blanks() -> None:
    """Their cells hold nothing, and something was filed there."""
    headers, row = ["矛盾纠纷简要情况", "责任单位", "涉及人数", "化解时限"], ["甲与乙争吵。", "司法所", None, None]
    checked = filed(headers, row, errors={(4, 3): "#REF!"}, unvalued=frozenset({(4, 4)})).judged()
    assert [(problem.code, problem.cell, problem.value) for problem in checked.problems if problem.cell] == [
        ("error_cell", "C4", "#REF!"),
        ("formula_without_value", "D4", None),
    ]
    assert checked.records[0].problem_fields == ("people_count", "deadline_on")


def test_an_empty_cell_of_a_column_that_fills_down_repeats_the_one_above() -> None:
    """And that is written down."""
    checked = screening(["昆北街道", "文化社区", "4月5日", "甲", 0], [None, "建安社区", "4月6日", "乙", 1])
    assert [record.values["township_code"] for record in checked.records] == ["150203014", "150203014"]
    assert [(change.cell, change.rule) for change in checked.changed if change.field == "township_code"] == [("A5", "filled_down")]


def test_what_a_merged_cell_says_it_says_once() -> None:
    """Its value counts in every row that it covers, and so does its block."""
    foreign: list[Value] = ["青福镇", "文化社区", "4月5日", "甲", 0]
    others: list[list[Value]] = [["昆北街道", "建安社区", "4月6日", "乙", 1]] * 9
    checked = screening(foreign, [None, "建安社区", "4月6日", "乙", 1], *others, merged=[Merged(4, 1, 5, 1)])
    assert [problem.cell for problem in checked.problems if problem.code == "division_foreign"] == ["A4"]
    assert [record.problem_fields for record in checked.records[:2]] == [("township_code",)] * 2


def test_an_ambiguous_day_is_settled_by_the_order_of_its_column() -> None:
    """Between the fifth and the twelfth, 4.1 can only be the tenth; the change says so."""
    checked = screening(*(["昆北街道", "文化社区", day, "甲", 0] for day in ("4月5日", "4.1", "4月12日")))
    assert checked.records[1].values["screened_on"] == date(2023, 4, 10)
    assert [change.rule for change in checked.changed if change.cell == "C5"] == ["order_of_column"]


def test_an_ambiguous_day_in_a_column_without_order_stays_a_problem() -> None:
    """Nothing decides."""
    checked = screening(*(["昆北街道", "文化社区", day, "甲", 0] for day in ("4月5日", "4.1", "4月12日", "4月3日")))
    assert [(problem.code, problem.cell) for problem in checked.problems] == [("date_ambiguous", "C5")]


@given(st.lists(st.tuples(*[CELLS] * 10), min_size=1, max_size=4))
def test_no_cell_stops_the_judge(rows: list[tuple[Value, ...]]) -> None:
    """Whatever stands in the cells: each is read, empty, or said to be wrong, and nothing blocked counts."""
    headers = ["序号", "街道", "单位", "所属区域", "矛盾纠纷类型", "矛盾纠纷简要情况", "涉及人数", "涉及金额", "责任单位责任人", "排查时间"]
    checked = filed(headers, *rows).judged()
    assert all(len(problem.message) > 5 for problem in checked.problems)
    assert all(record.values[field] is None for record in checked.records for field in record.blocked_fields)
    assert all(record.values[field] is None for record in checked.records for field in record.problem_fields)
