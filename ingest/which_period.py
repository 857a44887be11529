"""Which period a return is for: by title, info row, names of sheet and file, and the days in its rows."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from catalog.duty import Duty
from catalog.ledger import Ledger
from catalog.period import Cadence, Period
from ingest.cells import Value
from ingest.dates import read_date
from ingest.naming import Naming
from ingest.notation import Read
from ingest.periods import Stated, stated_period
from ingest.statements import Statement
from ingest.table import Record

MAJORITY = 0.5  # days speak for or against a period when more than this share of them does
DEFAULT_CADENCE: Cadence = "month"  # of a ledger that nobody owes
ENOUGH = 3  # and when they are at least so many: one slip of the pen moves no return to another period


@dataclass(frozen=True)
class PeriodFound:
    """The period, the statements that name another one, with the period they name; whether the day of receipt alone tells it, or the tables beside it."""

    period: Period | None
    contradicting: tuple[tuple[Statement, Period], ...]
    is_by_receipt: bool = False
    is_by_workbook: bool = False


@dataclass(frozen=True)
class Days:
    """The cells that say when something happened: none of them can lie after the period. A stock repeats earlier periods."""

    cells: tuple[Value, ...]
    is_stock: bool

    def read(self, period: Period | None) -> tuple[date, ...]:
        """The days that read; those without a year as days of a period."""
        read = (read_date(cell, period) for cell in self.cells)
        return tuple(cell.value for cell in read if isinstance(cell, Read) and cell.value)


def days_of(records: tuple[Record, ...], naming: Naming, ledger: Ledger) -> Days:
    """The cells of a ledger's columns of what happened: of the days that cannot lie after the period, else of those declared to tell it."""
    bound = [named.header.column for field, named in naming.fields.items() if ledger.columns[field].not_after == "period_end"]
    columns = bound or [named.header.column for field, named in naming.fields.items() if ledger.columns[field].tells_period]
    cells = tuple(cell for record in records for column in columns if (cell := record.values.get(column)) is not None)
    return Days(cells, ledger.stock)


def which_period(said: tuple[Statement, ...], days: Days, duty: Duty | None, received_on: date | None, of_workbook: Period | None = None) -> PeriodFound:
    """The period of a return. Days outrank title and info row, these the names of sheet and file; of two that agree the narrower stands.

    A state on a day, such as a roster, is of the month of that day: the one that the words enclose, else the one nearest to the day of receipt.
    Where nothing tells, it is the one of the workbook's other tables, if these are of one period.
    """
    in_words = [(statement, words) for statement in said if (words := stated_period(statement.text))]
    year = year_of([words for _, words in in_words], days)
    named = [(statement, period) for statement, words in in_words if (period := placed(words, year, received_on))]
    by_words = narrowed([period for _, period in named])
    period = by_days(days, by_words, duty.every if duty else DEFAULT_CADENCE, received_on) or by_words
    if duty and duty.as_of:
        period = (duty.state_in(period) or period) if period else None
        if period is None and received_on:
            return PeriodFound(duty.state_near(received_on), (), is_by_receipt=True)
    if period is None and of_workbook:
        return PeriodFound(of_workbook, (), is_by_workbook=True)
    contradicting = tuple((statement, other) for statement, other in named if period and not overlap(period, other))
    return PeriodFound(period, contradicting)


def year_of(in_words: list[Stated], days: Days) -> int | None:
    """The year that words without one mean: that of other words, else that of most days."""
    named = next((words.year for words in in_words if words.year), None)
    years = Counter(day.year for day in days.read(None))
    return named or next((year for year, _ in years.most_common(1)), None)


def placed(words: Stated, year: int | None, received_on: date | None) -> Period | None:
    """The period that words name in a year; without a year, the last such period that had begun when the file came."""
    known = words.year or year
    if known:
        return words.within(known)
    if received_on is None:
        return None
    this_year = words.within(received_on.year)
    return this_year if this_year and this_year.start <= received_on else words.within(received_on.year - 1)


def narrowed(periods: list[Period]) -> Period | None:
    """The first period, or the narrowest of those that lie within it."""
    if not periods:
        return None
    within = [period for period in periods if period.start >= periods[0].start and period.end <= periods[0].end]
    return min(within, key=lambda period: period.end - period.start)


def by_days(days: Days, by_words: Period | None, cadence: Cadence, received_on: date | None) -> Period | None:
    """The period that most days lie in, when words name none or most days cannot belong to the one they name."""
    provisional = by_words or (Period.of(received_on, "year") if received_on else None)
    read = days.read(provisional)
    if by_words is None:
        return period_of_most(read, cadence)
    outside = tuple(day for day in read if day > by_words.end or (day < by_words.start and not days.is_stock))
    return period_of_most(outside, by_words.cadence if by_words.cadence != "span" else cadence) if len(outside) > len(read) * MAJORITY else None


def period_of_most(days: tuple[date, ...], cadence: Cadence) -> Period | None:
    """The period in which more than half of the days lie."""
    counted = Counter(Period.of(day, cadence) for day in days)
    if not counted:
        return None
    period, count = counted.most_common(1)[0]
    return period if count >= ENOUGH and count > len(days) * MAJORITY else None


def overlap(one: Period, other: Period) -> bool:
    """Whether two periods have a day in common."""
    return one.start <= other.end and other.start <= one.end
