"""Which period: days outrank words, but one slip of the pen outranks nothing."""

from datetime import date

from ingest.cells import Value
from ingest.problems import Place
from ingest.statements import Source, Statement
from ingest.which_period import Days, PeriodFound, which_period

APRIL_DAYS: tuple[Value, ...] = (date(2023, 4, 3), date(2023, 4, 12), date(2023, 4, 28))
RECEIVED = date(2023, 6, 5)


def period(*said: tuple[Source, str], days: tuple[Value, ...] = (), stock: bool = False, received_on: date | None = RECEIVED) -> PeriodFound:
    """The period found for statements and days."""
    return which_period(tuple(Statement(source, text, Place()) for source, text in said), Days(days, stock), None, received_on)


def test_title_and_file_name_that_agree_tell_the_period() -> None:
    """And nothing contradicts."""
    assert str(period(("title", "2023年4月台账"), ("file", "昆区4月台账"), days=APRIL_DAYS).period) == "2023-04"


def test_a_month_without_a_year_takes_the_year_of_other_words() -> None:
    """The info row says April, the file name 2023."""
    assert str(period(("info", "4月份"), ("file", "昆区2023台账")).period) == "2023-04"


def test_a_month_without_a_year_takes_the_year_of_the_days() -> None:
    """No words state one."""
    assert str(period(("info", "4月份"), days=APRIL_DAYS, received_on=None).period) == "2023-04"


def test_a_month_without_any_year_is_the_last_one_before_the_file_came() -> None:
    """December's return comes in January."""
    assert str(period(("title", "12月份"), received_on=date(2024, 1, 5)).period) == "2023-12"
    assert period(("title", "12月份"), received_on=None).period is None


def test_the_narrower_of_two_that_agree_stands() -> None:
    """The title names the year, the info row the month."""
    assert str(period(("title", "2023年度矛盾纠纷台账"), ("info", "4月份")).period) == "2023-04"


def test_the_title_outranks_the_file_name() -> None:
    """The file name is said to contradict."""
    found = period(("title", "2023年4月台账"), ("file", "昆区5月台账"))
    assert (str(found.period), [(statement.source, str(other)) for statement, other in found.contradicting]) == ("2023-04", [("file", "2023-05")])


def test_days_outrank_the_title() -> None:
    """The title of last month over the days of this one."""
    found = period(("title", "2023年3月台账"), ("file", "昆区4月台账"), days=APRIL_DAYS)
    assert (str(found.period), [statement.source for statement, _ in found.contradicting]) == ("2023-04", ["title"])


def test_days_without_a_year_outrank_the_title_too() -> None:
    """They are days of its year."""
    assert str(period(("title", "2023年3月台账"), days=("4月3日", "4月12日", "4月28日")).period) == "2023-04"


def test_one_day_outranks_nothing() -> None:
    """It is the day that is wrong."""
    assert str(period(("title", "2023年4月台账"), days=(date(2023, 7, 12),)).period) == "2023-04"
    assert str(period(("title", "2023年4月台账"), days=(*APRIL_DAYS, date(2023, 7, 12))).period) == "2023-04"


def test_a_stock_repeats_earlier_months() -> None:
    """A ledger of May may hold nothing but what April left open; days of June it cannot hold."""
    assert str(period(("title", "2023年5月台账"), days=APRIL_DAYS, stock=True).period) == "2023-05"
    assert str(period(("title", "2023年3月台账"), days=APRIL_DAYS, stock=True).period) == "2023-04"


def test_days_alone_tell_the_period() -> None:
    """When most lie in one month; else it stays unknown."""
    assert str(period(days=(*APRIL_DAYS, date(2023, 3, 31))).period) == "2023-04"
    assert period(days=(date(2023, 3, 1), date(2023, 4, 1), date(2023, 5, 1))).period is None
    assert period().period is None
