"""Control sums of a candidate: as many rows staged as were read, as many verdicts as promises, and no figure that cannot be."""

from collections.abc import Iterator
from pathlib import Path

import duckdb

from catalog.catalog import Catalog
from catalog.ledger import Ledger
from warehouse.finding import Finding

IMPOSSIBLE = """
    select indicator, unit_code, period
    from fct_indicator
    where numerator < 0 or denominator < 0 or unreadable < 0 or carried_forward < 0
        or (numerator > denominator and not list_contains($shares_of_sums, indicator)) or value < 0 or blocked < 0
        or returns_received < 0 or (returns_received > returns_expected and returns_expected > 0)
    order by indicator, unit_code, period
"""


def control_sums(connection: duckdb.DuckDBPyConnection, catalog: Catalog, lists: Path) -> Iterator[Finding]:
    """What does not add up. duckdb.Error when a table it asks is missing or cannot be read."""
    for ledger in catalog.ledgers.values():
        yield from rows_staged(connection, ledger, lists / "live_reading.parquet")
        if ledger.promises:
            yield from promises_judged(connection, ledger)
    yield from impossible_figures(connection, catalog)


def rows_staged(connection: duckdb.DuckDBPyConnection, ledger: Ledger, live_reading: Path) -> Iterator[Finding]:
    """Staging has the rows of the files that count, file by file: no more, no fewer."""
    differing = connection.execute(
        f"""
        with read as (select submission_id, sum(records) as records from read_parquet($live_reading) where ledger = $ledger group by all),
             staged as (select submission_id, count(*) as records from stg_{ledger.id} group by all)
        select submission_id, coalesce(read.records, 0) as records_read, coalesce(staged.records, 0) as records_staged
        from read full join staged using (submission_id)
        where records_read <> records_staged
        order by submission_id
        """,  # noqa: S608 – a ledger's id is an identifier
        {"live_reading": str(live_reading), "ledger": ledger.id},
    ).fetchall()
    for submission, read, staged in differing:
        yield Finding("sum_differs", f"stg_{ledger.id}", f"submission {submission}: {read} rows read, {staged} staged")


def promises_judged(connection: duckdb.DuckDBPyConnection, ledger: Ledger) -> Iterator[Finding]:
    """Each promise has one verdict for each row of its ledger's grid."""
    rows = count(connection, f"select count(*) from completeness_{ledger.id}")  # noqa: S608 – as above
    for promise in ledger.promises:
        verdicts = count(connection, "select count(*) from fct_check_result where ledger = ? and promise = ?", ledger.id, promise.id)
        if verdicts != rows:
            yield Finding("sum_differs", "fct_check_result", f"{ledger.id}.{promise.id}: {rows} rows of the grid, {verdicts} verdicts")


def impossible_figures(connection: duckdb.DuckDBPyConnection, catalog: Catalog) -> Iterator[Finding]:
    """Indicators below zero, or larger than what they are a part of; of two sums the one above may be larger: more may be spent than was planned."""
    shares_of_sums = [indicator.id for indicator in catalog.indicators.values() if indicator.over]
    for indicator, unit, period in connection.execute(IMPOSSIBLE, {"shares_of_sums": shares_of_sums}).fetchall():
        yield Finding("impossible", "fct_indicator", f"{indicator} of {unit} in {period}")


def count(connection: duckdb.DuckDBPyConnection, sql: str, *parameters: str) -> int:
    """The number that a SELECT of one number finds."""
    found: tuple[int] | None = connection.execute(sql, parameters).fetchone()
    return found[0] if found else 0
