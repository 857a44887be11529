"""Periods of returns: week, month, quarter, half-year, year, and from–to; written 2023-W15, 2023-04, 2023-Q2, 2023-H1, 2023, 2023-04/2023-05."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Cadence = Literal["week", "month", "quarter", "half_year", "year", "span"]

MONTHS: dict[Cadence, int] = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}


def first_of_month(months: int) -> date:
    """The first day of the month that is counted from the year 0 (12 a year)."""
    return date(months // 12, months % 12 + 1, 1)


@dataclass(frozen=True, order=True)
class Period:
    """The days from `start` to `end`, both included."""

    start: date
    end: date
    cadence: Cadence

    @classmethod
    def of(cls, day: date, cadence: Cadence) -> "Period":
        """The period of a cadence in which a day lies. A span has no such thing: ValueError."""
        if cadence == "week":
            monday = day - timedelta(days=day.weekday())
            return cls(monday, monday + timedelta(days=6), "week")
        if cadence == "span":
            raise ValueError("a span is given by its ends, not by a day in it")
        length = MONTHS[cadence]
        first = day.year * 12 + (day.month - 1) // length * length
        return cls(first_of_month(first), first_of_month(first + length) - timedelta(days=1), cadence)

    @classmethod
    def parse(cls, code: str) -> "Period":
        """Read a code as `code` writes it; ValueError says which text is none."""
        if "/" in code:
            first, last = (cls.parse(part) for part in code.split("/", 1))
            return cls(first.start, last.end, "span")
        found = re.fullmatch(r"(\d{4})(?:-(?:W(\d{2})|Q([1-4])|H([12])|(\d{2})))?", code)
        if not found:
            raise ValueError(f"{code!r} is no period; write 2023-04, 2023-W15, 2023-Q2, 2023-H1, 2023 or 2023-04/2023-05")
        year, week, quarter, half, month = found.groups()
        if week:
            return cls.of(date.fromisocalendar(int(year), int(week), 1), "week")
        if quarter:
            return cls.of(date(int(year), int(quarter) * 3, 1), "quarter")
        if half:
            return cls.of(date(int(year), int(half) * 6, 1), "half_year")
        return cls.of(date(int(year), int(month), 1), "month") if month else cls.of(date(int(year), 1, 1), "year")

    @property
    def code(self) -> str:
        """The text that names the period everywhere: JSON, partitions, tables."""
        match self.cadence:
            case "week":
                year, week, _ = self.start.isocalendar()
                return f"{year}-W{week:02d}"
            case "month":
                return f"{self.start:%Y-%m}"
            case "quarter":
                return f"{self.start.year}-Q{self.start.month // 3 + 1}"
            case "half_year":
                return f"{self.start.year}-H{self.start.month // 6 + 1}"
            case "year":
                return f"{self.start.year}"
            case "span":
                return f"{self.start:%Y-%m}/{self.end:%Y-%m}"

    @property
    def month(self) -> str:
        """The month under which landing partitions keep the period: that of its first day."""
        return f"{self.start:%Y-%m}"

    def next(self) -> "Period":
        """The period of the same cadence that begins the day after; a span has none: ValueError."""
        return Period.of(self.end + timedelta(days=1), self.cadence)

    def until(self, last: date) -> Iterator["Period"]:
        """This period and those after it, as long as they begin on `last` or before."""
        period = self
        while period.start <= last:
            yield period
            period = period.next()

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    def __str__(self) -> str:
        return self.code
