"""Finding the tables of a workbook: which sheet is what, and where on it titles, headers, bodies, totals and notes stand. No ledger need be declared."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from catalog.catalog import Catalog
from ingest.body import Surroundings, read_body
from ingest.cells import Sheet, Workbook, filed
from ingest.form import figures_of_pairs, figures_of_table
from ingest.header import HeaderBlock, another_header, find_header, has_brackets
from ingest.lines import Grid, Line
from ingest.marking.first_sheet_read import is_ours
from ingest.sheet_role import is_crosstab, role_without_header, role_without_table
from ingest.table import FormRead, Header, Note, ReadSheet, Reason, Record, Skipped, Table
from ingest.vocabulary import Vocabulary, compared


def find_tables(workbook: Workbook, catalog: Catalog) -> tuple[ReadSheet, ...]:
    """Every sheet with its role and its tables, in the workbook's order."""
    words = Vocabulary(catalog)
    return tuple(our_sheet(sheet) if is_ours(sheet, catalog.marking) else read_sheet(sheet, words) for sheet in workbook.sheets)


def our_sheet(sheet: Sheet) -> ReadSheet:
    """The list of what to put right in a marked workbook that comes back: it holds nothing that the office reports."""
    return ReadSheet(sheet.name, sheet.hidden, "instructions")


def read_sheet(sheet: Sheet, words: Vocabulary) -> ReadSheet:
    """One sheet."""
    if sheet.keys:
        return ReadSheet(sheet.name, sheet.hidden, "table", (table_of_objects(sheet, words),))
    grid = Grid(sheet)
    role = role_without_table(grid, words)
    if role:
        return ReadSheet(sheet.name, sheet.hidden, role, lines=tuple(lines_of_words(grid)))
    tables = tuple(tables_on(grid, words))
    if not tables:
        role = role_without_header(grid)
        form = form_of_pairs(grid, words) if role == "crosstab" else None
        return ReadSheet(sheet.name, sheet.hidden, role, form=form, lines=tuple(lines_of_words(grid)))
    if len(tables) > 1:
        return ReadSheet(sheet.name, sheet.hidden, "stacked", tables)
    if is_crosstab(tables[0], words):
        return ReadSheet(sheet.name, sheet.hidden, "crosstab", form=form_of_table(tables[0], sheet), lines=tuple(lines_of_words(grid)))
    return ReadSheet(sheet.name, sheet.hidden, "table" if tables[0].records else "template", tables)


def table_of_objects(sheet: Sheet, words: Vocabulary) -> Table:
    """Rows that are objects: their keys are the header, and every row is a record, except where nothing stands."""
    records = [Record(row, dict(enumerate(values, 1))) for row, values in enumerate(sheet.rows, 1)]
    return Table(
        sheet=sheet.name,
        header_rows=(),
        first_row=1,
        last_row=len(records),
        headers=tuple(Header(column, "".join(key.split()), words.unit(key) if has_brackets(key) else None) for column, key in enumerate(sheet.keys, 1)),
        records=tuple(record for record in records if any(value not in (None, "") for value in record.values.values())),
        skipped=tuple(Skipped(record.row, "blank") for record in records if all(value in (None, "") for value in record.values.values())),
    )


def lines_of_words(grid: Grid) -> Iterator[Note]:
    """What a sheet without a table says: its lines of one text."""
    for line in grid.lines:
        if len(line.cells) == 1 and isinstance(line.first, str):
            yield Note(line.row, line.text)


def tables_on(grid: Grid, words: Vocabulary) -> Iterator[Table]:
    """The tables that stand one below another."""
    above, block = 1, find_header(grid, 1, words)
    while block:
        following = another_header(grid, block, words)
        end = first_line_above(grid, block, following, words) if following else len(grid.lines) + 1
        yield table(grid, block, range(above, block.top), range(block.end + 1, end), words)
        above, block = end, following


def first_line_above(grid: Grid, block: HeaderBlock, following: HeaderBlock, words: Vocabulary) -> int:
    """The first of the lines of words above a header further down: its title and info rows, up to a gap or a note of the table before."""
    row = following.top
    while row - 1 > block.end and len(grid.line(row - 1).cells) == 1 and above_header(grid.line(row - 1), words) in ("title", "info"):
        row -= 1
    return row


def table(grid: Grid, block: HeaderBlock, above: range, below: range, words: Vocabulary) -> Table:
    """One table, from the lines above its header to the last line before the next."""
    said = [Skipped(line.row, above_header(line, words), line.text) for row in above if (line := grid.line(row)).cells]
    around = Surroundings(grid, block, frozenset(compared(one.text) for one in said), words, [grid.line(row) for row in below])
    body = read_body(around)
    return Table(
        sheet=grid.sheet.name,
        header_rows=block.rows,
        first_row=body.first_row,
        last_row=body.last_row,
        headers=tuple(hinted(block.headers, grid, body.skipped)),
        records=body.records,
        titles=tuple(Note(one.row, one.text) for one in said if one.reason == "title"),
        infos=tuple(Note(one.row, one.text) for one in said if one.reason == "info"),
        notes=(*(Note(one.row, one.text) for one in said if one.reason == "note"), *body.notes),
        skipped=tuple(sorted([*said, *beside_header(grid, block), *body.skipped], key=lambda one: one.row)),
        control_totals=body.control_totals,
    )


def hinted(headers: Iterable[Header], grid: Grid, skipped: Iterable[Skipped]) -> Iterator[Header]:
    """The headers with what the row of hints below them says of each."""
    hints = next((grid.line(one.row).cells for one in skipped if one.reason == "hint"), {})
    for header in headers:
        yield replace(header, hint=filed(hints[header.column])) if header.column in hints else header


def form_of_pairs(grid: Grid, words: Vocabulary) -> FormRead:
    """A form whose labels stand beside their figures, with the lines of words above and below them."""
    figures = tuple(figures_of_pairs(grid))
    first, last = min(figure.row for figure in figures), max(figure.row for figure in figures)
    above = [(above_header(line, words), Note(line.row, line.text)) for line in grid.lines[: first - 1] if line.cells]
    return FormRead(
        Table(
            sheet=grid.sheet.name,
            header_rows=(),
            first_row=first,
            last_row=last,
            headers=(),
            records=(),
            titles=tuple(note for reason, note in above if reason == "title"),
            infos=tuple(note for reason, note in above if reason == "info"),
            notes=(*(note for reason, note in above if reason == "note"), *(Note(line.row, line.text) for line in grid.lines[last:] if line.cells)),
        ),
        figures,
    )


def form_of_table(table: Table, sheet: Sheet) -> FormRead:
    """A form whose labels lead the rows and whose figures stand under heads."""
    return FormRead(replace(table, headers=(), records=()), tuple(figures_of_table(table, sheet)))


def above_header(line: Line, words: Vocabulary) -> Reason:
    """What a line above a header is: entries of who, when and in what unit; a hint; a note; else the title."""
    texts = [value for value in line.cells.values() if isinstance(value, str)]
    if any(map(words.is_hint, texts)):
        return "hint"
    if words.is_remark(line.text):
        return "note"
    return "info" if any(map(words.is_entry, texts)) or (len(texts) > 1 and words.is_key(texts[0])) else "title"


def beside_header(grid: Grid, block: HeaderBlock) -> Iterator[Skipped]:
    """The rows of machine names and of units that belong to the header."""
    for row in block.code_rows:
        yield Skipped(row, "code_row", grid.line(row).text)
    if block.unit_row:
        yield Skipped(block.unit_row, "unit", grid.line(block.unit_row).text)
