"""Periods: every code reads back as the period it names; periods of one cadence follow on one another without gap or overlap."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.period import Cadence, Period

CADENCES: tuple[Cadence, ...] = ("week", "month", "quarter", "half_year", "year")
days = st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 1))
cadences = st.sampled_from(CADENCES)


@given(days, cadences)
def test_a_code_reads_back_as_its_period(day: date, cadence: Cadence) -> None:
    """Whatever cadence: parse(code) is the period that wrote the code."""
    period = Period.of(day, cadence)
    assert Period.parse(period.code) == period


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2050, 1, 1)), st.integers(0, 40))
def test_a_span_reads_back_as_its_months(day: date, months: int) -> None:
    """A span of whole months is written by its two ends and reads back as them."""
    first = Period.of(day, "month")
    last = list(first.until(first.start + timedelta(days=28 * months)))[-1]
    span = Period(first.start, last.end, "span")
    assert Period.parse(span.code) == span


@given(days, cadences)
def test_a_day_lies_in_its_own_period_and_in_no_neighbour(day: date, cadence: Cadence) -> None:
    """The period of a day contains it; the one after begins the day after it ends."""
    period = Period.of(day, cadence)
    assert day in period
    assert day not in period.next()
    assert period.next().start == period.end + timedelta(days=1)


def test_periods_until_a_day_leave_no_gap() -> None:
    """Months until a day: from the first to the one the day lies in."""
    months = list(Period.parse("2023-04").until(date(2023, 12, 31)))
    assert [month.code for month in months] == [f"2023-{number:02d}" for number in range(4, 13)]
    assert all(later.start - earlier.end == timedelta(days=1) for earlier, later in pairwise(months))


def test_a_period_that_has_not_begun_is_not_among_those_until_a_day() -> None:
    """The day before a period begins, it is not there; on its first day it is."""
    april = Period.parse("2023-04")
    assert [str(month) for month in april.until(date(2023, 4, 30))] == ["2023-04"]
    assert [str(month) for month in april.until(date(2023, 5, 1))] == ["2023-04", "2023-05"]
    assert list(april.until(date(2023, 3, 31))) == []


@pytest.mark.parametrize(
    ("code", "start", "end"),
    [
        ("2023-W15", date(2023, 4, 10), date(2023, 4, 16)),
        ("2020-W53", date(2020, 12, 28), date(2021, 1, 3)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-Q2", date(2023, 4, 1), date(2023, 6, 30)),
        ("2023-H2", date(2023, 7, 1), date(2023, 12, 31)),
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("2023-04/2023-05", date(2023, 4, 1), date(2023, 5, 31)),
    ],
)
def test_a_code_names_its_days(code: str, start: date, end: date) -> None:
    """Each way of writing a period, with its first and last day."""
    period = Period.parse(code)
    assert (period.start, period.end) == (start, end)


@pytest.mark.parametrize("text", ["", "2023-4", "2023-13", "2023-00", "2023-W54", "2023-Q5", "2023-H3", "四月", "2023-04-01"])
def test_what_is_no_period_is_not_read(text: str) -> None:
    """A text that names no period is a ValueError, never a guess."""
    with pytest.raises(ValueError, match=r"is no period|must be in|Invalid week|Invalid isoformat"):
        Period.parse(text)


def test_a_span_has_no_next_and_is_not_found_by_a_day() -> None:
    """From–to is given by its ends: nothing follows it by itself."""
    with pytest.raises(ValueError, match="given by its ends"):
        Period.parse("2023-04/2023-05").next()
