"""Days: every notation of the offices, and what is none."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.period import Period
from ingest.cells import Value
from ingest.dates import SERIAL_EPOCH, read_date
from ingest.notation import Read, Unread, Why

APRIL = Period.parse("2023-04")
BEGINNINGS = [datetime.fromisoformat(day) for day in ("1899-12-31", "1900-01-01", "1904-01-01")]
NUMERALS = str.maketrans("0123456789", "〇一二三四五六七八九")
DAYS = st.dates(date(2000, 1, 1), date(2049, 12, 31))


@pytest.mark.parametrize(
    ("filed", "day", "rule"),
    [
        (datetime.fromisoformat("2023-04-01"), "2023-04-01", None),
        (date(2023, 4, 1), "2023-04-01", None),
        ("2023-04-01", "2023-04-01", None),
        ("2023.4.1", "2023-04-01", "notation_of_date"),
        ("2023/4/1", "2023-04-01", "notation_of_date"),
        ("2023年4月1日", "2023-04-01", "notation_of_date"),
        ("2023 年 04月 01日", "2023-04-01", "notation_of_date"),
        ("2023年4月1号", "2023-04-01", "notation_of_date"),
        ("２０２３．４．１", "2023-04-01", "notation_of_date"),
        ("\u00a02023-04-01\u3000", "2023-04-01", "notation_of_date"),
        ("20230401", "2023-04-01", "notation_of_date"),
        ("2023-04-01 09:30", "2023-04-01", "notation_of_date"),
        ("2023-04-01T09:30:15", "2023-04-01", "notation_of_date"),
        ("二〇二三年四月一日", "2023-04-01", "numerals_of_date"),
        ("二零二三年十二月三十一日", "2023-12-31", "numerals_of_date"),
        ("4月7日", "2023-04-07", "year_of_period"),
        ("四月七日", "2023-04-07", "year_of_period"),
        ("4.7", "2023-04-07", "year_of_period"),
        (4.7, "2023-04-07", "year_of_period"),
        ("4.10", "2023-04-10", "year_of_period"),
        ("2.3", "2023-02-03", "year_of_period"),
        (45023, "2023-04-07", "serial_of_date"),
        (45023.75, "2023-04-07", "serial_of_date"),
        ("45023", "2023-04-07", "serial_of_date"),
        (datetime.fromisoformat("2023-04-01T09:30"), "2023-04-01", "time_dropped"),
        (datetime.fromisoformat("2023-04-03T23:59:17"), "2023-04-04", "local_mean_time"),
    ],
    ids=repr,
)
def test_a_day_is_read_in_every_notation(filed: Value, day: str, rule: str | None) -> None:
    """With the rule that says how, where it does not stand there as such."""
    assert read_date(filed, APRIL) == Read(date.fromisoformat(day), rule)


@pytest.mark.parametrize(
    ("filed", "why"),
    [
        ("2023.2.30", "impossible"), ("2023.4.31", "impossible"), ("2023年13月1日", "impossible"), ("13月1日", "impossible"),
        ("4月上旬", "vague"), ("4月份", "vague"), ("2023年4月", "vague"), ("2023.4", "vague"), (2023.4, "vague"),
        ("第二季度", "vague"), ("2023年度", "vague"), ("4月7日左右", "vague"),
        ("尽快", "unreadable"), ("当日", "unreadable"), ("23.4.1", "unreadable"), ("2023-4", "vague"), ("99999", "unreadable"),
        ("2023.4.1-2023.4.5", "unreadable"), (True, "unreadable"), (time(9, 30), "unreadable"),
    ],
    ids=repr,
)  # fmt: skip
def test_what_names_no_day_is_not_read(filed: Value, why: Why) -> None:
    """Nothing is guessed: a span of days, a day the calendar lacks, words."""
    assert read_date(filed, APRIL) == Unread(why)


@pytest.mark.parametrize("filed", ["6.1", 6.1], ids=repr)
def test_a_day_whose_zero_may_be_lost_is_one_of_two(filed: Value) -> None:
    """6.1 is the first of June, or the tenth typed as a number."""
    assert read_date(filed, APRIL) == Unread("ambiguous", (date(2023, 6, 1), date(2023, 6, 10)))


@pytest.mark.parametrize("filed", [0, 0.0, time(), *BEGINNINGS], ids=repr)
def test_the_beginning_of_a_calendar_is_nothing_filed(filed: Value) -> None:
    """A formula that points at a blank gives 0, which shows as a day of 1900."""
    assert read_date(filed, APRIL) == Read(None, "zero_date")


def test_a_day_without_a_year_needs_a_period() -> None:
    """Without one, its year would be a guess."""
    assert read_date("4月7日", None) == Unread("vague")


@pytest.mark.parametrize(("filed", "day"), [("12月28日", "2023-12-28"), ("1月2日", "2024-01-02")])
def test_a_week_over_new_year_lends_the_year_of_its_month(filed: str, day: str) -> None:
    """December belongs to the year in which the week begins, January to the one in which it ends."""
    week = Period(date(2023, 12, 28), date(2024, 1, 3), "week")
    assert read_date(filed, week) == Read(date.fromisoformat(day), "year_of_period")


@given(DAYS)
def test_any_day_is_read_back_from_any_full_notation(day: date) -> None:
    """Whatever the day, the notations agree."""
    spelled = f"{day.year}年{day.month}月{day.day}日"
    figures = f"{str(day.year).translate(NUMERALS)}年{in_words(day.month)}月{in_words(day.day)}日"
    serial = (day - SERIAL_EPOCH).days
    notations = [day.isoformat(), f"{day.year}.{day.month}.{day.day}", f"{day:%Y/%m/%d}", f"{day:%Y%m%d}", spelled, figures, str(serial)]
    assert {read_value(read_date(notation, None)) for notation in notations} == {day}
    assert read_value(read_date(serial, None)) == day


@given(DAYS)
def test_any_day_of_the_periods_year_is_read_back_without_its_year(day: date) -> None:
    """With the month in words there is no zero to lose."""
    assert read_value(read_date(f"{day.month}月{day.day}日", Period.of(day, "month"))) == day


@given(st.text())
def test_any_text_gives_a_day_or_a_reason(text: str) -> None:
    """No text stops the reader."""
    assert isinstance(read_date(text, APRIL), Read | Unread)


def read_value(read: Read[date | None] | Unread) -> date | None:
    """The day that was read."""
    assert isinstance(read, Read)
    return read.value


def in_words(number: int) -> str:
    """A number below a hundred in Chinese numerals."""
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else str(tens).translate(NUMERALS)) + "十" * bool(tens) + (str(ones).translate(NUMERALS) if ones else "")
