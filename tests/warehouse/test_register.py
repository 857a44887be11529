"""Who owes what, and by when: units × ledgers × periods, on working days."""

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from catalog.catalog import load
from catalog.duty import WorkingDays
from catalog.unit import Units
from tests.catalog.merged_townships import BOTH, MERGED, merged
from warehouse.register import Obligation, obligations
from warehouse.working_days import next_working_day

CATALOG = load()
NOTHING_DECLARED = WorkingDays(source="nobody")


def owed(today: date, *, depth: str = "file") -> list[Obligation]:
    """What is owed as of a day, of one depth."""
    return [one for one in obligations(CATALOG, today) if one.depth == depth]


def test_eleven_owe_every_return_and_ten_owe_rounds() -> None:
    """The city's own office screens no villages and runs no campaign; claims are filed as they arise, and owed by nobody."""
    april = Counter(one.ledger for one in owed(date(2023, 4, 30)))

    by_all = dict.fromkeys(("dispute", "mediation_case", "handover", "case_totals", "committee", "mediator", "fund_budget"), 11)
    by_districts = dict.fromkeys(("screening_round", "lead", "major_risk", "campaign_totals", "administrative_totals"), 10)
    assert april == by_all | by_districts


@pytest.mark.parametrize(("today", "periods"), [(date(2023, 3, 31), 0), (date(2023, 4, 1), 1), (date(2023, 5, 1), 2), (date(2024, 6, 1), 9)])
def test_a_return_is_owed_from_the_first_day_of_its_period(today: date, periods: int) -> None:
    """From April to December 2023, and no longer."""
    assert len({one.period for one in owed(today) if one.ledger == "dispute"}) == periods


def test_townships_owe_months_within_their_offices_return() -> None:
    """Each township and street, due with the office's file; parks that statistics treat as townships owe nothing."""
    content = [one for one in owed(date(2023, 4, 30), depth="content") if one.district_code == "150203"]

    assert {one.unit_code for one in content} == {unit.code for unit in CATALOG.units if unit.parent == "150203" and not unit.pseudo}
    assert {(one.ledger, one.period, one.due_on) for one in content} == {("screening_round", "2023-04", date(2023, 5, 5))}


def test_a_unit_that_ended_owes_no_more() -> None:
    """Merged within May: April is still owed by it, May is not."""
    units = Units(tuple(unit.model_copy(update={"until": date(2023, 5, 20)}) if unit.code == "150206" else unit for unit in CATALOG.units))
    merged = replace(CATALOG, units=units)

    assert {one.period for one in obligations(merged, date(2023, 6, 1)) if one.unit_code == "150206"} == {"2023-04"}


def test_merged_townships_owe_until_they_end_and_the_new_one_from_then_on(tmp_path: Path) -> None:
    """海子乡 and 明沙淖乡 owe April to June, the town they became July to December: no month is owed twice, none by nobody."""
    months: dict[str, set[str]] = {}
    for one in obligations(merged(tmp_path), date(2023, 12, 31)):
        if one.unit_code in (*MERGED, BOTH):
            months.setdefault(one.unit_code, set()).add(one.period)

    before, after = {f"2023-{month:02}" for month in (4, 5, 6)}, {f"2023-{month:02}" for month in range(7, 13)}
    assert months == {MERGED[0]: before, MERGED[1]: before, BOTH: after}


def test_villages_owe_their_weeks_where_they_are_declared(tmp_path: Path) -> None:
    """The plan asks a round a week of each: of the one village of the merged town, from its first whole week on."""
    catalog = merged(tmp_path)
    weekly = replace(catalog, duties=tuple(duty.model_copy(update={"content": {"village": "week"}}) if duty.content else duty for duty in catalog.duties))
    owed = [one for one in obligations(weekly, date(2023, 7, 20)) if one.depth == "content"]

    assert [(one.unit_code, one.district_code, one.period, one.due_with) for one in owed] == [
        (f"{BOTH}201", "150221", f"2023-W{week}", "2023-07") for week in (26, 27, 28, 29)
    ]


def test_ids_are_those_of_what_is_owed() -> None:
    """No two alike, and the same another day."""
    ids = [one.obligation_id for one in obligations(CATALOG, date(2023, 5, 1))]

    assert len(set(ids)) == len(ids)
    assert set(ids) <= {one.obligation_id for one in obligations(CATALOG, date(2023, 12, 1))}


@pytest.mark.parametrize(
    ("day", "due"),
    [
        (date(2023, 6, 5), date(2023, 6, 5)),  # a Monday
        (date(2023, 8, 5), date(2023, 8, 7)),  # a Saturday
        (date(2023, 10, 5), date(2023, 10, 7)),  # National Day; the Saturday after it is worked
        (date(2023, 5, 6), date(2023, 5, 6)),  # a Saturday that is worked for May Day
    ],
)
def test_a_due_day_moves_to_a_working_day(day: date, due: date) -> None:
    """Holidays and shifted week-ends as announced."""
    assert next_working_day(day, NOTHING_DECLARED) == (due, None)


def test_a_year_that_is_not_announced_is_said() -> None:
    """Monday to Friday count until the notice is out; a day declared in the catalog is known."""
    assert next_working_day(date(2031, 1, 4), NOTHING_DECLARED) == (date(2031, 1, 6), "holidays_not_announced")
    declared = WorkingDays(source="notice", extra_working=(date(2031, 1, 4),))
    assert next_working_day(date(2031, 1, 4), declared) == (date(2031, 1, 4), None)


def test_the_catalog_outranks_the_library() -> None:
    """A day off that was announced late."""
    declared = WorkingDays(source="notice", extra_off=(date(2023, 6, 5),))

    assert next_working_day(date(2023, 6, 5), declared) == (date(2023, 6, 6), None)
