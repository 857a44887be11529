"""Row checks: what a ledger declares must hold between cells of one row and between rows. A fault that blocks takes its cell, or its row, out."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from catalog.any_check import Balance, BetweenRows, Check
from catalog.ledger import Ledger
from catalog.row_check import Repeated
from ingest.balances import broken
from ingest.checked import CheckedRecord, Problem
from ingest.checks_between_rows import between_rows
from ingest.checks_within_row import within_row
from ingest.rows import Rows


def check_rows(ledger: Ledger, rows: Rows) -> tuple[tuple[CheckedRecord, ...], tuple[Problem, ...]]:
    """The records after all checks of the ledger, in its order, and the problems found."""
    problems: list[Problem] = []
    for check in ledger.checks:
        found = list(findings(check, rows, ledger)) if rows.has(*check.needed) else []
        whole_row = isinstance(check, Repeated) and check.blocks == "row"
        rows = replace(rows, records=tuple(blocked(rows.records, found, whole_row=whole_row)))
        problems += found
    return rows.records, tuple(problems)


def findings(check: Check, rows: Rows, ledger: Ledger) -> Iterator[Problem]:
    """What one check finds in a layout that has the columns it needs."""
    if isinstance(check, Balance):
        return broken(check, rows)
    return between_rows(check, rows) if isinstance(check, BetweenRows) else within_row(check, rows, ledger)


def blocked(records: Iterable[CheckedRecord], problems: list[Problem], *, whole_row: bool) -> Iterator[CheckedRecord]:
    """The records without what the problems block: the cell each stands at, or its row."""
    fields = {problem.row: problem.field for problem in problems if problem.severity == "block" and problem.field}
    for record in records:
        field = fields.get(record.row)
        if field is None:
            yield record
        elif whole_row:
            yield replace(record, is_blocked=True)
        else:
            unread, blocking = ({*names, field} for names in (record.problem_fields, record.blocked_fields))
            yield replace(record, values={**record.values, field: None}, problem_fields=tuple(unread), blocked_fields=tuple(blocking))
