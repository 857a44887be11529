"""A run whose candidate was built by hand: small, with the columns the checklist asks for, and the reports a real build leaves."""

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Protocol

import duckdb

from catalog.catalog import Catalog
from warehouse import check_results
from warehouse.build import PARTS
from warehouse.check_results import CheckResult
from warehouse.event import Received
from warehouse.folder import Folder
from warehouse.journal import Journal
from warehouse.run import Run

UNIT = "'150203' as unit_code, '150203' as district_code, '2023-04' as period"
TABLES = {
    "stg_dispute": f"select 's1' as submission_id, 'Sheet1' as source_sheet, 5 + row as source_row, 'r' || row as record_key, {UNIT} from range(3) t(row)",
    "fct_dispute_month": f"select 'd' || row as dispute_key, 'r' || row as record_key, 's1' as submission_id, 'Sheet1' as source_sheet, 5 + row as source_row, "
    f"{UNIT} from range(3) t(row)",
    "fct_dispute": f"select 'd' || row as dispute_key, {UNIT} from range(3) t(row)",
    "fct_return": f"select 'x' as return_key, 'filed' as state, {UNIT}",
    "fct_indicator": f"select 'disputes_found' as indicator, 3::bigint as numerator, null::bigint as denominator, 3::decimal(18, 6) as value, "
    f"0::bigint as unreadable, 0::bigint as blocked, 1::bigint as returns_expected, 1::bigint as returns_received, 0::bigint as carried_forward, {UNIT}",
}
NOTHING_STAGED = f"select null::varchar as submission_id, null::varchar as source_sheet, null::bigint as source_row, {UNIT} limit 0"
LIVE_READING = "select 's1' as submission_id, 'dispute' as ledger, 3::bigint as records"


@dataclass(frozen=True)
class Built:
    """A run with a candidate; each method breaks or changes one thing."""

    run: Run

    def sql(self, statement: str) -> None:
        """Change the candidate, and close it as a writer does."""
        with duckdb.connect(str(self.run.candidate)) as connection:
            connection.execute(statement)

    def report(self, part: str, *nodes: tuple[str, str], target: Path | None = None) -> None:
        """Leave dbt's report of one call."""
        results = [{"unique_id": name, "status": status, "message": None} for name, status in nodes]
        folder = self.run.target(part)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "run_results.json").write_text(json.dumps({"args": {"target_path": str(target or folder)}, "results": results}))

    def deliver(self) -> None:
        """Note in the journal that something was delivered."""
        Journal(self.run.folder).append(Received.of("150203", "a.xlsx", "0" * 64, 1, datetime(2023, 5, 3, tzinfo=UTC)))


class Build(Protocol):
    """Builds a run by hand in one data folder."""

    def __call__(self, run_id: str, **tables: str) -> Built:
        """Build a run; `tables` says by SQL what some of its tables hold instead."""


def candidate(folder: Folder, catalog: Catalog, run_id: str, **tables: str) -> Built:
    """A run with a candidate."""
    built = Built(Run(folder, catalog, date(2023, 7, 6), None, run_id))
    built.run.lists.mkdir(parents=True)
    judged = [verdict(built.run, ledger, promise.id) for ledger in built.run.catalog.ledgers for promise in built.run.catalog.ledgers[ledger].promises]
    check_results.write(built.run.lists, judged)
    staged = {f"stg_{ledger}": NOTHING_STAGED for ledger in built.run.catalog.ledgers}
    grids = {f"completeness_{ledger}": f"select {UNIT}" for ledger in built.run.catalog.ledgers}
    verdicts = f"select ledger, promise, state, unit_code, district_code, period from '{built.run.lists / check_results.NAME}'"
    contents = staged | TABLES | grids | {"fct_check_result": verdicts} | tables
    with duckdb.connect(str(built.run.candidate)) as connection:
        for name, select in contents.items():
            connection.execute(f"create table {name} as {select}")
        connection.execute(f"copy ({LIVE_READING}) to '{built.run.lists / 'live_reading.parquet'}'")
    built.report(PARTS[0], *((f"model.fengqiao.{name}", "success") for name in contents))
    built.report(PARTS[1], ("test.fengqiao.unique_dispute_key", "pass"))
    return built


def verdict(run: Run, ledger: str, promise: str) -> CheckResult:
    """A promise kept by the one unit that filed."""
    return CheckResult(ledger, promise, "150203", "150203", "2023-04", "pass", 1.0, 0.9, "critical", run.run_id)
