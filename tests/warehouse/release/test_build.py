"""The two dbt calls, on a project of two models, a seed and a test."""

from datetime import date
from pathlib import Path
from textwrap import dedent

import duckdb
import pytest

from catalog.catalog import load
from warehouse import check_results
from warehouse.build import BuildResult, facts, results
from warehouse.folder import Folder
from warehouse.parsed_project import PROJECT as PRODUCT
from warehouse.run import Run

PROJECT = {
    "dbt_project.yml": "{name: small, profile: small, flags: {send_anonymous_usage_stats: false}, models: {+materialized: table}}",
    "profiles.yml": "small: {target: duckdb, outputs: {duckdb: {type: duckdb, path: \"{{ env_var('FENGQIAO_NEXT') }}\"}}}",
    "models/sources.yml": """
        sources:
          - name: run
            config: {external_location: "read_parquet('{{ env_var('FENGQIAO_LISTS') }}/{name}.parquet')"}
            tables: [{name: check_result}]
        models:
          - {name: fct_round, columns: [{name: rounds, data_tests: [not_null]}]}
        unit_tests:
          - {name: wrong, model: fct_round, given: [{input: ref('village'), rows: []}], expect: {rows: [{rounds: 99}]}}
    """,
    "models/fct_round.sql": "select count(*) as rounds from {{ ref('village') }}",
    "models/results/fct_check_result.sql": "select * from {{ source('run', 'check_result') }}",
    "seeds/village.csv": "name\nA\nB\n",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The project's folder."""
    for name, text in PROJECT.items():
        file = tmp_path / "project" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(dedent(text), encoding="utf-8")
    return tmp_path / "project"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A run with its variables set and an empty list of check results; the working folder is the test's own."""
    run = Run(Folder(tmp_path / "data"), load(), date(2023, 7, 6), None, "run-1")
    run.lists.mkdir(parents=True)
    check_results.write(run.lists, [])
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    monkeypatch.setenv("FENGQIAO_NEXT", str(run.candidate))
    monkeypatch.setenv("FENGQIAO_LISTS", str(run.lists))
    return run


def tables(run: Run) -> set[str]:
    """The candidate's tables; whoever asks can open it: no process holds it for writing."""
    with duckdb.connect(str(run.candidate), read_only=True) as connection:
        return {name for (name,) in connection.sql("select table_name from duckdb_tables()").fetchall()}


def names(result: BuildResult) -> list[tuple[str, str]]:
    """The nodes that failed, and how."""
    return [(node.name, node.status) for node in result.failed]


def test_facts_come_first_and_what_rests_on_the_checks_after_them(run: Run, project: Path) -> None:
    """Seeds and facts in the first call, results in the second; each with events, nothing printed into the working folder."""
    first = facts(run, project)
    assert first.success
    assert tables(run) == {"village", "fct_round"}

    second = results(run, project)
    assert second.success
    assert tables(run) == {"village", "fct_round", "fct_check_result"}
    assert [event.info.name for event in second.events if "Model" in event.info.name] == ["LogModelResult"]
    assert list(Path.cwd().iterdir()) == []


def test_a_failing_test_is_named(run: Run, project: Path) -> None:
    """It is a result with dbt's words, not an exception."""
    (project / "models/fct_round.sql").write_text("select cast(null as bigint) as rounds from {{ ref('village') }}")

    result = facts(run, project)

    assert not result.success
    assert names(result) == [("not_null_fct_round_rounds", "fail")]
    assert "2 results" in result.failed[0].message


def test_a_project_that_cannot_be_read_is_a_failed_build(run: Run, project: Path) -> None:
    """What dbt says of it is kept."""
    (project / "models/fct_round.sql").write_text("select * from {{ ref('nowhere') }}")

    result = facts(run, project)

    assert names(result) == [("dbt", "error")]
    assert "nowhere" in result.failed[0].message


def test_a_build_keeps_to_its_memory_and_sets_aside_what_needs_more_beside_the_candidate(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By the profile of the product."""
    (project / "profiles.yml").write_text((PRODUCT / "profiles.yml").read_text(encoding="utf-8").replace("fengqiao:", "small:", 1), encoding="utf-8")
    (project / "models/fct_round.sql").write_text("select current_setting('memory_limit') as rounds, current_setting('temp_directory') as beside")
    monkeypatch.setenv("FENGQIAO_MEMORY", "700MiB")

    assert facts(run, project).success
    with duckdb.connect(str(run.candidate), read_only=True) as connection:
        assert connection.sql("select * from fct_round").fetchall() == [("700.0 MiB", f"{run.candidate}.tmp")]
