"""Rosters of mediators and committees, and claims: what is a state on a day, who is who, what a number says of its owner."""

from collections.abc import Sequence
from datetime import date

import pytest

from ingest.cells import Merged, Value
from ingest.checked import CheckedTable
from ingest.identifying import Delivery
from ingest.identity_numbers import check_sign
from tests.ingest.filed_tables import filed

MEDIATORS = ("序号", "所属调委会", "姓名", "性别", "出生年月", "身份证号", "专兼职", "手机", "开始执业时间")
COMMITTEES = ("序号", "调委会名称", "调委会类型", "所属区域", "负责人", "联系电话", "成立日期", "专职调解员人数", "兼职调解员人数")
CLAIMS = ("序号", "案卷号", "申报单位", "调解员", "受理日期", "结案日期", "申报类别", "补助标准(元)", "审定等级")
APRIL = Delivery("昆都仑区/花名册.xlsx", "150203", date(2023, 4, 28))


def number(birth: str, order: int) -> str:
    """An identity number of nobody, with its own last sign."""
    first_seventeen = f"990101{birth}{order:03d}"
    return first_seventeen + check_sign(first_seventeen)


def mediator(order: int, **cells: Value) -> list[Value]:
    """A woman of a committee, part-time; what is named departs from that."""
    person = (f"甲{order}", "女", "1980.05", number("19800501", 2 * order))
    ordinary: tuple[Value, ...] = (order, "昆北街道人民调解委员会", *person, "兼职", f"1900000{order:04d}", "2019.9.1")
    return list((dict(zip(MEDIATORS, ordinary, strict=True)) | cells).values())


def roster(*rows: Sequence[Value], delivery: Delivery = APRIL, title: str = "昆都仑区人民调解员花名册", merged: Sequence[Merged] = ()) -> CheckedTable:
    """A roster, with enough ordinary mediators that it does not go back."""
    others = [mediator(order) for order in range(20, 29)]
    return filed(MEDIATORS, *rows, *others, title=title, info="", name="花名册", merged=merged).judged(delivery)


def said(table: CheckedTable) -> list[tuple[str, str | None, str]]:
    """Code, cell and severity of each problem, the hint about the period apart."""
    return [(problem.code, problem.cell, problem.severity) for problem in table.problems if problem.code != "period_by_receipt"]


def test_an_ordinary_roster_is_read_and_nothing_is_said_of_it() -> None:
    """Month of birth, number, phone and employment under their own kinds of column."""
    checked = roster(mediator(1))
    assert (checked.ledger, said(checked)) == ("mediator", [])
    first = checked.records[0].values
    assert (first["birth_month"], first["id_number"], first["phone"], first["is_part_time"]) == ("1980-05", number("19800501", 2), "19000000001", True)


def test_a_merged_committee_is_that_of_all_its_mediators() -> None:
    """The first cell of the range holds it."""
    checked = roster(mediator(1), mediator(2, 所属调委会=None), mediator(3, 所属调委会=None), merged=[Merged(4, 2, 6, 2)])
    assert [record.values["committee_text"] for record in checked.records[:3]] == ["昆北街道人民调解委员会"] * 3


@pytest.mark.parametrize(
    ("title", "received", "period"),
    [
        ("昆都仑区人民调解员花名册（截至2023年4月）", date(2023, 4, 28), "2023-04"),
        ("昆都仑区2023年上半年人民调解员花名册", date(2023, 4, 28), "2023-04"),
        ("昆都仑区人民调解员花名册", date(2023, 4, 28), "2023-04"),
        ("昆都仑区人民调解员花名册", date(2023, 5, 20), "2023-04"),
        ("昆都仑区人民调解员花名册", date(2023, 10, 25), "2023-10"),
        ("昆都仑区人民调解员花名册", date(2023, 1, 10), "2022-10"),
    ],
)
def test_a_roster_is_of_the_day_whose_state_is_owed(title: str, received: date, period: str) -> None:
    """As its title says; else of the owed day nearest to the day it came, and that is said. Days of appointment tell nothing."""
    checked = roster(mediator(1), title=title, delivery=Delivery("花名册.xlsx", "150203", received))
    assert str(checked.period) == period
    assert ("period_by_receipt" in [problem.code for problem in checked.problems]) == ("2023" not in title)
    assert checked.verdict != "returned"


