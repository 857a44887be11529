"""Judging a table: identified, its columns named, its values read, its rows and totals checked, a verdict given. Every step is a module of its own."""

from collections.abc import Iterable, Iterator

from catalog.catalog import Catalog
from ingest.called import as_called
from ingest.cells import Sheet
from ingest.checked import CheckedTable, FiledColumn, Problem
from ingest.form import long
from ingest.frame import Frame
from ingest.identifying import ALONE, Beside, Delivery, Identity, identify
from ingest.naming import naming_problems
from ingest.problems import Facts, Place, Sentences
from ingest.row_checks import check_rows
from ingest.rows import Rows
from ingest.shifted import of_whole_rows, shifted_problems, without_shifted
from ingest.statements import statements
from ingest.table import FoundTable, Table
from ingest.totals import check_totals
from ingest.values import Body, Judged, read_values
from ingest.verdict import returning_problems, verdict
from ingest.which_ledger import which_ledger


def judge(found: FoundTable, number: int, delivery: Delivery, catalog: Catalog, beside: Beside = ALONE) -> CheckedTable | None:
    """The table under the ledger it is of; None when it is of none that is declared."""
    found = laid_out(found, delivery, catalog)
    table, sheet = found.table, found.sheet
    identity = identify(table, delivery, catalog, beside)
    if identity is None:
        return None
    ledger, naming, say = identity.ledger, identity.naming, Sentences(catalog.problems)
    headers = {column.header.column: header_place(sheet, table, column.header.column) for column in naming.columns}
    rows = judge_rows(table, identity, Body(sheet, identity.entries, frame_of(identity, delivery, catalog), say))
    of_table = (*identity.problems, *returning_problems(table, identity, rows.records, say), *naming_problems(naming, ledger, headers, say))
    problems = in_order((*of_table, *nil_row_problems(identity, sheet, say), *rows.problems))
    checked = CheckedTable(
        number=number,
        sheet=table.sheet,
        ledger=ledger.id,
        unit_code=identity.unit_code,
        district=delivery.district or identity.unit_code,
        period=identity.period,
        basis=identity.basis,
        kind=identity.kind,
        is_final_only=identity.is_final_only,
        verdict=verdict(problems),
        columns=tuple(FiledColumn(one.header.column, one.header.name, headers[one.header.column].cell or "", one.fields) for one in naming.columns),
        absent_fields=naming.absent_of(ledger),
        records=rows.records,
        problems=problems,
        changed=rows.changed,
    )
    return as_called(checked, sheet)


def laid_out(found: FoundTable, delivery: Delivery, catalog: Catalog) -> FoundTable:
    """A table as it is; a form that is one of ours as a table of its figures."""
    if not found.figures:
        return found
    of = which_ledger((), statements(found.table, delivery.path, catalog.wording), catalog)
    return long(found, of.ledger, of.ledger.form) if of and of.ledger.form else found


def judge_rows(table: Table, identity: Identity, body: Body) -> Judged:
    """The rows with their values read, checked against one another and against the totals."""
    read = read_values(body, identity.naming, identity.ledger)
    in_place = without_shifted(read.records, body.sheet)
    records, row_problems = check_rows(identity.ledger, Rows(body, identity.naming, in_place))
    totals = check_totals(table, Rows(body, identity.naming, records), identity.ledger)
    cells = of_whole_rows(read.problems, body.sheet)
    return Judged(records, (*cells, *shifted_problems(table, body.sheet, body.say), *row_problems, *totals), read.changed)


def frame_of(identity: Identity, delivery: Delivery, catalog: Catalog) -> Frame:
    """What reading a cell of the table depends on besides its column."""
    return Frame(catalog, identity.unit_code, identity.period, identity.money_unit, delivery.received_on)


def header_place(sheet: Sheet, table: Table, column: int) -> Place:
    """The cell that holds a column's header: the lowest one with a text, of a merged range its first."""
    for row in reversed(table.header_rows):
        origin = sheet.merged_from.get((row, column), (row, column))
        if sheet.value(*origin) is not None:
            return Place(sheet.name, *origin)
    return Place(sheet.name, table.header_rows[-1] if table.header_rows else None, column)


def nil_row_problems(identity: Identity, sheet: Sheet, say: Sentences) -> Iterator[Problem]:
    """The rows beside entries that only say nothing happened."""
    for record in identity.nil_rows if identity.entries else ():
        yield say.problem("nil_row", Place(sheet.name, record.row, min(record.values, default=1)), Facts())


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems from top to bottom, from left to right; those of the whole table first."""
    return tuple(sorted(problems, key=lambda problem: (problem.row or 0, len(problem.cell or ""), problem.cell or "")))
