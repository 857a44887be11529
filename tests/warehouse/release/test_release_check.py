"""The release checklist: what keeps a candidate from being published."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.warehouse.release.by_hand import Built
from warehouse import check_results
from warehouse.finding import What
from warehouse.release_check import Examination, checklist, examine


def found(examination: Examination) -> set[What]:
    """The kinds of what was found."""
    return {finding.what for finding in examination.findings}


def test_a_candidate_that_holds_has_no_findings(built: Built) -> None:
    """Everything adds up: nothing is said, and every table has its hash."""
    examination = checklist(built.run)

    assert examination.findings == ()
    assert {"stg_dispute", "fct_dispute", "fct_indicator", "fct_check_result"} <= set(examination.tables)


def test_a_wal_beside_the_candidate_is_an_error(built: Built) -> None:
    """Its writer did not close it; it is not even opened."""
    Path(f"{built.run.candidate}.wal").write_bytes(b"half")

    assert found(checklist(built.run)) == {"wal_beside"}


def test_nothing_built_is_an_error(built: Built) -> None:
    """No candidate, no release."""
    built.run.candidate.unlink()

    assert found(examine(built.run)) == {"candidate_missing"}


@pytest.mark.parametrize("part", range(8))
def test_a_flipped_bit_is_found_or_changes_no_figure(built: Built, part: int) -> None:
    """Wherever a bit flips: the file cannot be read to its end, or the bit lies where no figure is."""
    before = examine(built.run).tables
    content = bytearray(built.run.candidate.read_bytes())
    content[len(content) * (2 * part + 1) // 16] ^= 0b100
    built.run.candidate.write_bytes(content)

    after = examine(built.run)

    assert found(after) == {"unreadable"} or after.tables == before


def test_some_flipped_bit_is_found(built: Built) -> None:
    """Bits flipped all over the file do not pass."""
    content = bytearray(built.run.candidate.read_bytes())
    for place in range(0, len(content), 97):
        content[place] ^= 0b100
    built.run.candidate.write_bytes(content)

    assert found(examine(built.run)) == {"unreadable"}


@pytest.mark.parametrize("status", ["error", "fail", "runtime error"])
def test_a_failed_node_of_dbt_is_an_error(built: Built, status: str) -> None:
    """A model or test that failed is named."""
    built.report("results", ("test.fengqiao.unique_dispute_key", status))

    findings = examine(built.run).errors

    assert [(finding.what, finding.place) for finding in findings] == [("dbt_failed", "test.fengqiao.unique_dispute_key")]


def test_a_report_of_another_run_is_no_report(built: Built) -> None:
    """What another run's dbt said of its own target folder says nothing of this candidate."""
    built.report("results", ("test.fengqiao.unique_dispute_key", "pass"), target=built.run.folder.work / "run-0" / "target-results")

    assert found(examine(built.run)) == {"dbt_missing"}


@pytest.mark.parametrize("content", ["", '{"args": {"target_pa'])
def test_a_cut_report_is_no_report(built: Built, content: str) -> None:
    """A call that was killed left no report of success."""
    (built.run.target("results") / "run_results.json").write_text(content)

    assert found(examine(built.run)) == {"dbt_missing"}


def test_a_table_that_this_run_did_not_build_is_an_error(built: Built) -> None:
    """Nothing gets into a published file but by dbt."""
    built.sql("create table planted as select '150203' as district_code")

    assert found(examine(built.run)) == {"not_built"}


def test_a_view_is_an_error(built: Built) -> None:
    """A view names the candidate's file and breaks under the published name."""
    built.sql("create view fct_view as select * from fct_dispute")

    assert "is_view" in found(examine(built.run))


def test_a_table_without_district_is_an_error(built: Built) -> None:
    """Row-level security could not hold for it."""
    built.sql("alter table fct_dispute drop column district_code")

    assert found(examine(built.run)) == {"no_district"}


def test_a_missing_table_is_an_error(built: Built) -> None:
    """What others rely on must be there."""
    built.sql("drop table fct_indicator")

    assert found(examine(built.run)) == {"table_missing"}


@pytest.mark.parametrize(
    "statement",
    [
        "delete from stg_dispute where source_row = 6",
        "insert into stg_dispute select * from stg_dispute limit 1",
        "update stg_dispute set submission_id = 's2' where source_row = 6",
        "delete from fct_check_result where promise = 'plan_given'",
    ],
)
def test_more_or_fewer_rows_than_were_read_are_an_error(built: Built, statement: str) -> None:
    """Staging equals the readings file by file, and every promise has its verdicts."""
    built.sql(statement)

    assert found(examine(built.run)) == {"sum_differs"}


@pytest.mark.parametrize("change", ["numerator = -1", "denominator = 2", "returns_received = 2", "unreadable = -1", "blocked = -1", "carried_forward = -3"])
def test_a_figure_that_cannot_be_is_an_error(built: Built, change: str) -> None:
    """Below zero, or more than the whole."""
    built.sql(f"update fct_indicator set {change}")

    assert found(examine(built.run)) == {"impossible"}


def test_check_results_of_another_run_are_an_error(built: Built) -> None:
    """Verdicts on another candidate say nothing of this one."""
    results = check_results.read(built.run.lists)
    check_results.write(built.run.lists, [replace(result, run_id="run-0") for result in results])

    assert found(examine(built.run)) == {"checks_foreign"}


def test_missing_check_results_are_an_error(built: Built) -> None:
    """A crash of the check step stops the run."""
    (built.run.lists / check_results.NAME).unlink()

    assert found(examine(built.run)) == {"checks_missing"}


def test_promises_not_kept_or_not_judged_are_warnings(built: Built) -> None:
    """What a unit did never holds publication; what could not be judged is withheld."""
    first, second, *others = check_results.read(built.run.lists)
    check_results.write(built.run.lists, [replace(first, state="did_not_run"), replace(second, state="fail"), *others])

    examination = examine(built.run)

    assert examination.errors == ()
    assert {finding.what for finding in examination.warnings} == {"did_not_run", "promise_failed"}
    assert examination.not_judged == (f"did_not_run {first.ledger}.{first.promise}",)
