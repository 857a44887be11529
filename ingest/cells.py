"""A workbook as cells with addresses: what every later step looks at, whatever format the bytes had."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import cached_property

Value = str | float | int | bool | date | datetime | time | timedelta | None  # None: nothing stands there


def letters(column: int) -> str:
    """The letters of a column that is counted from 1: 1 → A, 27 → AA."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def address(row: int, column: int) -> str:
    """A cell's address, rows and columns counted from 1 as a spreadsheet shows them."""
    return f"{letters(column)}{row}"


def called(sheet: str, row: int, column: int, keys: tuple[str, ...]) -> str:
    """What a person calls a cell: its address, or where columns are keys of objects, the list, the number of the object and the key."""
    return f"{sheet}[{row}].{keys[column - 1]}" if keys else address(row, column)


def filed(value: Value) -> str:
    """A cell's content as a clerk sees it: whole numbers without a point, fifteen digits at most, days without a time, nothing as nothing."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).upper()
        case int() | float():
            return f"{Decimal(f'{value:.15g}'):f}"
        case datetime():
            return f"{value:%Y-%m-%d}" if value.time() == time() else f"{value:%Y-%m-%d %H:%M:%S}"
        case _:
            return str(value)


@dataclass(frozen=True)
class Merged:
    """A merged range, all ends from 1 and included; only the first cell holds a value."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(frozen=True)
class Sheet:
    """One sheet. `rows[r - 1][c - 1]` is the value at row r, column c; the grid is rectangular and begins at A1."""

    name: str
    hidden: bool
    rows: tuple[tuple[Value, ...], ...]
    merged: tuple[Merged, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    unvalued_formulas: frozenset[tuple[int, int]] = frozenset()  # (row, column) of formulas whose result was never stored
    errors: dict[tuple[int, int], str] = field(default_factory=dict)  # (row, column): #REF!, #N/A …
    struck: dict[tuple[int, int], str] = field(default_factory=dict)  # (row, column): the whole text of a cell whose value leaves out what is struck out
    shifted: dict[int, int] = field(default_factory=dict)  # rows of delimited text with more fields than the others, and how many
    formats: dict[tuple[int, int], str] = field(default_factory=dict)  # (row, column): number format, where it changes what is shown (%, 00000, a unit)
    keys: tuple[str, ...] = ()  # of rows that are objects: what names each column; no row of the sheet does
    says_nothing: bool = False  # of objects: there are none, and the export says so
    origins: tuple[tuple[int, int], ...] = ()  # of a form read long: the cell of the form that each row is of

    @property
    def width(self) -> int:
        """Number of columns."""
        return len(self.rows[0]) if self.rows else 0

    @cached_property
    def merged_from(self) -> dict[tuple[int, int], tuple[int, int]]:
        """Each covered cell of a merged range with the cell whose value it shows."""
        return {
            (row, column): (m.first_row, m.first_column)
            for m in self.merged
            for row in range(m.first_row, m.last_row + 1)
            for column in range(m.first_column, m.last_column + 1)
        }

    def called(self, row: int, column: int) -> str:
        """What a person calls a cell: its address, on the form where the sheet is one read long; the list, number and key of a value in JSON."""
        if self.origins:
            return address(*self.origins[row - 1])
        return called(self.name, row, column, self.keys)

    def value(self, row: int, column: int) -> Value:
        """What stands in a cell itself; None outside the grid or where the text is empty."""
        if not (0 < row <= len(self.rows) and 0 < column <= self.width):
            return None
        value = self.rows[row - 1][column - 1]
        return None if value == "" else value

    def shown(self, row: int, column: int) -> Value:
        """What a reader sees in a cell: its own value, or that of the merged range it belongs to."""
        return self.value(*self.merged_from.get((row, column), (row, column)))


@dataclass(frozen=True)
class Workbook:
    """An opened file."""

    format: str  # xlsx, xlsx-strict, xlsm, xls, csv, html, json …
    sheets: tuple[Sheet, ...]


@dataclass(frozen=True)
class Refused:
    """A file that cannot be read: a code of `catalog/problems.yml`, and facts for its sentence."""

    code: str
    facts: dict[str, str] = field(default_factory=dict)
