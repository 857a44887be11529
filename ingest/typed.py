"""One cell under its declared column: the typed value, the rule it was read by, the fault it has. Nothing is guessed: what does not read is None."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property

from catalog.catalog import Catalog
from catalog.ledger import Column
from catalog.period import Period
from catalog.unit import Unit
from ingest.cells import Value
from ingest.checked import Typed
from ingest.dates import read_date
from ingest.money import read_money
from ingest.notation import DAMAGED, PICTURE, YES_AND_NO, Read, Unread, Why, plain, trimmed
from ingest.numbers import exact, read_number, read_whole
from ingest.problems import nearest

LOSSLESS = 10**15  # a spreadsheet keeps 15 digits of a number; a longer one typed as a number has lost its end
EXAMPLES = 3  # how many items of a code list a sentence offers
LISTED = "、"
SEVERAL = re.compile(r"[、,，/;；\s]+")  # what stands between two words of a list in one cell

DATE_FAULTS: dict[Why, str] = {"vague": "date_vague", "impossible": "date_impossible", "ambiguous": "date_ambiguous"}
NUMBER_FAULTS: dict[Why, str] = {"not_whole": "number_not_whole"}
RULES_TO_CONFIRM = {"number_in_words": "number_in_words", "amount_in_words": "amount_in_capitals"}  # read, and said as a hint


@dataclass(frozen=True)
class Fault:
    """What is wrong with a cell: a problem code and the facts of its sentence."""

    code: str
    other: str = ""
    expected: str = ""


@dataclass(frozen=True)
class Cell:
    """What a cell gives. A cell with a fault may still hold a value: whether it counts is a matter of the problem's severity."""

    value: Typed
    rule: str | None = None
    fault: Fault | None = None
    days: tuple[date, ...] = ()  # the days an ambiguous date may be; the column's order may decide


@dataclass(frozen=True)
class Frame:
    """What reading a cell depends on besides its column: the catalog, the return's unit and period."""

    catalog: Catalog
    unit_code: str | None
    period: Period | None

    def townships_named(self, text: str) -> tuple[Unit, ...]:
        """The townships a name may mean, those of the return's unit before all others."""
        return self.catalog.units.township_in(self.unit_code or "", text)

    @cached_property
    def own_townships(self) -> tuple[Unit, ...]:
        """The townships of the return's unit; the city's own office has none, so that none is foreign to it."""
        return tuple(unit for unit in self.catalog.units if unit.level == "township" and unit.parent == self.unit_code)


