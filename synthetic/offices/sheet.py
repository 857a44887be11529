"""Workbooks as they will be written: sheets of cells with their merges and styles, and the labels of what is wrong in them."""

from dataclasses import dataclass
from datetime import date, datetime

from synthetic.filing.entry import Cell

LETTERS = 26
CHARACTER, LATIN = 2, 0x2E80


@dataclass(frozen=True, slots=True)
class Label:
    """One thing wrong on purpose: where, of which kind, what would be true and what was filed. No cell: it is missing."""

    file: str
    sheet: str
    cell: str
    ledger: str
    unit_code: str
    period: str
    field: str
    kind: str
    record: str
    truth: str
    as_filed: str


@dataclass(frozen=True, slots=True)
class Stands:
    """Where a record stands in a sheet, rows (of objects: their numbers) and columns counted from 1; no column where it is the whole row."""

    record: str
    row: int
    column: int | None = None


@dataclass(frozen=True)
class Sheet:
    """One sheet: rows of cells from A1; which rows are what; cells that span others (first row, first column, last row, last column; from 0)."""

    name: str
    rows: list[list[Cell]]
    title_rows: int = 0
    header_rows: int = 0
    last_body_row: int = 0  # the row after the last one of the table
    blank_rows: int = 0  # rows below it with borders and nothing in them
    merges: tuple[tuple[int, int, int, int], ...] = ()
    hidden_rows: tuple[int, ...] = ()
    widths: tuple[int, ...] = ()
    date_format: str = "yyyy-mm-dd"
    is_form: bool = False  # a printed form: everything stands in the middle of its cell
    records: tuple[Stands, ...] = ()


@dataclass(frozen=True)
class Workbook:
    """One file below an office's folder, when it arrives, and the labels of what is wrong in it."""

    folder: str
    name: str
    format: str
    sheets: tuple[Sheet, ...]
    received_at: datetime
    labels: tuple[Label, ...] = ()
    encoding: str = "utf-8"
    kind: str = "return"  # or correction, or duplicate

    @property
    def path(self) -> str:
        """Its path below the inbox."""
        return f"{self.folder}/{self.name}"


def address(row: int, column: int) -> str:
    """The address of a cell, both counted from 0."""
    letters = ""
    column += 1
    while column:
        column, place = divmod(column - 1, LETTERS)
        letters = chr(ord("A") + place) + letters
    return f"{letters}{row + 1}"


def shown(cell: Cell) -> str:
    """A cell as the labels write it: dates as ISO, numbers as they stand, nothing as nothing."""
    if cell is None:
        return ""
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def extent(text: str) -> int:
    """How much room a text takes in a cell; a Chinese character takes two."""
    return max((sum(CHARACTER if ord(letter) > LATIN else 1 for letter in line) for line in text.split("\n")), default=0)
