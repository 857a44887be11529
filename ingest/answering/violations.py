"""What the build found beside what reading found: records that break a rule between facts, as problems of the file in which they were stated."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from catalog.catalog import Catalog
from ingest.cells import address
from ingest.checked import CheckedFile, CheckedTable, Problem
from warehouse.violation import Violation


def with_violations(checked: CheckedFile, violations: Iterable[Violation], catalog: Catalog) -> CheckedFile:
    """A checked file with the violations of its records among its problems, each at the cell in which it is put right.

    One of a rule that is declared no more, or of a row that the file has no more, is left out: the next build will not find it.
    """
    found = list(violations)
    tables = (replace(table, problems=(*table.problems, *problems_of(table, found, catalog))) for table in checked.tables)
    return replace(checked, tables=tuple(tables)) if found else checked


def problems_of(table: CheckedTable, violations: Iterable[Violation], catalog: Catalog) -> Iterator[Problem]:
    """The violations of a table's rows in the words of their rules."""
    rows = {record.row for record in table.records}
    for one in violations:
        rule = catalog.rules.get(one.rule_id)
        if rule and one.sheet == table.sheet and one.row in rows:
            yield Problem(
                code=rule.id,
                severity=rule.severity,
                sheet=table.sheet,
                cell=cell(table, one),
                row=one.row,
                field=one.field,
                value=one.value_hash,  # not shown: an explanation of it holds while it stays the same
                message=rule.sentence,
                should_be=rule.should_be,
                remedy=rule.remedy,
                record_key=one.fact_key,
            )


def cell(table: CheckedTable, violation: Violation) -> str:
    """The cell of a violation: in its column, else the first of its row."""
    of_field = table.cell(violation.row, violation.field) if violation.field else None
    return of_field or address(violation.row, min((column.column for column in table.columns), default=1))
