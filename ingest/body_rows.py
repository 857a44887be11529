"""The rows below a header, each told for what it is: a record, a total, a note, or what else stands between and below records."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from catalog.wording import Wording
from ingest.cells import Sheet, Value
from ingest.looks import Line, squeezed
from ingest.table import ControlTotal, Header, Reason, Record

FEW = 0.34  # of the columns; a row that holds only figures in so few of them adds up the rows above
MARGIN = 3  # the label of a total stands in one of the first columns


@dataclass(frozen=True)
class BodyRow:
    """One row: a record where `reason` is None."""

    line: Line
    reason: Reason | None


def body_rows(lines: Sequence[Line], names: Sequence[Header], wording: Wording) -> list[BodyRow]:
    """Every row that is not blank at the end of the sheet, told for what it is."""
    told = [BodyRow(line, reason(line, names, wording)) for line in lines]
    last_record = max((n for n, row in enumerate(told) if row.reason in (None, "number_only")), default=-1)
    return [at_its_place(row, n < last_record) for n, row in enumerate(told)]


def reason(line: Line, names: Sequence[Header], wording: Wording) -> Reason | None:
    """Why a row is no record; None when it is one."""
    if line.is_blank:
        return "blank"
    if is_total(line, wording):
        return "total"
    if line.begins_with(wording.samples):
        return "sample"
    if line.is_single:
        return "note" if line.begins_with((*wording.notes, *wording.hints)) or is_sentence(line) else "section"
    if [line.shown[name.column - 1] for name in names] == [name.name.rsplit("/", 1)[-1] for name in names]:
        return "repeated_header"
    if is_numbered_only(line):
        return "number_only"
    return "total" if is_unlabelled_total(line) else None


def is_total(line: Line, wording: Wording) -> bool:
    """A word for a total stands in one of the first columns."""
    return any(text in wording.totals for text in line.shown[:MARGIN])


def is_sentence(line: Line) -> bool:
    """Punctuation, or a text that spreads over columns: nobody heads a section so."""
    return any(mark in line.first for mark in "。，：:；")


def is_numbered_only(line: Line) -> bool:
    """Only the row's number, in the first column: a template's row that nobody filled."""
    return len(line.filled) == 1 and is_number(line.own[0])


def is_unlabelled_total(line: Line) -> bool:
    """Only figures, in few columns, none of them the first: a sum under its column."""
    return all(is_number(value) for value in line.filled) and not squeezed(line.own[0]) and len(line.filled) <= max(1, FEW * len(line.own))


def is_number(value: Value) -> bool:
    """A figure; yes and no are none."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def at_its_place(row: BodyRow, is_above_record: bool) -> BodyRow:
    """A heading without records below it is a note."""
    return BodyRow(row.line, "note") if row.reason == "section" and not is_above_record else row


def record(sheet: Sheet, line: Line, names: Sequence[Header]) -> Record:
    """A row's values by column, merged cells filled."""
    return Record(line.row, {name.column: sheet.shown(line.row, name.column) for name in names})


def control_totals(sheet: Sheet, line: Line, names: Sequence[Header]) -> Iterator[ControlTotal]:
    """The figures of a total row; a formula without a stored result is one whose figure nobody knows."""
    for name in names:
        value = sheet.value(line.row, name.column)
        if is_number(value):
            yield ControlTotal(line.row, name.column, figure(value))
        elif (line.row, name.column) in sheet.unvalued_formulas:
            yield ControlTotal(line.row, name.column, None)


def figure(value: Value) -> str:
    """A number as the sheet shows it: without the .0 that files keep."""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
