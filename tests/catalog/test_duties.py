"""Duties: who owes what in the campaign of 2023, and which of it can be owed already."""

from datetime import date

import pytest

from catalog.catalog import load
from catalog.duty import Duty, day_after
from catalog.period import Period

CATALOG = load()
END = date(2023, 12, 31)


def duty(ledger: str) -> Duty:
    """The one duty of a ledger."""
    (found,) = [entry for entry in CATALOG.duties if entry.ledger == ledger]
    return found


def test_each_ledger_is_owed_once_or_taken_as_it_comes() -> None:
    """No ledger stands twice among the duties."""
    ledgers = [entry.ledger for entry in CATALOG.duties]
    assert len(ledgers) == len(set(ledgers)) == 12


def test_a_duty_whose_ledger_is_not_declared_waits() -> None:
    """Every duty's ledger is declared, or it is not owed yet: nobody is late with what cannot be read."""
    assert {entry.ledger for entry in CATALOG.owed} == {entry.ledger for entry in CATALOG.duties} & set(CATALOG.ledgers)
    assert {"dispute", "screening_round"} <= {entry.ledger for entry in CATALOG.owed}


@pytest.mark.parametrize(
    ("ledger", "periods"),
    [("dispute", 9), ("screening_round", 9), ("administrative_totals", 3), ("fund_budget", 1), ("committee", 2)],
)
def test_a_ledger_is_owed_from_the_first_to_the_last_period(ledger: str, periods: int) -> None:
    """Nine months, three quarters, one year, two days of a roster."""
    assert len(duty(ledger).periods(END)) == periods


def test_a_roster_is_owed_for_the_month_of_its_day() -> None:
    """A state on 30 April and on 31 October: its periods are those months."""
    assert [str(period) for period in duty("mediator").periods(END)] == ["2023-04", "2023-10"]


def test_nothing_is_owed_before_its_period_begins() -> None:
    """On 6 July, July has begun and August has not."""
    assert str(duty("dispute").periods(date(2023, 7, 6))[-1]) == "2023-07"


def test_monthly_returns_fall_due_on_the_fifth() -> None:
    """Five days after the month's end, before any move to a working day."""
    assert day_after(Period.parse("2023-04"), duty("dispute").due_days) == date(2023, 5, 5)


def test_townships_owe_months_of_screening() -> None:
    """The plan asks weeks of villages and months of townships; villages are text until they are units."""
    assert duty("screening_round").content == {"township": "month"}
