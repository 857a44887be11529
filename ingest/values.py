"""Reading values: the cells of a table, column by column, become typed records, problems with their addresses, and a record of every change."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import pairwise

from catalog.ledger import Column, Ledger
from catalog.severity import Severity
from ingest.cells import Sheet, Value, address, filed
from ingest.checked import Changed, CheckedRecord, Problem, Typed
from ingest.frame import Frame
from ingest.naming import NamedColumn, Naming
from ingest.notation import trimmed
from ingest.outcome import Fault, Outcome, faulty
from ingest.problems import Facts, Place, Sentences
from ingest.table import Record
from ingest.typed import Target, read_cell
from ingest.yes_or_no import says_none

MISSING = "required_missing"
FILLED_DOWN = "filled_down"
PART_OF_CELL = "part_of_cell"
BY_ORDER = "order_of_column"
STRUCK_OUT = "text_struck_out"  # the rule, and the code of the problem that asks whether it was meant
STROKE = "stroke"  # /, —: written to say that there is nothing


@dataclass(frozen=True)
class Body:
    """What values are read from: the rows of a table on their sheet, the unit and period they are read for, the words for what is wrong."""

    sheet: Sheet
    records: tuple[Record, ...]
    frame: Frame
    say: Sentences

    @cached_property
    def broken(self) -> dict[tuple[int, int], str]:
        """The cells whose formula failed or was never calculated, with the code that says so: nothing stands in them, yet something was filed."""
        return dict.fromkeys(self.sheet.unvalued_formulas, "formula_without_value") | dict.fromkeys(self.sheet.errors, "error_cell")

    def text(self, row: int, column: int, value: Value) -> str:
        """What a cell shows: an error value, or its text with what is struck out in it, else its value as filed."""
        return self.sheet.errors.get((row, column)) or self.sheet.struck.get((row, column)) or filed(value)


@dataclass(frozen=True)
class Judged:
    """What reading a table's values gives."""

    records: tuple[CheckedRecord, ...]
    problems: tuple[Problem, ...]
    changed: tuple[Changed, ...]


@dataclass(frozen=True)
class Strip:
    """One declared column down the table: what was filed in each record's row, and what that gives."""

    field: str
    column: Column
    named: NamedColumn
    filed: tuple[Value, ...]
    cells: tuple[Outcome, ...]

    def severity(self, index: int, say: Sentences) -> Severity | None:
        """How severe the fault of one cell is in this column; None when it has none."""
        fault = self.cells[index].fault
        if fault is None:
            return None
        return self.column.blank if fault.code == MISSING else say.severity(fault.code, self.column.severities)


def read_values(body: Body, naming: Naming, ledger: Ledger) -> Judged:
    """Read every declared column of the records. Contested columns give nothing; their fields are named where something was filed."""
    strips = [read_strip(body, named, field, ledger.columns[field]) for field, named in naming.fields.items()]
    return Judged(
        records=tuple(checked_record(body, index, strips, naming) for index in range(len(body.records))),
        problems=tuple(problems(body, strips)),
        changed=tuple(changes(body, strips)),
    )


# Down a column -------------------------------------------------------------------------------------------------------


def read_strip(body: Body, named: NamedColumn, field: str, column: Column) -> Strip:
    """One declared column, read; equal cells are read once."""
    values = tuple(record.values.get(named.header.column) for record in body.records)
    known: dict[tuple[type, Value], Outcome] = {}
    cells: list[Outcome] = []
    for record, value in zip(body.records, values, strict=True):
        key = (type(value), value)
        if key not in known:
            known[key] = cell_of(body, value, named, field, column)
        cells.append(known[key])
        if (record.row, named.header.column) in body.broken:
            cells[-1] = faulty(body.broken[record.row, named.header.column])
        elif (record.row, named.header.column) in body.sheet.struck:
            cells[-1] = partly_struck(cells[-1], value)
    if column.fill_down:
        cells = filled_down(cells)
    return Strip(field, column, named, values, settled_by_order(cells))


def cell_of(body: Body, value: Value, named: NamedColumn, field: str, column: Column) -> Outcome:
    """The cell under its column; of a combined cell, the part that belongs to the field."""
    rule = None
    if named.combined and not body.frame.is_blank(value):
        parts = [part for part in map(trimmed, filed(value).split(named.combined.separator)) if part]
        if len(parts) != len(named.combined.columns):
            return faulty("parts_unclear", expected=named.combined.title)
        value, rule = parts[named.combined.columns.index(field)], PART_OF_CELL
    if body.frame.is_blank(value) and not says_none(value, column):
        return faulty(MISSING) if column.blank else Outcome(None, STROKE if trimmed(filed(value)) else None)
    cell = read_cell(value, Target(column, named.header.unit, body.frame, named.asked))
    return replace(cell, rule=rule) if rule else cell


