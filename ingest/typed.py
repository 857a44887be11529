"""One cell under its declared column: read by its type, held against its limits. Nothing is guessed: what does not read gives nothing."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from catalog.code_list import CodeList
from catalog.ledger import Column, Kind
from catalog.period import Period
from ingest.cells import Value, filed
from ingest.dates import read_date
from ingest.frame import Frame
from ingest.identity_numbers import read_identity_number
from ingest.money import read_money
from ingest.months import read_moment, read_month
from ingest.notation import DAMAGED, LOST_DIGITS, PERCENT, PICTURE, Read, Unread, Why, trimmed
from ingest.numbers import read_number, read_whole
from ingest.outcome import Fault, Outcome, faulty
from ingest.phones import read_phone
from ingest.places import fault_of_unit_name, read_district, read_township
from ingest.problems import LISTED
from ingest.yes_or_no import AS_DECLARED, Asked, read_yes_or_no

LOSSLESS = 10**15  # a spreadsheet keeps 15 digits of a number; a longer one typed as a number has lost its end
EXAMPLES = 3  # how many items of a code list a sentence offers
SEVERAL = re.compile(r"[、,，/;；\s]+")  # what stands between two words of a list in one cell

DATE_FAULTS: dict[Why, str] = {"vague": "date_vague", "impossible": "date_impossible", "ambiguous": "date_ambiguous"}
MONTH_FAULTS: dict[Why, str] = {"vague": "month_vague", "impossible": "date_impossible"}
NUMBER_FAULTS: dict[Why, str] = {"not_whole": "number_not_whole"}
TOO_LITTLE: dict[Kind, str] = {"money": "amount_suspicious_unit", "int": "number_too_small", "number": "number_too_small"}
TOO_LARGE = "number_too_large"
RULES_TO_CONFIRM = {"number_in_words": "number_in_words", "amount_in_words": "amount_in_capitals"}  # read, and said as a hint


@dataclass(frozen=True)
class Target:
    """What a cell is read as: its column, the unit that the header names, the frame of the reading, what the header asks."""

    column: Column
    header_unit: str | None
    frame: Frame
    asked: Asked = AS_DECLARED

    @property
    def unit(self) -> str | None:
        """The unit of a bare number."""
        return self.frame.unit_of(self.header_unit, self.column)


def read_cell(value: Value, target: Target) -> Outcome:
    """The filled cell by the type of its column, held against the column's limits."""
    outcome = read_by_type(value, target)
    if outcome.fault or outcome.value is None:
        return outcome
    return Outcome(outcome.value, outcome.rule, fault_of_value(outcome, target))


def read_by_type(value: Value, target: Target) -> Outcome:
    """The filled cell by the type of its column."""
    return READERS[target.column.type](value, target)


def read_day(value: Value, period: Period | None) -> Outcome:
    """A day; of an ambiguous one, the days that it may be."""
    read = read_date(value, period)
    if isinstance(read, Read):
        return Outcome(read.value, read.rule)
    fault = Fault(DATE_FAULTS.get(read.why, "date_unreadable"), expected=LISTED.join(map(str, read.candidates)))
    return Outcome(None, fault=fault, days=read.candidates)


def read_year_and_month(value: Value) -> Outcome:
    """A month of a year."""
    read = read_month(value)
    return Outcome(read.value, read.rule) if isinstance(read, Read) else faulty(MONTH_FAULTS.get(read.why, "month_unreadable"))


def read_count(value: Value) -> Outcome:
    """A whole number."""
    return whole_or_fault(read_whole(value), "number_unreadable")


def read_measure(value: Value) -> Outcome:
    """A number that is no count and no money."""
    read = read_number(value)
    return Outcome(float(read.value), read.rule) if isinstance(read, Read) else faulty("number_unreadable")


def read_figure(value: Value) -> float | None:
    """The number of a form's figure, a rate by its percents; None where it is none: what is filed stands in the column it is read of."""
    read = read_number(value.rstrip(PERCENT) if isinstance(value, str) else value)
    return float(read.value) if isinstance(read, Read) else None


def read_amount(value: Value, unit: str | None) -> Outcome:
    """An amount in fen."""
    return whole_or_fault(read_money(value, unit), "amount_unreadable")


def whole_or_fault(read: Read[int] | Unread, unreadable: str) -> Outcome:
    """A whole number, or why it is none; one that no spreadsheet could hold exactly is a slip."""
    if isinstance(read, Unread):
        return faulty(NUMBER_FAULTS.get(read.why, unreadable))
    return Outcome(read.value, read.rule) if abs(read.value) < LOSSLESS else faulty(TOO_LARGE)


