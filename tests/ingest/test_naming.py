"""Naming columns: headers as offices write them, and those that fit nothing."""

import pytest

from ingest.naming import Naming, name_columns
from ingest.table import Header
from tests.ingest.filed_tables import CATALOG, filed

DISPUTE = CATALOG.ledgers["dispute"]
SCREENING = CATALOG.ledgers["screening_round"]


def naming(*headers: str) -> Naming:
    """The headers of a dispute ledger, named."""
    return name_columns(tuple(Header(column, name) for column, name in enumerate(headers, 1)), DISPUTE, CATALOG.wording.units_of_measure)


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("序号", "row_no"), ("苏木乡镇（街道）", "township_code"), ("街道（镇）", "township_code"), ("涉及金额(元)", "amount_fen"),
        ("涉案金额（万元）", "amount_fen"), ("化解措施（一案一策）", "plan"), ("*排查时间", "screened_on"), ("受理日期②", "accepted_on"),
        ("排查时间（年月日）", "screened_on"), ("涉及 人数", "people_count"),
    ],
    ids=repr,
)  # fmt: skip
def test_a_header_is_named(header: str, field: str) -> None:
    """Exactly, by alias, without units, remarks and footnote marks."""
    assert list(naming(header).fields) == [field]


def test_stacked_headers_are_named_as_one() -> None:
    """The parent stands before the leaf; its unit in brackets is dropped."""
    headers = (Header(1, "排查情况/排查次数（次）", "次"), Header(2, "排查情况/发现纠纷（件）", "件"))
    assert list(name_columns(headers, SCREENING, CATALOG.wording.units_of_measure).fields) == ["screened_count", "found_count"]


def test_a_combined_header_is_several_columns() -> None:
    """责任单位责任人 holds both."""
    named = naming("责任单位责任人").columns[0]
    assert named.fields == ("responsible_unit_text", "responsible_person")


def test_an_unknown_header_is_kept_and_said() -> None:
    """It is named by nothing, guessed by nothing, and no reason to send anything back."""
    checked = filed(["矛盾纠纷简要情况", "责任单位", "销号情况", "满意度"], ["甲与乙争吵。", "昆北街道司法所", "办理中", "满意"]).judged()
    assert checked.columns[3].fields == ()
    assert [(problem.code, problem.cell, problem.severity) for problem in checked.problems] == [("unknown_column", "D3", "hint")]


def test_two_columns_that_claim_one_field_give_it_to_neither() -> None:
    """人数 and 当事人数 are both aliases of 涉及人数: both cells are named, and the field stands as not read."""
    checked = filed(["矛盾纠纷简要情况", "责任单位", "销号情况", "人数", "当事人数"], ["甲与乙争吵。", "昆北街道司法所", "办理中", 3, 2]).judged()
    found = {problem.cell: problem for problem in checked.problems}
    assert {cell: problem.code for cell, problem in found.items()} == {"D3": "two_columns_one_field", "E3": "two_columns_one_field"}
    assert found["D3"].see_also == ("E3",)
    assert checked.records[0].problem_fields == ("people_count",)
    assert "people_count" not in checked.absent_fields


def test_the_title_of_a_column_outranks_an_alias_of_it() -> None:
    """备注 is the remark; 说明 beside it is said, and not read."""
    checked = filed(["矛盾纠纷简要情况", "责任单位", "销号情况", "备注", "说明"], ["甲与乙争吵。", "昆北街道司法所", "办理中", "涉众", "无"]).judged()
    assert checked.records[0].values["remark"] == "涉众"
    assert [(problem.code, problem.cell, problem.see_also) for problem in checked.problems] == [("two_columns_one_field", "E3", ("D3",))]
