"""Reading forms: sheets of labels and figures, where one row holds several figures and none is a record. Every figure is taken with the labels around it."""

from collections.abc import Iterator

from catalog.ledger import Form, Ledger
from ingest.cells import Sheet, Value, filed
from ingest.lines import Grid
from ingest.sheet_role import is_figure, leading_labels
from ingest.table import Figure, FoundTable, Header, Record, Table

LEVELS = "/"  # between the labels that stand between the outermost and the innermost one
FIGURES = ("total",)  # rows beside the records that hold figures too: a form may call its first block a total


def figures_of_table(table: Table, sheet: Sheet) -> Iterator[Figure]:
    """The figures of a form with heads: the columns at the beginning hold labels, the innermost last; an outermost one holds until the next."""
    labels = leading_labels(table)
    heads = [header for header in table.headers if header.column not in labels]
    words = {one.row for one in table.skipped if one.reason not in FIGURES}
    block = None
    for row in range(table.first_row, table.last_row + 1):
        outer, *between, measure = (label(sheet, row, column) for column in labels)
        if measure is None or row in words:
            continue
        block = outer or block
        item = LEVELS.join(filter(None, between)) or None
        for header in heads:
            yield Figure(row, header.column, block, item, measure, header.name, value(sheet, row, header.column))


def figures_of_pairs(grid: Grid) -> Iterator[Figure]:
    """The figures of a form without heads: each label with the cell to its right; the label before the first pair of a row is the outermost one."""
    sheet = grid.sheet
    labels = {column for line in grid.lines for column in line.cells if is_pair(sheet, line.row, column)}
    block = None
    for line in grid.lines:
        pairs = [column for column in sorted(labels) if label(sheet, line.row, column)]
        if not any(is_pair(sheet, line.row, column) for column in pairs):
            continue
        outer = next((found for column in range(1, min(labels)) if (found := label(sheet, line.row, column))), None)
        block = outer or block
        for column in pairs:
            yield Figure(line.row, column + 1, block, None, label(sheet, line.row, column) or "", None, value(sheet, line.row, column + 1))


def is_pair(sheet: Sheet, row: int, column: int) -> bool:
    """Whether a cell is a label with a figure to its right."""
    return label(sheet, row, column) is not None and is_figure(sheet.value(row, column + 1))


def label(sheet: Sheet, row: int, column: int) -> str | None:
    """The text that a cell shows, without white space; None when it shows none."""
    shown = sheet.shown(row, column)
    return ("".join(shown.split()) or None) if isinstance(shown, str) else None


def value(sheet: Sheet, row: int, column: int) -> Value:
    """The figure as a form's reader takes it: as it is shown."""
    return filed(sheet.shown(row, column)) or None


def long(found: FoundTable, ledger: Ledger, form: Form) -> FoundTable:
    """A form as a table of its ledger's columns, one row per figure; the sheet knows of each row which cell of the form it is of."""
    rows = tuple((figure.block, figure.item, figure.measure, figure.head or form.only_head, figure.value) for figure in found.figures)
    origins = tuple((figure.row, figure.column) for figure in found.figures)
    places = {origin: number for number, origin in enumerate(origins, 1)}
    figure_column = len(form.columns)
    sheet = Sheet(
        name=found.sheet.name,
        hidden=found.sheet.hidden,
        rows=rows,
        unvalued_formulas=frozenset((places[cell], figure_column) for cell in found.sheet.unvalued_formulas if cell in places),
        errors={(places[cell], figure_column): error for cell, error in found.sheet.errors.items() if cell in places},
        struck={(places[cell], figure_column): text for cell, text in found.sheet.struck.items() if cell in places},
        origins=origins,
    )
    table = Table(
        sheet=found.table.sheet,
        header_rows=(),
        first_row=1,
        last_row=len(rows),
        headers=tuple(Header(number, ledger.columns[name].title) for number, name in enumerate(form.columns, 1)),
        records=tuple(Record(number, dict(enumerate(row, 1))) for number, row in enumerate(rows, 1)),
        titles=found.table.titles,
        infos=found.table.infos,
        notes=found.table.notes,
    )
    return FoundTable(sheet, table, found.figures)