def read_text(value: Value) -> Outcome:
    """A text as filed, without blanks at its ends."""
    match value:
        case datetime() | date() | time() | timedelta():
            return faulty("text_became_date")
        case int() | float() if abs(value) >= LOSSLESS:
            return faulty("precision_lost")
        case str() if LOST_DIGITS.fullmatch(trimmed(value)):
            return faulty("precision_lost")
        case str() if PICTURE.match(value):
            return faulty("picture_in_cell")
        case str() if DAMAGED.search(value):
            return faulty("text_damaged")
    text = trimmed(filed(value))
    return Outcome(text, "trimmed" if isinstance(value, str) and text != value else None)


def read_number_kept_as_text(value: Value, read: Callable[[Value], Outcome]) -> Outcome:
    """A number that is a name: what cannot be such a text (a day, a number that lost its end) is told before it is read."""
    as_text = read_text(value)
    return as_text if as_text.fault else read(value)


def read_unit_name(value: Value, frame: Frame) -> Outcome:
    """The name of a unit as filed; one that no unit has, or a unit elsewhere, is said."""
    outcome = read_text(value)
    return outcome if outcome.fault else Outcome(outcome.value, outcome.rule, fault_of_unit_name(str(outcome.value), frame))


def read_code(text: str, codes: CodeList) -> Outcome:
    """The code that a declared word stands for."""
    if item := codes.find(text):
        return Outcome(item.code, None if text in (item.code, item.title) else "alias_of_code")
    several = [found.title for part in SEVERAL.split(text) if (found := codes.find(part))]
    if len(several) > 1 and len(several) == len(SEVERAL.split(text)):
        return faulty("two_values", expected=several[0])
    return faulty("code_unknown", expected=LISTED.join(item.title for item in codes.items[:EXAMPLES]))


def fault_of_value(outcome: Outcome, target: Target) -> Fault | None:
    """What is wrong with a value that reads well: below the minimum, not of a usual size, after the period or the day it came, words read as a number."""
    column, period, received_on = target.column, target.frame.period, target.frame.received_on
    match outcome.value:
        case int() | float() if column.minimum is not None and outcome.value < column.minimum:
            return Fault("number_negative", expected=str(column.minimum))
        case date() if column.not_after == "period_end" and period and outcome.value > period.end:
            return Fault("date_out_of_period", expected=str(period))
        case date() if column.not_after == "receipt" and received_on and outcome.value > received_on:
            return Fault("date_future", other=str(received_on))
        case int() | float() if unusual := fault_of_size(outcome.value, column):
            return unusual
        case int() | float() if outcome.rule in RULES_TO_CONFIRM:
            return Fault(RULES_TO_CONFIRM[outcome.rule], expected=confirmed(outcome.value, column))
    return None


def fault_of_size(number: float, column: Column) -> Fault | None:
    """What is wrong with a number that is possible and hardly ever meant; nothing at all is never in doubt."""
    if column.doubtful_below is not None and 0 < number < column.doubtful_below:
        return Fault(TOO_LITTLE[column.type], expected=confirmed(column.doubtful_below, column))
    return Fault(TOO_LARGE) if column.doubtful_above is not None and number > column.doubtful_above else None


def confirmed(number: float, column: Column) -> str:
    """The number read from words, in figures a clerk can compare; money in yuan."""
    return f"{number / 100:.2f}".removesuffix(".00") if column.type == "money" else f"{number:g}"


READERS: dict[Kind, Callable[[Value, Target], Outcome]] = {
    "date": lambda value, target: read_day(value, target.frame.period),
    "month": lambda value, _: read_year_and_month(value),
    "moment": lambda value, _: Outcome(read_moment(value)),
    "figure": lambda value, _: Outcome(read_figure(value)),
    "id": lambda value, _: read_number_kept_as_text(value, read_identity_number),
    "phone": lambda value, _: read_number_kept_as_text(value, read_phone),
    "int": lambda value, _: read_count(value),
    "number": lambda value, _: read_measure(value),
    "money": lambda value, target: read_amount(value, target.unit),
    "text": lambda value, _: read_text(value),
    "code": lambda value, target: read_code(trimmed(filed(value)), target.frame.catalog.codes[target.column.codes or ""]),
    "yesno": lambda value, target: read_yes_or_no(value, target.column, target.asked),
    "township": lambda value, target: read_township(trimmed(filed(value)), target.frame),
    "district": lambda value, target: read_district(trimmed(filed(value)), target.frame),
    "unit_name": lambda value, target: read_unit_name(value, target.frame),
}
