"""Judging a table: identified, its columns named, its values read, its rows and totals checked, a verdict given. Every step is a module of its own."""

from collections.abc import Iterable, Iterator

from catalog.catalog import Catalog
from ingest.cells import Sheet
from ingest.checked import CheckedTable, FiledColumn, Problem
from ingest.frame import Frame
from ingest.identifying import Delivery, Identity, identify
from ingest.naming import naming_problems
from ingest.problems import Facts, Place, Sentences
from ingest.row_checks import check_rows
from ingest.rows import Rows
from ingest.table import Table
from ingest.totals import check_totals
from ingest.values import Body, read_values
from ingest.verdict import returning_problems, verdict


def judge(table: Table, sheet: Sheet, number: int, delivery: Delivery, catalog: Catalog) -> CheckedTable | None:
    """The table under the ledger it is of; None when it is of none that is declared."""
    identity = identify(table, delivery, catalog)
    if identity is None:
        return None
    ledger, naming, say = identity.ledger, identity.naming, Sentences(catalog.problems)
    unit_code = identity.unit.code if identity.unit else None
    headers = {column.header.column: header_place(sheet, table, column.header.column) for column in naming.columns}
    body = Body(sheet, identity.entries, Frame(catalog, unit_code, identity.period, identity.money_unit), say)
    judged = read_values(body, naming, ledger)
    records, row_problems = check_rows(ledger, Rows(body, naming, judged.records))
    problems = in_order(
        (
            *identity.problems,
            *returning_problems(table, identity, records, say),
            *naming_problems(naming, ledger, headers, say),
            *nil_row_problems(identity, sheet, say),
            *judged.problems,
            *row_problems,
            *check_totals(table, Rows(body, naming, records), ledger),
        )
    )
    return CheckedTable(
        number=number,
        sheet=table.sheet,
        ledger=ledger.id,
        unit_code=unit_code,
        district=delivery.district or unit_code,
        period=identity.period,
        basis=identity.basis,
        kind=identity.kind,
        is_final_only=identity.is_final_only,
        verdict=verdict(problems),
        columns=tuple(FiledColumn(c.header.column, c.header.name, headers[c.header.column].cell or "", c.fields) for c in naming.columns),
        absent_fields=tuple(field for field in ledger.columns if field not in naming.fields and field not in naming.contested),
        records=records,
        problems=problems,
        changed=judged.changed,
    )


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
