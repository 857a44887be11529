"""What the rules between facts found in a published version: each record that breaks one, at its address."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from warehouse.folder import Folder
from warehouse.locked_file import select

IS_THERE = "select count(*) from duckdb_tables() where table_name = 'fct_violation'"
FOUND = """
    select rule_id, fact_key, ledger, unit_code, district_code, period, submission_id, source_sheet, source_row, field, severity, value_hash
    from fct_violation
    order by violation_key
"""


@dataclass(frozen=True)
class Violation:
    """One record that breaks a rule: where it was last stated, the column in which it is put right, the hash of the values by which it offends."""

    rule_id: str
    fact_key: str
    ledger: str
    unit_code: str
    district_code: str
    period: str
    submission_id: str
    sheet: str
    row: int
    field: str | None
    severity: str
    value_hash: str


def violations(published: Path) -> tuple[Violation, ...]:
    """All that a published file tells of; nothing where it has no such table. locked_file.QueryRefused when it cannot be read."""
    if not select(published, IS_THERE).rows[0][0]:
        return ()
    return tuple(rows(published))


def told_to(folder: Folder, district: str) -> tuple[Violation, ...]:
    """What a district was told of by the version that everybody sees; nothing before the first."""
    return tuple(one for one in violations(folder.current) if one.district_code == district) if folder.current.exists() else ()


def rows(published: Path) -> Iterator[Violation]:
    """The rows of the table as values."""
    for rule, key, ledger, unit, district, period, submission, sheet, row, field, severity, value_hash in select(published, FOUND).rows:
        names = (str(rule), str(key), str(ledger), str(unit), str(district), str(period), str(submission), str(sheet))
        yield Violation(*names, int(str(row)), None if field is None else str(field), str(severity), str(value_hash))
