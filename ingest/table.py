"""A table as it was found on a sheet: where its header, body, totals and notes stand, and its rows as filed."""

from dataclasses import dataclass
from typing import Literal

from ingest.cells import Sheet, Value

Role = Literal["table", "template", "crosstab", "instructions", "code_list", "stacked", "empty", "other"]
Reason = Literal["title", "info", "unit", "total", "section", "hint", "sample", "note", "blank", "number_only", "repeated_header", "code_row", "other"]


@dataclass(frozen=True)
class Header:
    """One column: its place (from 1), its name without white space and with stacked headers joined by `/`, and the unit its brackets name."""

    column: int
    name: str
    unit: str | None = None
    hint: str | None = None  # what a row of hints below it says


@dataclass(frozen=True)
class Skipped:
    """A row that is no record, and why."""

    row: int
    reason: Reason
    text: str = ""


@dataclass(frozen=True)
class ControlTotal:
    """A total that the sheet itself states: the row, the column's number, the text as filed (None: a formula without a stored result)."""

    row: int
    column: int
    text: str | None


@dataclass(frozen=True)
class Note:
    """A line of words above or below the body: title, info row, remark, signature."""

    row: int
    text: str


@dataclass(frozen=True)
class Record:
    """One row of the body: its row number and the values by column number, merged cells filled."""

    row: int
    values: dict[int, Value]


@dataclass(frozen=True)
class Table:
    """One table of one sheet; rows and columns are counted from 1. `first_row` to `last_row` is the body with totals and number-only rows."""

    sheet: str
    header_rows: tuple[int, ...]
    first_row: int
    last_row: int
    headers: tuple[Header, ...]
    records: tuple[Record, ...]
    titles: tuple[Note, ...] = ()
    infos: tuple[Note, ...] = ()
    notes: tuple[Note, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    control_totals: tuple[ControlTotal, ...] = ()


@dataclass(frozen=True)
class Figure:
    """One figure of a form: its cell, the labels it stands under, the head of its column (None: it has none), the value."""

    row: int
    column: int
    block: str | None
    item: str | None
    measure: str
    head: str | None
    value: Value


@dataclass(frozen=True)
class FoundTable:
    """A table and the sheet it stands on; of a form, its figures."""

    sheet: Sheet
    table: Table
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True)
class FormRead:
    """A form: its words as those of a table without columns, and its figures."""

    words: Table
    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class ReadSheet:
    """A sheet with its role and its tables."""

    sheet: str
    hidden: bool
    role: Role
    tables: tuple[Table, ...] = ()
    form: FormRead | None = None
    lines: tuple[Note, ...] = ()  # what a sheet without a table says: the words of a nil return in sentences