def filed(value: Value) -> str:
    """A cell's content as a clerk sees it, for sentences and records of change."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).upper()
        case int() | float():
            return f"{exact(value):f}"
        case datetime():
            return f"{value:%Y-%m-%d}" if value.time() == time() else f"{value:%Y-%m-%d %H:%M:%S}"
        case _:
            return str(value)


def is_blank(value: Value, catalog: Catalog) -> bool:
    """Whether nothing was filed: an empty cell, blanks of any width, a stroke."""
    return value is None or (isinstance(value, str) and (plain(value) == "" or trimmed(value) in catalog.wording.strokes))


def read_cell(value: Value, column: Column, unit: str | None, frame: Frame) -> Cell:
    """The cell under its column, its limits checked. `unit` is that of the header, else of the column."""
    cell = READERS[column.type](value, column, unit, frame)
    if cell.fault or cell.value is None:
        return cell
    return Cell(cell.value, cell.rule, fault_of_value(cell, column, frame))


def fault_of_value(cell: Cell, column: Column, frame: Frame) -> Fault | None:
    """What is wrong with a value that reads well: below the minimum, after the period, or read from words."""
    match cell.value:
        case int() | float() if column.minimum is not None and cell.value < column.minimum:
            return Fault("number_negative", expected=str(column.minimum))
        case date() if column.not_after == "period_end" and frame.period and cell.value > frame.period.end:
            return Fault("date_out_of_period", expected=str(frame.period))
    if cell.rule in RULES_TO_CONFIRM:
        return Fault(RULES_TO_CONFIRM[cell.rule], expected=confirmed(cell, column))
    return None


def confirmed(cell: Cell, column: Column) -> str:
    """The value read from words, in figures a clerk can compare; money in yuan."""
    if column.type == "money" and isinstance(cell.value, int):
        return f"{cell.value / 100:.2f}".removesuffix(".00")
    return str(cell.value)


def date_cell(value: Value, _column: Column, _unit: str | None, frame: Frame) -> Cell:
    """A day."""
    read = read_date(value, frame.period)
    if isinstance(read, Read):
        return Cell(read.value, read.rule)
    days = LISTED.join(map(str, read.candidates))
    return Cell(None, fault=Fault(DATE_FAULTS.get(read.why, "date_unreadable"), expected=days), days=read.candidates)


def whole_cell(value: Value, _column: Column, _unit: str | None, _frame: Frame) -> Cell:
    """A count."""
    return number_or_fault(read_whole(value))


def number_cell(value: Value, _column: Column, _unit: str | None, _frame: Frame) -> Cell:
    """A measure that is no count and no money."""
    read = read_number(value)
    return number_or_fault(read if isinstance(read, Unread) else Read(float(read.value), read.rule))


def number_or_fault(read: Read[int] | Read[float] | Unread) -> Cell:
    """A number, or why it is none."""
    if isinstance(read, Read):
        return Cell(read.value, read.rule)
    return Cell(None, fault=Fault(NUMBER_FAULTS.get(read.why, "number_unreadable")))


def money_cell(value: Value, _column: Column, unit: str | None, _frame: Frame) -> Cell:
    """An amount, in fen."""
    read = read_money(value, unit)
    return Cell(read.value, read.rule) if isinstance(read, Read) else Cell(None, fault=Fault("amount_unreadable"))


def text_cell(value: Value, _column: Column, _unit: str | None, _frame: Frame) -> Cell:
    """A text as filed, without blanks at its ends."""
    match value:
        case datetime() | date() | time() | timedelta():
            return Cell(None, fault=Fault("text_became_date"))
        case int() | float() if abs(value) >= LOSSLESS:
            return Cell(None, fault=Fault("precision_lost"))
        case str() if PICTURE.match(value):
            return Cell(None, fault=Fault("picture_in_cell"))
        case str() if DAMAGED.search(value):
            return Cell(None, fault=Fault("text_damaged"))
    text = trimmed(filed(value))
    return Cell(text, "trimmed" if isinstance(value, str) and text != value else None)


def code_cell(value: Value, column: Column, _unit: str | None, frame: Frame) -> Cell:
    """The code that a declared word stands for."""
    codes = frame.catalog.codes[column.codes or ""]
    text = trimmed(filed(value))
    if item := codes.find(text):
        return Cell(item.code, None if text in (item.code, item.title) else "alias_of_code")
    several = [codes.find(part) for part in SEVERAL.split(text)]
    if len(several) > 1 and None not in several:
        return Cell(None, fault=Fault("two_values", expected=several[0].title if several[0] else ""))
    return Cell(None, fault=Fault("code_unknown", expected=LISTED.join(item.title for item in codes.items[:EXAMPLES])))


def yes_or_no_cell(value: Value, _column: Column, _unit: str | None, _frame: Frame) -> Cell:
    """Yes or no."""
    answer = value if isinstance(value, bool) else YES_AND_NO.get(plain(filed(value)))
    return Cell(answer) if answer is not None else Cell(None, fault=Fault("code_unknown", expected=LISTED.join(YES_AND_NO)))


def township_cell(value: Value, _column: Column, _unit: str | None, frame: Frame) -> Cell:
    """The code of a township, the return's own unit first; one of another district is read and said."""
    text = trimmed(filed(value))
    found = frame.townships_named(text)
    fault = fault_of_place(text, found, frame)
    return unit_cell(text, found[0], fault) if len(found) == 1 else Cell(None, fault=fault)


def district_cell(value: Value, _column: Column, _unit: str | None, frame: Frame) -> Cell:
    """The code of a banner, county or district."""
    text = trimmed(filed(value))
    found = frame.catalog.units.named(text, "district")
    if len(found) == 1:
        return unit_cell(text, found[0])
    return Cell(None, fault=Fault("division_unknown", expected=nearest(text, (unit.name for unit in frame.catalog.units.reporting))))


def unit_cell(text: str, unit: Unit, fault: Fault | None = None) -> Cell:
    """The code of a unit, under its own name or another."""
    return Cell(unit.code, None if text in (unit.code, unit.name) else "alias_of_unit", fault)


def unit_name_cell(value: Value, column: Column, unit: str | None, frame: Frame) -> Cell:
    """The name of a unit as filed; one that no unit has, or a unit elsewhere, is said."""
    cell = text_cell(value, column, unit, frame)
    text = filed(cell.value)
    if cell.fault or code_of_unit(text, frame):
        return cell
    return Cell(text, cell.rule, fault_of_place(text, frame.townships_named(text), frame))


def code_of_unit(text: str, frame: Frame) -> str | None:
    """The unit that a name means in the return's district: one of its townships, or a reporting unit; None when there is no such, or several."""
    own = tuple(unit for unit in frame.townships_named(text) if unit in frame.own_townships)
    found = own or frame.catalog.units.named(text, "district")
    return found[0].code if len(found) == 1 else None


def fault_of_place(text: str, found: tuple[Unit, ...], frame: Frame) -> Fault | None:
    """What is wrong with the townships that a name may mean: none, one of another district, several."""
    example = nearest(text, (unit.name for unit in frame.own_townships))
    if not found:
        return Fault("division_unknown", expected=example)
    owners = LISTED.join(dict.fromkeys(frame.catalog.units[unit.parent].name for unit in found if unit.parent))
    if frame.own_townships and not set(found) & set(frame.own_townships):
        return Fault("division_foreign", other=owners, expected=example)
    return Fault("division_ambiguous", expected=owners) if len(found) > 1 else None


READERS: dict[str, Callable[[Value, Column, str | None, Frame], Cell]] = {
    "date": date_cell,
    "int": whole_cell,
    "number": number_cell,
    "money": money_cell,
    "text": text_cell,
    "code": code_cell,
    "yesno": yes_or_no_cell,
    "township": township_cell,
    "district": district_cell,
    "unit_name": unit_name_cell,
}