def test_a_roster_of_which_nothing_tells_the_day_goes_back() -> None:
    """Neither words nor a day of receipt."""
    checked = roster(mediator(1), delivery=Delivery("花名册.xlsx", "150203"))
    assert (checked.period, checked.verdict) == (None, "returned")


def test_a_number_that_became_a_number_of_the_spreadsheet_is_lost() -> None:
    """Its last three digits are zeros that nobody wrote."""
    checked = roster(mediator(1, 身份证号=9.90576197510083e17))
    assert said(checked) == [("precision_lost", "F4", "block")]
    assert checked.records[0].values["id_number"] is None


def test_sex_and_birth_that_the_number_denies_must_be_explained() -> None:
    """At the cell beside the number; all of it stays."""
    checked = roster(mediator(1, 性别="男", 出生年月="1981.05"))
    assert said(checked) == [("id_sex_conflict", "D4", "explain"), ("id_birth_conflict", "E4", "explain")]
    assert {problem.see_also for problem in checked.problems if problem.code.startswith("id_")} == {("F4",)}
    assert checked.records[0].values["gender_code"] == "1"


def test_a_number_that_is_wrong_itself_denies_nothing() -> None:
    """One slip is said once."""
    wrong = number("19800501", 3)
    wrong = wrong[:-1] + ("0" if wrong[-1] != "0" else "1")
    assert said(roster(mediator(1, 身份证号=wrong))) == [("id_checksum", "F4", "explain")]


def test_what_is_wrong_with_a_person_is_said_without_the_number() -> None:
    """Sentences are copied into chats."""
    checked = roster(mediator(1, 身份证号="99010119800501001", 手机="1900000123"))
    assert {problem.code for problem in checked.problems} >= {"id_length", "phone_length"}
    assert not [problem for problem in checked.problems if problem.value and problem.value in problem.message + problem.should_be + problem.remedy]


def test_namesakes_with_other_numbers_are_pointed_out_at_the_first() -> None:
    """Two persons, or a slip: the office knows."""
    checked = roster(mediator(1, 姓名="敖登"), mediator(2, 姓名="敖登"))
    (problem,) = [problem for problem in checked.problems if problem.code == "duplicate_person"]
    assert (problem.cell, problem.see_also, problem.severity) == ("C4", ("C5",), "explain")


def test_a_mediator_entered_twice_counts_once() -> None:
    """The same committee, name and number."""
    checked = roster(mediator(1), mediator(1))
    assert said(checked) == [("duplicate_row", "C5", "block")]


def committees(*rows: Sequence[Value], totals: dict[str, str] | None = None) -> CheckedTable:
    """A roster of committees."""
    return filed(COMMITTEES, *rows, title="昆都仑区人民调解组织名册（2023年4月）", info="", name="调解组织", totals=totals).judged(APRIL)


def committee(order: int, **cells: Value) -> list[Value]:
    """A committee with one full-time mediator and four others."""
    ordinary: tuple[Value, ...] = (order, f"第{order}社区人民调解委员会", "居调委会", "昆都仑", "甲", "19000000001", "2010年3月9日", 1, 4)
    return list((dict(zip(COMMITTEES, ordinary, strict=True)) | cells).values())


def test_a_committee_set_up_in_the_future_has_no_day() -> None:
    """A day that lies after the roster came cannot be."""
    checked = committees(*(committee(order) for order in range(1, 6)), committee(6, 成立日期="2031年5月6日"))
    assert said(checked) == [("date_future", "G9", "block")]
    assert (checked.records[5].values["founded_on"], checked.records[0].values["kind_code"]) == (None, "O12")


