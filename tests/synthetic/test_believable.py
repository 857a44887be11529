"""What a clerk would not believe does not stand in the city's papers."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from catalog.catalog import load
from catalog.period import Period
from synthetic import words
from synthetic.calibration import calibration
from synthetic.chance import Chance
from synthetic.city.district import District, district
from synthetic.filing.totals import administrative
from synthetic.offices.habit import Field, manner
from synthetic.offices.layout import levels_of
from tests.synthetic.small_city import PLAN

UNIT, SCALE = "150202", 0.3
CROWD = calibration().parties.crowd
SATURDAY = 5


@pytest.fixture(scope="module")
def unit() -> District:
    """A reporting unit with disputes of every kind."""
    return district(load(), UNIT, replace(PLAN, scale=SCALE), calibration())


def fields(ledger: str) -> Iterator[Field]:
    """The columns of a ledger as every office writes them."""
    catalog = load()
    for one in catalog.units.reporting:
        yield from manner(Chance(one.code), catalog, one, catalog.ledgers[ledger]).fields


def test_a_husband_is_a_man_and_spouses_are_one_of_each(unit: District) -> None:
    """A story that names who is what to whom is told of persons who can be that."""
    couples = [one.persons for one in unit.disputes if "系夫妻" in one.brief or "解除婚约" in one.brief]
    husbands = [one.persons for one in unit.disputes if "反映丈夫" in one.brief]

    assert couples
    assert husbands
    assert all(one.is_woman != other.is_woman for one, other in couples)
    assert all(wife.is_woman and not husband.is_woman for wife, husband in husbands)


def test_a_quarrel_of_two_relatives_is_not_that_of_a_crowd(unit: District) -> None:
    """No divorce has thirteen parties."""
    told = [one for one in unit.disputes if any(word in one.brief for word in words.stories().sexes)]

    assert told
    assert max(one.people_count for one in told) < min(CROWD)


def test_a_mongolian_name_is_a_mans_or_a_womans_throughout() -> None:
    """No man is called by what women are called, no woman by what men are, and nobody twice the same."""
    of = words.persons()

    assert not {*of.mongolian_men_first, *of.mongolian_women_first} & {*of.mongolian_men, *of.mongolian_women}


def test_no_worker_alone_is_several_and_each_is_owed_something(unit: District) -> None:
    """“等1名农民工” is nobody's word; what is owed to many is a multiple of what is owed to one."""
    owed = [one for one in unit.disputes if one.type in words.stories().per_head]

    assert owed
    assert not [one.brief for one in owed if "等1名" in one.brief or "等0名" in one.brief]
    assert all(one.amount_fen and one.amount_fen % (one.people_count - 1) == 0 for one in owed)


def test_what_a_follow_up_finds_agrees_with_how_the_agreement_is_performed(unit: District) -> None:
    """“协议已履行” stands beside performed ones only, and no complaint beside a satisfied party."""
    told = words.stories()

    assert unit.follow_ups
    assert {one.found in told.complaints for one in unit.follow_ups if one.satisfied} <= {False}
    assert not [one.found for one in unit.follow_ups if one.case.dispute.performance == "P3" and "协议已履行" in one.found]


def test_contracts_cost_no_more_than_their_fund(unit: District) -> None:
    """Those of a year together stay within the year's budget for them."""
    budgets = unit.budgets(2023)
    fund = sum(one.budget_fen for one in budgets if one.kind == calibration().purchases.fund)

    assert 0 < sum(one.amount_fen for one in unit.works.contracts(2023, budgets)) <= fund


def test_offices_pay_and_meet_on_working_days(unit: District) -> None:
    """No payment, no subsidy and no course on a Saturday or Sunday."""
    months = [Period.parse(f"2023-{month:02d}") for month in range(1, 13)]
    days = [one.day for month in months for one in (*unit.works.payments(month, unit.budgets(2023)), *unit.works.trainings(month))]
    paid = [one.paid_on for one in unit.claims]

    assert paid
    assert {day.weekday() for day in (*days, *paid)} <= set(range(SATURDAY))


def test_sums_before_departments_are_not_all_one_rate(unit: District) -> None:
    """A sum that is the number of cases times a round thousand, department by department, was made up at a desk."""
    rows = [entry.values for entry in administrative(unit, Period.parse("2023-Q2"))]
    several = [(int(str(row["amount_fen"])), int(str(row["case_count"]))) for row in rows if int(str(row["case_count"])) > 1]

    assert not several or any(amount % (count * 100_000) for amount, count in several)


def test_a_heading_over_one_column_is_one_cell() -> None:
    """专职/兼职 is not a parent and its child; 调解情况 over two columns is a parent."""
    assert levels_of(["专职/兼职", "调解情况/成功", "调解情况/不成功", "姓名"]) == [["专职/兼职"], ["调解情况", "成功"], ["调解情况", "不成功"], ["姓名"]]


def test_a_printed_form_has_the_headers_of_the_form() -> None:
    """Nobody writes 人（人）: only a sum says in which unit it is."""
    assert not [field.header for field in fields("case_totals") if field.columns[0] != "agreement_fen" and field.header.endswith(("（件）", "（人）"))]


@pytest.mark.parametrize("ledger", ["subsidy_claim", "subsidy_payment"])
def test_subsidies_of_a_case_are_written_in_yuan(ledger: str) -> None:
    """Two hundred yuan are not 0.02 of ten thousand."""
    assert {field.unit for field in fields(ledger) if field.columns[0].endswith("_fen")} <= {"元"}
