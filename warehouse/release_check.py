"""The release checklist: the last look at a candidate, in a fresh process that shares nothing with those who built it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import duckdb

from catalog.catalog import Catalog
from warehouse import check_results
from warehouse.apart import apart
from warehouse.check_results import State
from warehouse.control_sums import control_sums
from warehouse.dbt_report import Built, built
from warehouse.finding import Finding, What
from warehouse.quiet import reading
from warehouse.run import Run
from warehouse.table_hash import Column, table_hash

DISTRICT = "district_code"
CALENDAR = frozenset({"dim_date"})
WARNED: Mapping[State, What] = {"did_not_run": "did_not_run", "fail": "promise_failed"}
UNOPENED = frozenset({"candidate_missing", "wal_beside"})


@dataclass(frozen=True)
class Table:
    """A table or view of the candidate with its columns."""

    name: str
    is_view: bool
    columns: tuple[Column, ...]


@dataclass(frozen=True)
class Examination:
    """What the checklist found, and the hash of every table that it read to its end."""

    findings: tuple[Finding, ...]
    tables: Mapping[str, str]

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What keeps the candidate from being published."""
        return tuple(finding for finding in self.findings if finding.is_error)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """What is published with it, and said."""
        return tuple(finding for finding in self.findings if not finding.is_error)

    @property
    def not_judged(self) -> tuple[str, ...]:
        """The promises whose expectation raised, as the publish names what it withholds."""
        return tuple(f"{finding.what} {finding.place}" for finding in self.findings if finding.what == "did_not_run")


def checklist(run: Run) -> Examination:
    """Examine the run's candidate in a process of its own."""
    return apart(examine, run)


def examine(run: Run) -> Examination:
    """Examine the run's candidate here. What cannot be opened is not opened; then nothing is said of what is in it."""
    report = built(run)
    around = (*not_whole(run.candidate), *report.findings, *not_judged(run))
    if any(finding.what in UNOPENED for finding in around):
        return Examination(around, {})
    try:
        with reading(run.candidate) as connection:
            tables = tables_of(connection)
            hashes = {table.name: table_hash(connection, table.name, table.columns) for table in tables if not table.is_view}
            wrong = [*badly_shaped(tables, report), *missing(tables, run.catalog)]
            if not any(finding.what == "table_missing" for finding in wrong):
                wrong += control_sums(connection, run.catalog, run.lists)
    except duckdb.Error as error:
        return Examination((*around, Finding("unreadable", run.candidate.name, str(error))), {})
    return Examination((*around, *wrong), hashes)


def not_whole(candidate: Path) -> Iterator[Finding]:
    """A candidate that is not there, or that its writer did not close."""
    if not candidate.exists():
        yield Finding("candidate_missing", candidate.name)
    if candidate.with_name(f"{candidate.name}.wal").exists():
        yield Finding("wal_beside", candidate.name)


def not_judged(run: Run) -> Iterator[Finding]:
    """Check results that are missing or of another run; and, as warnings, the promises that were not kept or not judged."""
    if not (run.lists / check_results.NAME).exists():
        yield Finding("checks_missing", check_results.NAME)
        return
    results = check_results.read(run.lists)
    foreign = {result.run_id for result in results} - {run.run_id}
    if foreign:
        yield Finding("checks_foreign", check_results.NAME, f"of {', '.join(sorted(foreign))}")
    for state, what in WARNED.items():
        units = Counter(f"{result.ledger}.{result.promise}" for result in results if result.state == state)
        yield from (Finding(what, promise, f"{number} units and periods") for promise, number in sorted(units.items()))


def tables_of(connection: duckdb.DuckDBPyConnection) -> list[Table]:
    """Every table and view of the file, with its columns in their order."""
    columns: dict[str, list[Column]] = {}
    found = connection.sql("select table_name, column_name, data_type from duckdb_columns() where not internal order by table_name, column_index")
    for name, column, kind in found.fetchall():
        columns.setdefault(name, []).append(Column(column, kind))
    views = {name for (name,) in connection.sql("select view_name from duckdb_views() where not internal").fetchall()}
    return [Table(name, name in views, tuple(own)) for name, own in columns.items()]


def badly_shaped(tables: list[Table], report: Built) -> Iterator[Finding]:
    """What everybody who reads published tables relies on: they are tables, of this run, and row-level security holds for each that tells of units."""
    of_no_unit = report.seeds | CALENDAR
    for table in tables:
        if table.is_view:
            yield Finding("is_view", table.name)
        if table.name not in of_no_unit and all(column.name != DISTRICT for column in table.columns):
            yield Finding("no_district", table.name)
        if table.name not in report.models | report.seeds:
            yield Finding("not_built", table.name)


def missing(tables: list[Table], catalog: Catalog) -> Iterator[Finding]:
    """Tables that must be there whatever was filed."""
    needed = {"fct_return", "fct_check_result", "fct_indicator"}
    needed |= {f"stg_{ledger}" for ledger in catalog.ledgers}
    needed |= {f"completeness_{ledger.id}" for ledger in catalog.ledgers.values() if ledger.promises}
    for name in sorted(needed - {table.name for table in tables}):
        yield Finding("table_missing", name)
