"""Chinese working days: a due day that is none moves to the next one. The State Council announces each year's holidays late in the year before."""

from datetime import date, timedelta
from typing import Literal

import chinese_calendar

from catalog.duty import WorkingDays

DueNote = Literal["holidays_not_announced"]  # the year's notice is not known: Monday to Friday count as working days
SATURDAY = 5


def next_working_day(day: date, declared: WorkingDays) -> tuple[date, DueNote | None]:
    """The day itself or the first working day after it, with a note when the holidays on the way are not known yet."""
    note: DueNote | None = None
    while True:
        is_working, is_known = judged(day, declared)
        note = note if is_known else "holidays_not_announced"
        if is_working:
            return day, note
        day += timedelta(days=1)


def working_days(after: date, until: date, declared: WorkingDays) -> tuple[int, DueNote | None]:
    """How many working days come after a day, up to and including another; with a note when the holidays of some are not known yet."""
    days = [judged(after + timedelta(days=number), declared) for number in range(1, (until - after).days + 1)]
    note: DueNote | None = None if all(is_known for _, is_known in days) else "holidays_not_announced"
    return sum(is_working for is_working, _ in days), note


def judged(day: date, declared: WorkingDays) -> tuple[bool, bool]:
    """Whether a day is a working day, and whether that is known or follows from the weekday alone. Declared days outrank the library."""
    if day in declared.extra_working or day in declared.extra_off:
        return day in declared.extra_working, True
    try:
        return chinese_calendar.is_workday(day), True
    except NotImplementedError:  # how the library says that it does not know a year
        return day.weekday() < SATURDAY, False
