"""The months through which the city lives."""

from dataclasses import dataclass
from datetime import date, timedelta

from catalog.period import Period


@dataclass(frozen=True)
class Span:
    """From the first to the last month, both included."""

    first: Period
    last: Period

    @property
    def months(self) -> tuple[Period, ...]:
        """Every month of it."""
        return tuple(self.first.until(self.last.start))

    def warm(self, months: int) -> tuple[Period, ...]:
        """The same months, with some before them."""
        day = self.first.start
        for _ in range(months):
            day = (day - timedelta(days=1)).replace(day=1)
        return tuple(Period.of(day, "month").until(self.last.start))

    def covers(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.first.start <= day <= self.last.end


def days_on(month: Period, weekday: int) -> tuple[date, ...]:
    """The days of a month that fall on one day of the week."""
    first = month.start + timedelta(days=(weekday - month.start.weekday()) % 7)
    return tuple(first + timedelta(days=7 * week) for week in range(5) if first + timedelta(days=7 * week) <= month.end)
