"""Finding the tables of a workbook, by their looks alone: which sheet is what, and where on it headers, records, totals and notes stand."""

import re
from collections.abc import Iterator

from catalog.wording import Wording
from ingest.body_rows import BodyRow, body_rows, control_totals, record
from ingest.cells import Sheet, Workbook
from ingest.header_rows import HeaderPlace, find_header, headers
from ingest.looks import Line
from ingest.table import Header, Note, ReadSheet, Record, Role, Skipped, Table

NARROW = 3  # columns of a list of codes: code, word, remark
NESTED = 2  # columns of labels merged downward one inside the other make a form, not a list
INSIDE = ("total", "number_only")  # no records, but rows of the body


def find_tables(workbook: Workbook, wording: Wording) -> list[ReadSheet]:
    """Every sheet with its role and its tables, in the workbook's order."""
    return [find_on(sheet, wording) for sheet in workbook.sheets]


def find_on(sheet: Sheet, wording: Wording) -> ReadSheet:
    """One sheet."""
    lines = {row: Line.of(sheet, row) for row in range(1, len(sheet.rows) + 1)}
    said = tuple(Note(line.row, str(line.filled[0])) for line in lines.values() if line.is_single)
    furniture = role_without_table(sheet, lines, wording)
    if furniture:
        return ReadSheet(sheet.name, sheet.hidden, furniture, lines=said)
    tables = tuple(tables_on(sheet, lines, wording))
    return ReadSheet(sheet.name, sheet.hidden, role_of(sheet, tables), tables, said)


def role_without_table(sheet: Sheet, lines: dict[int, Line], wording: Wording) -> Role | None:
    """What a sheet is on which no table has to be looked for; None when one has."""
    if all(line.is_blank for line in lines.values()):
        return "empty"
    if sheet.name in wording.instruction_sheets:
        return "instructions"
    if sheet.name in wording.code_list_sheets or (sheet.hidden and sheet.width <= NARROW):
        return "code_list"
    if find_header(sheet, lines, wording) is None:
        return "instructions" if all(line.is_single or line.is_blank for line in lines.values()) and sheet.width == 1 else "crosstab" if has_figures(lines) else "other"
    return None


def has_figures(lines: dict[int, Line]) -> bool:
    """Whether labels and figures stand side by side."""
    return any(len(line.filled) > 1 and any(isinstance(value, float | int) for value in line.filled) for line in lines.values())


def role_of(sheet: Sheet, tables: tuple[Table, ...]) -> Role:
    """What a sheet with tables is."""
    if is_crosstab(sheet, tables[0]):
        return "crosstab"
    if len(tables) > 1:
        return "stacked"
    return "table" if tables[0].records else "template"


def is_crosstab(sheet: Sheet, table: Table) -> bool:
    """Labels run down in columns nested one inside the other, figures across: a form."""
    merged_down = {m.first_column for m in sheet.merged if m.first_row >= table.first_row and m.last_row > m.first_row}
    return len(merged_down & set(range(1, NESTED + 1))) == NESTED


def tables_on(sheet: Sheet, lines: dict[int, Line], wording: Wording) -> Iterator[Table]:
    """The tables that stand one below the other."""
    above, place = 1, find_header(sheet, lines, wording)
    while place:
        following = next_header(sheet, lines, wording, place)
        end = following[0] if following else len(sheet.rows) + 1
        yield table(sheet, lines, wording, place, above, end)
        above, place = following or (end, None)


def next_header(sheet: Sheet, lines: dict[int, Line], wording: Wording, place: HeaderPlace) -> tuple[int, HeaderPlace] | None:
    """A further table: a header below a title of its own, behind a blank row. With the title's row."""
    for row in range(place.body + 2, len(sheet.rows) + 1):
        if lines[row].is_header and lines[row - 1].is_single and lines[row - 2].is_blank and not lines[row - 1].begins_with(wording.notes):
            found = find_header(sheet, lines, wording, row)
            return (row - 1, found) if found else None
    return None


def table(sheet: Sheet, lines: dict[int, Line], wording: Wording, place: HeaderPlace, above: int, end: int) -> Table:
    """One table, from the first row above its header to the row before the next table."""
    names = tuple(headers(sheet, lines, place, wording))
    furniture = [told(lines[row], wording) for row in range(above, place.rows[0]) if not lines[row].is_blank]
    below = body_rows([lines[row] for row in range(place.body, end)], names, wording)
    last = max((row.line.row for row in below if row.reason is None or row.reason in INSIDE), default=place.body - 1)
    totals = [row.line for row in below if row.reason == "total"]
    return Table(
        sheet=sheet.name,
        header_rows=place.rows,
        first_row=place.body,
        last_row=last,
        headers=names,
        records=tuple(records(sheet, below, names)),
        titles=tuple(Note(one.row, one.text) for one in furniture if one.reason == "title"),
        infos=tuple(Note(one.row, one.text) for one in furniture if one.reason == "info"),
        notes=tuple(Note(row.line.row, said(row.line)) for row in below if row.reason == "note"),
        skipped=(*furniture, *below_header(lines, place), *skipped(below, last)),
        control_totals=tuple(total for line in totals for total in control_totals(sheet, line, names)),
    )


def records(sheet: Sheet, below: list[BodyRow], names: tuple[Header, ...]) -> Iterator[Record]:
    """The rows that are records."""
    return (record(sheet, row.line, names) for row in below if row.reason is None)


def told(line: Line, wording: Wording) -> Skipped:
    """A row above a header: codes of a machine, an info row with keys and colons, or a title."""
    if line.is_machine_codes:
        return Skipped(line.row, "code_row")
    keys = "|".join(re.escape(key) for words in wording.info_keys.values() for key in words)
    is_info = any(re.search(rf"(?:{keys})(?:[（(][^）)]*[）)])?[：:]", text) for text in line.texts)
    return Skipped(line.row, "info" if is_info else "title", said(line))


def below_header(lines: dict[int, Line], place: HeaderPlace) -> Iterator[Skipped]:
    """The rows of units and of hints."""
    if place.unit_row:
        yield Skipped(place.unit_row, "unit")
    if place.hint_row:
        yield Skipped(place.hint_row, "hint", said(lines[place.hint_row]))


def skipped(below: list[BodyRow], last: int) -> Iterator[Skipped]:
    """The rows that are no records; blank ones only inside the body."""
    for row in below:
        if row.reason and (row.reason != "blank" or row.line.row < last):
            yield Skipped(row.line.row, row.reason, said(row.line))


def said(line: Line) -> str:
    """The words of a row as filed."""
    return "  ".join(str(value) for value in line.filled)
