"""The JSON of `read --json`: one answer per file, in the shape that scripts rely on."""

from pydantic import BaseModel, ConfigDict

from catalog.catalog import Catalog
from ingest.cells import filed, letters
from ingest.check_json import RefusalAnswer, refusal
from ingest.reading import ReadFile
from ingest.table import Note, ReadSheet, Reason, Role, Table


class Answer(BaseModel):
    """A part of the answer."""

    model_config = ConfigDict(frozen=True)


class SkippedAnswer(Answer):
    """A row that is no record, and why."""

    row: int
    reason: Reason


class ControlTotalAnswer(Answer):
    """A total that the sheet states."""

    row: int
    column: str
    text: str | None


class NoteAnswer(Answer):
    """A line of words."""

    row: int
    text: str


class RecordAnswer(Answer):
    """A record, its values as filed."""

    row: int
    values: dict[str, str | None]


class TableAnswer(Answer):
    """One table; rows are counted from 1."""

    header_rows: tuple[int, ...]
    first_row: int
    last_row: int
    columns: tuple[str, ...]
    units: dict[str, str]
    row_count: int
    skipped: tuple[SkippedAnswer, ...]
    control_totals: tuple[ControlTotalAnswer, ...]
    notes: tuple[NoteAnswer, ...]
    records: tuple[RecordAnswer, ...] | None = None


class SheetAnswer(Answer):
    """One sheet."""

    sheet: str
    hidden: bool
    role: Role
    tables: tuple[TableAnswer, ...]


class ReadAnswer(Answer):
    """One file."""

    file: str
    sha256: str
    format: str | None
    opened: bool
    refusal: RefusalAnswer | None
    sheets: tuple[SheetAnswer, ...]


def read_answer(read: ReadFile, catalog: Catalog, *, records: bool) -> ReadAnswer:
    """The answer about one file, with its records where they are asked for."""
    return ReadAnswer(
        file=read.file,
        sha256=read.sha256,
        format=read.format,
        opened=read.refusal is None,
        refusal=refusal(read.refusal, catalog),
        sheets=tuple(sheet_answer(sheet, records=records) for sheet in read.sheets),
    )


def sheet_answer(sheet: ReadSheet, *, records: bool) -> SheetAnswer:
    """The answer about one sheet."""
    return SheetAnswer(sheet=sheet.sheet, hidden=sheet.hidden, role=sheet.role, tables=tuple(table_answer(table, records=records) for table in sheet.tables))


def table_answer(table: Table, *, records: bool) -> TableAnswer:
    """The answer about one table."""
    names = {header.column: header.name for header in table.headers}
    keys = distinct(names)
    return TableAnswer(
        header_rows=table.header_rows,
        first_row=table.first_row,
        last_row=table.last_row,
        columns=tuple(names.values()),
        units={header.name: header.unit for header in table.headers if header.unit},
        row_count=len(table.records),
        skipped=tuple(SkippedAnswer(row=one.row, reason=one.reason) for one in table.skipped),
        control_totals=tuple(ControlTotalAnswer(row=one.row, column=names[one.column], text=one.text) for one in table.control_totals),
        notes=tuple(note_answer(note) for note in table.notes),
        records=tuple(RecordAnswer(row=one.row, values={keys[column]: filed(value) or None for column, value in one.values.items()}) for one in table.records)
        if records
        else None,
    )


def note_answer(note: Note) -> NoteAnswer:
    """The answer about one line of words."""
    return NoteAnswer(row=note.row, text=note.text)


def distinct(names: dict[int, str]) -> dict[int, str]:
    """The names of columns, where two are the same with the letters of the column behind the second."""
    first = {name: column for column, name in reversed(names.items())}
    return {column: name if first[name] == column else f"{name} ({letters(column)})" for column, name in names.items()}
