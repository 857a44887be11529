"""Is each table complete enough? Every declared promise of every ledger, judged for each unit and period into one of four states."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from catalog.ledger import Ledger
from warehouse.apart import apart
from warehouse.check_results import CheckResult, State
from warehouse.run import Run

if TYPE_CHECKING:
    from quality.validation import GridRow, Verdict


def judge(run: Run) -> list[CheckResult]:
    """Judge the run's candidate on its completeness grids, in a process of its own: one process holds a DuckDB file with one configuration.

    Raises when the check step as a whole cannot run; a single expectation that raises gives `did_not_run`.
    """
    return apart(judge_file, run.candidate, tuple(run.catalog.ledgers.values()), run.run_id)


def judge_file(file: Path, ledgers: tuple[Ledger, ...], run_id: str) -> list[CheckResult]:
    """Judge a DuckDB file here, in this process."""
    from quality.ahead import Grids  # seconds to load, where that was not done beforehand

    grids = Grids(file)
    return [result for ledger in ledgers if ledger.promises for result in results(ledger, grids.rows(ledger), grids.verdicts(ledger), run_id)]


def results(ledger: Ledger, rows: "list[GridRow]", verdicts: "dict[str, Verdict]", run_id: str) -> Iterator[CheckResult]:
    """Every declared promise for every row of the grid, also where no verdict was reached."""
    for promise in ledger.promises:
        verdict = verdicts.get(promise.id)
        for row in rows:
            yield CheckResult(
                ledger=ledger.id,
                promise=promise.id,
                unit_code=row.unit_code,
                district_code=row.district_code,
                period=row.period,
                state=state(verdict, row, promise.id),
                share=row.shares[promise.id],
                at_least=promise.at_least,
                severity=promise.severity,
                run_id=run_id,
            )


def state(verdict: "Verdict | None", row: "GridRow", promise: str) -> State:
    """One of the four states; an expectation passes an empty batch and cannot tell that nothing was filed, so the grid says it."""
    if verdict is None:
        return "did_not_run"
    if row.shares[promise] is None:
        return "no_data"
    return "fail" if (row.unit_code, row.period) in verdict.failing else "pass"