def partly_struck(cell: Outcome, value: Value) -> Outcome:
    """The cell read from the characters that are not struck out, to be confirmed where nothing else is wrong with it."""
    return replace(cell, rule=cell.rule or STRUCK_OUT, fault=cell.fault or Fault(STRUCK_OUT, expected=filed(value)))


def filled_down(cells: list[Outcome]) -> list[Outcome]:
    """The cells with each empty one repeating the one above it."""
    filled: list[Outcome] = []
    for cell in cells:
        is_empty = cell in (Outcome(None), faulty(MISSING))
        filled.append(replace(filled[-1], rule=FILLED_DOWN) if is_empty and filled else cell)
    return filled


def settled_by_order(cells: list[Outcome]) -> tuple[Outcome, ...]:
    """The cells with each ambiguous day settled where the column is in order and only one of the days keeps it so."""
    days = [cell.value for cell in cells if isinstance(cell.value, date)]
    if not any(cell.days for cell in cells) or any(earlier > later for earlier, later in pairwise(days)):
        return tuple(cells)
    return tuple(settled(cells, index) if cell.days else cell for index, cell in enumerate(cells))


def settled(cells: list[Outcome], index: int) -> Outcome:
    """An ambiguous day as the days above and below it decide; as it is when they do not."""
    above = [cell.value for cell in cells[:index] if isinstance(cell.value, date)]
    below = [cell.value for cell in cells[index:] if isinstance(cell.value, date)]
    fitting = [day for day in cells[index].days if all(day >= other for other in above) and all(day <= other for other in below)]
    return Outcome(fitting[0], BY_ORDER) if len(fitting) == 1 else cells[index]


# Across a row --------------------------------------------------------------------------------------------------------


def checked_record(body: Body, index: int, strips: list[Strip], naming: Naming) -> CheckedRecord:
    """One row under the declared columns: a blocked cell gives None."""
    record = body.records[index]
    values: dict[str, Typed] = {}
    unread = [field for field, claiming in naming.contested.items() if any(record.values.get(column.header.column) is not None for column in claiming)]
    blocked: list[str] = []
    for strip in strips:
        cell = strip.cells[index]
        values[strip.field] = cell.value
        if cell.fault is None:
            continue
        if strip.severity(index, body.say) == "block":
            values[strip.field] = None
            blocked.append(strip.field)
        if cell.fault.code != MISSING and values[strip.field] is None:
            unread.append(strip.field)
    return CheckedRecord(record.row, values, tuple(unread), tuple(blocked))


def problems(body: Body, strips: list[Strip]) -> Iterator[Problem]:
    """The problems of all cells, row by row; what a merged, repeated or combined cell says, it says once."""
    for index, record in enumerate(body.records):
        said: set[tuple[str, int]] = set()
        for strip in strips:
            fault, column = strip.cells[index].fault, strip.named.header.column
            if fault is None or (fault.code, column) in said or is_repetition(body.sheet, record.row, column, strip.cells[index]):
                continue
            said.add((fault.code, column))
            text = body.text(record.row, column, strip.filed[index])
            facts = Facts(text or None, title_of(strip), fault.other, fault.expected)
            yield body.say.problem(fault.code, Place(body.sheet.name, record.row, column, strip.field), facts, strip.severity(index, body.say))


def title_of(strip: Strip) -> str:
    """The column's name in a sentence: its header, or its own title where the header names two facts."""
    return strip.column.title if strip.named.combined else strip.named.header.name


def is_repetition(sheet: Sheet, row: int, column: int, cell: Outcome) -> bool:
    """Whether the cell shows what another one holds: the one above it, or the first of its merged range."""
    return cell.rule == FILLED_DOWN or sheet.merged_from.get((row, column), (row, column)) != (row, column)


def changes(body: Body, strips: list[Strip]) -> Iterator[Changed]:
    """Every value that was not taken as it stands, row by row."""
    for index, record in enumerate(body.records):
        for strip in strips:
            cell = strip.cells[index]
            if cell.rule and strip.severity(index, body.say) != "block":
                column = strip.named.header.column
                text = body.text(record.row, column, strip.filed[index])
                yield Changed(body.sheet.name, address(record.row, column), strip.field, text, cell.value, cell.rule)
