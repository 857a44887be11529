"""Months and moments: what is wider and what is narrower than a day."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.cells import Value
from ingest.dates import read_date
from ingest.months import read_moment, read_month
from ingest.notation import Read, Unread

MOMENT = datetime.fromisoformat("2023-04-27 23:10:05")
MONTHS = st.dates(date(1930, 1, 1), date(2029, 12, 31))


@pytest.mark.parametrize(
    "value",
    [
        "1989.02",
        "1989-2",
        "1989/02",
        "1989年2月",
        "1989年02月份",
        "198902",
        "一九八九年二月",
        "1989-02-21",
        "19890221",
        date(1989, 2, 1),
        datetime.fromisoformat("1989-02-21"),
        1989.02,
    ],
    ids=repr,
)
def test_every_notation_names_the_same_month(value: Value) -> None:
    """A day names its month."""
    read = read_month(value)
    assert isinstance(read, Read)
    assert read.value == "1989-02"


@pytest.mark.parametrize(
    ("value", "why"), [(1986.1, "vague"), ("1989.13", "impossible"), ("34岁", "unreadable"), ("八十年代", "unreadable"), (True, "unreadable")]
)
def test_what_names_no_month_is_not_read(value: Value, why: str) -> None:
    """1986.1 as a number may be the tenth month with its zero lost; as a text it is the first."""
    read = read_month(value)
    assert isinstance(read, Unread)
    assert read.why == why


def test_a_text_keeps_its_zero() -> None:
    """Nothing was lost of it."""
    assert read_month("1986.1") == Read("1986-01", "notation_of_month")


def test_a_blank_that_a_formula_turned_into_a_calendars_beginning_is_no_month() -> None:
    """Nothing was filed."""
    assert read_month(datetime.fromisoformat("1899-12-31")) == Read(None, "zero_date")


@given(MONTHS, st.sampled_from(["{:%Y}.{:%m}", "{:%Y}-{:%m}", "{:%Y}年{:%m}月", "{:%Y}{:%m}"]))
def test_a_written_month_is_read_back(day: date, notation: str) -> None:
    """Whatever the month, in each notation."""
    read = read_month(notation.format(day, day))
    assert isinstance(read, Read)
    assert read.value == f"{day:%Y-%m}"


@pytest.mark.parametrize("value", ["2023-04-27 23:10:05", "2023/4/27 23:10:05", "2023年4月27日 23:10:05", MOMENT, "2023.4.27 23:10:05.000"])
def test_a_moment_is_read_to_the_second(value: Value) -> None:
    """In the notations that days have."""
    assert read_moment(value) == MOMENT


@pytest.mark.parametrize(
    "value",
    ["2023-04-27", "2023-04-27 00:00:00", datetime.fromisoformat("2023-04-27"), "2023-04-27 25:10", "当日", 45043, None, time(23, 10)],
)
def test_a_day_without_a_time_is_no_moment(value: Value) -> None:
    """Midnight is how spreadsheets write a day; what does not read is said where the day is read."""
    assert read_moment(value) is None


@given(st.datetimes(datetime.fromisoformat("2023-01-01"), datetime.fromisoformat("2024-12-31")).map(lambda moment: moment.replace(microsecond=0)))
def test_a_moment_lies_on_the_day_that_is_read(moment: datetime) -> None:
    """The same cell never says two days."""
    found = read_moment(f"{moment:%Y-%m-%d %H:%M:%S}")
    assert found == (moment if moment.time() != time() else None)
    read = read_date(f"{moment:%Y-%m-%d %H:%M:%S}", None)
    assert isinstance(read, Read)
    assert read.value == moment.date()
