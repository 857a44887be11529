"""Days: from what a cell holds to a date, by the notations of `ingest.notation`."""

import re
from datetime import date, datetime, time, timedelta

from catalog.period import Period
from ingest.cells import Value
from ingest.notation import (
    COMPACT_DAY,
    DAY,
    DAY_OF_MONTH,
    ISO_DAY,
    LOST_ZERO,
    SERIAL_DAY,
    SPAN_OF_DAYS,
    Read,
    Unread,
    arabic,
    plain,
)

SERIAL_EPOCH = date(1899, 12, 30)  # the day that spreadsheets count from, with the leap day of 1900 that never was
SERIALS = range(36526, 54789)  # 2000-01-01 to 2049-12-31: other numbers of five digits are no days
LOCAL_MEAN_TIME = time(23, 59, 17)  # some libraries read midnight in Shanghai's time before 1901, 43 seconds early, on the day before
NOTHING_FILED = "zero_date"  # a formula that points at a blank shows the first day of a spreadsheet's calendar


def read_date(value: Value, period: Period | None) -> Read[date | None] | Unread:
    """The day that a cell names. A date without a year takes the period's; without a period it stays unread."""
    match value:
        case datetime():
            return day_of_moment(value)
        case date():
            return nothing_filed(value) or Read(value)
        case time() | timedelta():
            return Read(None, NOTHING_FILED) if value in (time(), timedelta()) else Unread("unreadable")
        case bool() | None:
            return Unread("unreadable")
        case int() | float():
            return Read(None, NOTHING_FILED) if value == 0 else day_of_text(f"{value:.15g}", period)
        case str():
            return day_of_text(value, period)


def day_of_moment(moment: datetime) -> Read[date | None] | Unread:
    """The day of a date cell, without its time of day."""
    day = moment.date()
    if moment.time() == LOCAL_MEAN_TIME:
        return Read(day + timedelta(days=1), "local_mean_time")
    return nothing_filed(day) or Read(day, None if moment.time() == time() else "time_dropped")


def nothing_filed(day: date) -> Read[None] | None:
    """A blank that a formula turned into the beginning of a calendar."""
    is_beginning = day.year in (1899, 1900) or day == date(1904, 1, 1)
    return Read(None, NOTHING_FILED) if is_beginning else None


def day_of_text(text: str, period: Period | None) -> Read[date | None] | Unread:
    """The day that a text names; each notation must fit the whole text."""
    filed = plain(text)
    figures = arabic(filed)
    numerals = None if figures == filed else "numerals_of_date"
    if found := DAY.fullmatch(figures) or COMPACT_DAY.fullmatch(figures):
        rule = None if ISO_DAY.fullmatch(text) else numerals or "notation_of_date"
        return day_of_calendar(int(found["year"]), found, rule)
    if LOST_ZERO.fullmatch(figures):
        return one_of_two(figures, period)
    if found := DAY_OF_MONTH.fullmatch(figures):
        return Unread("vague") if period is None else day_of_calendar(year_in(period, found), found, "year_of_period")
    if (found := SERIAL_DAY.fullmatch(figures)) and int(found["days"]) in SERIALS:
        return Read(SERIAL_EPOCH + timedelta(days=int(found["days"])), "serial_of_date")
    return Unread("vague" if SPAN_OF_DAYS.search(figures) else "unreadable")


def day_of_calendar(year: int, found: re.Match[str], rule: str | None) -> Read[date] | Unread:
    """The day, if the calendar has it."""
    try:
        return Read(date(year, int(found["month"]), int(found["day"])), rule)
    except ValueError:
        return Unread("impossible")


def year_in(period: Period, found: re.Match[str]) -> int:
    """The year that a day without one belongs to: the period's; of a period over New Year, the one of the day's month."""
    crosses = period.start.year != period.end.year
    return period.start.year if crosses and int(found["month"]) >= period.start.month else period.end.year


def one_of_two(figures: str, period: Period | None) -> Read[date] | Unread:
    """4.1 is the first of April, or the tenth with its zero lost: the days it may be. The column's order may decide."""
    texts = (figures, figures + "0")
    days = [day_of_calendar(year_in(period, found), found, "year_of_period") for text in texts if period and (found := DAY_OF_MONTH.fullmatch(text))]
    readable = [day for day in days if isinstance(day, Read)]
    if len(readable) == 1:
        return readable[0]
    return Unread("ambiguous", tuple(day.value for day in readable)) if readable else Unread("impossible" if period else "vague")
