"""The four states, from one run on a grid made by hand."""

from collections import Counter
from datetime import date
from pathlib import Path

import duckdb
import pytest

from catalog.catalog import load
from quality.judge import judge
from warehouse.check_results import CheckResult
from warehouse.folder import Folder
from warehouse.run import Run

# deadline_set is declared and not in the grid: its expectation raises
DISPUTE = """
    unit_code, district_code, period, type_known, brief_given, responsible_named, plan_given, state_known
    '150203', '150203', '2023-04', 1.0, 1.0, 1.0, 0.98, 1.0
    '150221', '150221', '2023-04', 1.0, 1.0, 1.0, 0.97, 0.0
    '150223', '150223', '2023-04', null, null, null, null, null
    '150203', '150203', '2023-05', 1.0, 1.0, 0.5, 1.0, 1.0
"""
SCREENING = "unit_code, district_code, period, day_given, village_named, screener_named, found_counted"
MANY = [f"'{150300 + number}', '150203', '2023-04', 0.5, 1.0, 1.0, 1.0" for number in range(50)]


def grid(connection: duckdb.DuckDBPyConnection, ledger: str, text: str) -> None:
    """Make a ledger's grid from lines: first the columns, then a row each."""
    header, *rows = (line.strip() for line in text.strip().splitlines())
    columns = [name.strip() for name in header.split(",")]
    typed = ", ".join(f"{name} {'varchar' if name in columns[:3] else 'double'}" for name in columns)
    connection.execute(f"create table completeness_{ledger} ({typed})")
    for row in rows:
        connection.execute(f"insert into completeness_{ledger} values ({row})")


def grids(connection: duckdb.DuckDBPyConnection, dispute: str, screening: str) -> None:
    """Make the grids of two ledgers from lines; those of the others have no row."""
    grid(connection, "dispute", dispute)
    grid(connection, "screening_round", screening)
    for ledger in load().ledgers.values():
        if ledger.id not in ("dispute", "screening_round"):
            grid(connection, ledger.id, ", ".join(["unit_code", "district_code", "period", *(promise.id for promise in ledger.promises)]))


def run_in(home: Path) -> Run:
    """A run without a candidate."""
    run = Run(Folder(home), load(), date(2023, 7, 6), None, "run-1")
    run.work.mkdir(parents=True)
    return run


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """A run whose candidate has both grids."""
    run = run_in(tmp_path_factory.mktemp("home"))
    with duckdb.connect(str(run.candidate)) as connection:
        grids(connection, DISPUTE, "\n".join([SCREENING, *MANY]))
    return run


@pytest.fixture(scope="module")
def results(run: Run) -> list[CheckResult]:
    """What is judged of it."""
    return judge(run)


def states(results: list[CheckResult], promise: str) -> dict[tuple[str, str], str]:
    """State by unit and period, of one promise."""
    return {(result.unit_code, result.period): result.state for result in results if result.promise == promise}


def test_the_four_states_come_from_one_run(results: list[CheckResult]) -> None:
    """Kept, not kept, nothing filed; and a promise whose expectation raises did not run, with all others right."""
    for result in results:
        if result.ledger == "dispute":
            print(f"{result.period} {result.unit_code} {result.promise:20} {result.state:12} {result.share}")  # noqa: T201 – `pytest -s` shows the four states

    assert states(results, "plan_given") == {
        ("150203", "2023-04"): "pass",
        ("150221", "2023-04"): "fail",
        ("150223", "2023-04"): "no_data",
        ("150203", "2023-05"): "pass",
    }
    assert set(states(results, "deadline_set").values()) == {"did_not_run"}
    assert Counter(result.state for result in results if result.ledger == "dispute") == {"pass": 12, "fail": 3, "no_data": 5, "did_not_run": 4}


def test_a_share_just_below_its_threshold_fails_and_one_at_it_passes(results: list[CheckResult]) -> None:
    """98 % promised: 0.98 keeps it, 0.97 does not."""
    shares = {result.share: result.state for result in results if result.promise == "plan_given" and result.period == "2023-04"}

    assert shares[0.98] == "pass"
    assert shares[0.97] == "fail"


def test_every_failing_unit_is_named(results: list[CheckResult]) -> None:
    """Fifty fail and fifty are named: the list is not cut at twenty."""
    assert Counter(states(results, "day_given").values()) == {"fail": 50}


def test_every_promise_has_a_result_for_every_row_of_its_grid(run: Run, results: list[CheckResult]) -> None:
    """None is left out, whatever became of it; each tells what was promised and of which run it is."""
    judged = (run.catalog.ledgers["dispute"], run.catalog.ledgers["screening_round"])
    expected = {(ledger.id, promise.id, promise.at_least, promise.severity) for ledger in judged for promise in ledger.promises}

    assert {(one.ledger, one.promise, one.at_least, one.severity) for one in results} == expected
    assert len(results) == 4 * 6 + 50 * 4
    assert {one.run_id for one in results} == {"run-1"}


@pytest.mark.usefixtures("results")
def test_the_candidate_is_free_again_after_the_checks(run: Run) -> None:
    """The second dbt call can open it for writing."""
    with duckdb.connect(str(run.candidate)) as connection:
        assert connection.sql("select count(*) from completeness_dispute").fetchone() == (4,)


def test_grids_without_rows_have_no_results(tmp_path: Path) -> None:
    """Before the first obligation nothing is judged, and nothing crashes."""
    run = run_in(tmp_path)
    with duckdb.connect(str(run.candidate)) as connection:
        grids(connection, DISPUTE.strip().splitlines()[0], SCREENING)

    assert judge(run) == []


def test_a_crash_of_the_whole_step_is_raised(tmp_path: Path) -> None:
    """A ledger without its grid cannot be judged: that is a fault of ours, not a state."""
    run = run_in(tmp_path)
    duckdb.connect(str(run.candidate)).close()

    with pytest.raises(Exception, match="completeness_commendation"):
        judge(run)
