"""Periods: which period a title, an info row or a file name states, by the notations of `ingest.notation`."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from catalog.period import MONTHS as MONTHS_OF
from catalog.period import Cadence, Period
from ingest.notation import (
    FIRST_HALF,
    HALF_YEAR,
    MONTH,
    MONTH_COMPACT,
    MONTH_IN_FIGURES,
    QUARTER,
    SPAN_OF_MONTHS,
    WEEK,
    WHOLE_YEAR,
    arabic_before_marks,
    plain,
)

MONTHS = range(1, 13)
WEEKS = range(1, 54)
# From the narrowest statement to the widest: a year and a month also name the year, two months from-to also a month.
STATEMENTS: tuple[tuple[Cadence, re.Pattern[str]], ...] = (
    ("span", SPAN_OF_MONTHS),
    ("month", MONTH),
    ("month", MONTH_IN_FIGURES),
    ("quarter", QUARTER),
    ("half_year", HALF_YEAR),
    ("week", WEEK),
    ("month", MONTH_COMPACT),
    ("year", WHOLE_YEAR),
)


@dataclass(frozen=True)
class Stated:
    """A period as words state it: the year may be missing. `first` and `last` count months, quarters, half-years or weeks of the year."""

    cadence: Cadence
    year: int | None
    first: int
    last: int

    def within(self, year: int) -> Period | None:
        """The period in a year; the stated year, where there is one, stands above it. None for a week that the year does not have."""
        year = self.year or year
        match self.cadence:
            case "span":
                return Period.parse(f"{year}-{self.first:02d}/{year}-{self.last:02d}")
            case "week":
                week = Period.of(date(year, 1, 4) + timedelta(weeks=self.first - 1), "week")  # 4 January lies in the first week (ISO 8601)
                return week if week.start.isocalendar().year == year else None
            case cadence:
                first_month = 1 + (self.first - 1) * MONTHS_OF[cadence]
                return Period.of(date(year, first_month, 1), cadence)


def stated_period(text: str) -> Stated | None:
    """The period a text states, the narrowest first; None when it states none."""
    words = arabic_before_marks(plain(text))
    for cadence, pattern in STATEMENTS:
        for found in pattern.finditer(words):
            stated = statement(cadence, found)
            if stated is not None:
                return stated
    return None


def statement(cadence: Cadence, found: re.Match[str]) -> Stated | None:
    """What one find states; None when it counts what no year has, such as a thirteenth month."""
    parts = found.groupdict()
    year = int(parts["year"]) if parts.get("year") else None
    if cadence == "half_year":
        half = 1 if parts["half"] == FIRST_HALF else 2
        return Stated(cadence, year, half, half)
    first = int(parts.get("first") or 1)
    last = int(parts.get("last") or first)
    counted = WEEKS if cadence == "week" else MONTHS
    possible = first in counted and last in counted and first <= last
    return Stated(cadence, year, first, last) if possible else None


def without_period(text: str) -> str:
    """The text without the words that state a period: what is left names a unit and a ledger."""
    words = arabic_before_marks(plain(text))
    for _, pattern in STATEMENTS:
        words = pattern.sub("", words)
    return words