def test_the_totals_of_a_roster_are_checked() -> None:
    """Part-time mediators do not add up; full-time ones do."""
    checked = committees(*(committee(order) for order in range(1, 6)), totals={"专职调解员人数": "5", "兼职调解员人数": "21"})
    assert said(checked) == [("total_mismatch", "I9", "explain")]


def claim(order: int, **cells: Value) -> list[Value]:
    """A claim for an ordinary case."""
    ordinary: tuple[Value, ...] = (order, f"01502032023{order:05d}", "昆北街道人民调解委员会", "邹立兰", "2023.4.3", "2023.4.7", "一般", 100, "一般")
    return list((dict(zip(CLAIMS, ordinary, strict=True)) | cells).values())


def claims(*rows: Sequence[Value]) -> CheckedTable:
    """A list of claims, with enough ordinary ones that it does not go back."""
    others = [claim(order) for order in range(20, 29)]
    return filed(CLAIMS, *rows, *others, title="2023年4月人民调解“以案定补”申报汇总表", info="申报单位(盖章)：昆都仑区司法局   单位：元", name="申报").judged(
        Delivery("昆都仑区/申报4月.xlsx", "150203", date(2023, 5, 8))
    )


def test_an_ordinary_claim_is_read_and_nothing_is_said_of_it() -> None:
    """Money in fen, difficulties by their codes."""
    checked = claims(claim(1))
    assert (checked.ledger, str(checked.period), said(checked)) == ("subsidy_claim", "2023-04", [])
    assert checked.records[0].values["rate_fen"] == 10000


@pytest.mark.parametrize(("declared", "reviewed"), [("一般", "一般"), ("一般", "疑难"), ("一般", None)])
def test_a_claim_at_or_below_what_was_granted_is_in_order(declared: str, reviewed: str | None) -> None:
    """Not reviewed is not below."""
    assert said(claims(claim(1, 申报类别=declared, 审定等级=reviewed))) == []


@pytest.mark.parametrize(("declared", "reviewed"), [("重大", "简单"), ("疑难", "一般")])
def test_a_claim_above_what_was_granted_must_be_explained(declared: str, reviewed: str) -> None:
    """By the order of the list."""
    assert said(claims(claim(1, 申报类别=declared, 审定等级=reviewed))) == [("grade_raised", "G4", "explain")]


def test_a_case_closed_before_it_was_accepted_has_no_day_of_closing() -> None:
    """Nothing is paid by such a day."""
    checked = claims(claim(1, 结案日期="2023.4.1"))
    assert said(checked) == [("closed_before_accepted", "F4", "block")]
    assert checked.records[0].values["closed_on"] is None


def test_a_case_claimed_by_two_mediators_must_be_explained_and_both_claims_stand() -> None:
    """They may share it."""
    checked = claims(claim(1), claim(1, 序号=2, 调解员="胡建"))
    assert said(checked) == [("claimed_twice", "B5", "explain")]
    assert not any(record.is_blocked for record in checked.records)


def test_a_roster_whose_secondary_columns_do_not_read_is_still_a_roster() -> None:
    """Hidden numbers, ages and schools of other lists are asked about and send nothing back; names and employment count."""
    rows = [mediator(order, 身份证号=f"150203********{order:04d}", 出生年月=f"{30 + order}岁", 开始执业时间="见档案") for order in range(10)]
    checked = filed(MEDIATORS, *rows, title="昆都仑区人民调解员花名册（2023年4月）", info="", name="花名册").judged(APRIL)
    assert {(code, severity) for code, _, severity in said(checked)} == {(code, "explain") for code in ("id_unreadable", "month_unreadable", "date_unreadable")}
    assert (checked.verdict, checked.blocked) == ("accepted_with_problems", 0)
