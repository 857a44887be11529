"""Months of a year, and moments of a day: what is narrower or wider than a day."""

from datetime import date, datetime, time

from ingest.cells import Value
from ingest.dates import LOCAL_MEAN_TIME, day_of_text, nothing_filed
from ingest.notation import LOST_ZERO_OF_MONTH, MOMENT, YEAR_MONTH, Read, Unread, arabic, plain

MONTHS = range(1, 13)
LAST_HOUR, LAST_MINUTE = 23, 59


def read_month(value: Value) -> Read[str | None] | Unread:
    """The year and month that a cell names, as 2023-04; those of a day, where it names one."""
    match value:
        case datetime():
            return Read(None, "zero_date") if nothing_filed(value.date()) else Read(f"{value:%Y-%m}", "month_of_date")
        case date():
            return Read(None, "zero_date") if nothing_filed(value) else Read(f"{value:%Y-%m}", "month_of_date")
        case bool() | None | time():
            return Unread("unreadable")
        case int() | float():
            text = f"{value:.15g}"
            return Unread("vague") if LOST_ZERO_OF_MONTH.fullmatch(text) else month_of_text(text)
        case str():
            return month_of_text(value)
        case _:
            return Unread("unreadable")


def month_of_text(text: str) -> Read[str | None] | Unread:
    """The year and month that a text names."""
    figures = arabic(plain(text))
    if found := YEAR_MONTH.fullmatch(figures):
        month = int(found["month"])
        name = f"{found['year']}-{month:02d}"
        return Read(name, None if text == name else "notation_of_month") if month in MONTHS else Unread("impossible")
    day = day_of_text(text, None)
    if isinstance(day, Unread):
        return day
    return Read(f"{day.value:%Y-%m}" if day.value else None, "month_of_date")


def read_moment(value: Value) -> datetime | None:
    """The day and time of day that a cell holds; None where it holds a day only, or nothing that reads: that is said where its day is read."""
    match value:
        case datetime() if value.time() not in (time(), LOCAL_MEAN_TIME) and not nothing_filed(value.date()):
            return value.replace(microsecond=0)
        case str() if found := MOMENT.fullmatch(plain(value)):
            day = day_of_text(found["day"], None)
            return at_time(day.value, *(int(found[part] or 0) for part in ("hour", "minute", "second"))) if isinstance(day, Read) and day.value else None
        case _:
            return None


def at_time(day: date, hour: int, minute: int, second: int) -> datetime | None:
    """A moment of a day; None at its beginning, which says no time, and where no clock shows it."""
    if hour > LAST_HOUR or minute > LAST_MINUTE or second > LAST_MINUTE or not (hour or minute or second):
        return None
    return datetime.combine(day, time(hour, minute, second))
