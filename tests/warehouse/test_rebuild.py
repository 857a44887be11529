"""A published figure that does not follow from what is kept is found out, also when its file and its line in the journal fit each other."""

import shutil
from datetime import date
from pathlib import Path
from textwrap import dedent

import duckdb
import pytest

from catalog.catalog import load
from tests.warehouse.deliveries import RealDesk, Table
from warehouse import build, check_results, lists
from warehouse.archive import file_hash
from warehouse.check_results import CheckResult
from warehouse.event import Published
from warehouse.folder import Folder
from warehouse.journal import Journal
from warehouse.rebuild import unfounded
from warehouse.release_check import tables_of
from warehouse.run import Run
from warehouse.settings import export, load_settings
from warehouse.table_hash import table_hash

CATALOG = load()
PROJECT = {
    "dbt_project.yml": "{name: small, profile: small, flags: {send_anonymous_usage_stats: false}, models: {+materialized: table}}",
    "profiles.yml": "small: {target: duckdb, outputs: {duckdb: {type: duckdb, path: \"{{ env_var('FENGQIAO_NEXT') }}\"}}}",
    "models/sources.yml": """
        sources:
          - name: run
            config: {external_location: "read_parquet('{{ env_var('FENGQIAO_LISTS') }}/{name}.parquet')"}
            tables: [{name: check_result}, {name: submission}]
    """,
    "models/fct_delivery.sql": "select submission_id, district_code, records from {{ source('run', 'submission') }}",
    "models/results/fct_check_result.sql": """
        select ledger, promise, unit_code, district_code, period, state, share as share_ratio, at_least as at_least_ratio, severity, run_id
        from {{ source('run', 'check_result') }}
    """,
}


@pytest.fixture(autouse=True)
def apart(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What a build exports is taken back, and what it writes beside itself lies in the test's own folder."""
    for name in ("FENGQIAO_NEXT", "FENGQIAO_LISTS", "FENGQIAO_TODAY", "FENGQIAO_HOME", "FENGQIAO_LANDING", "FENGQIAO_STATE", "DAGSTER_HOME"):
        monkeypatch.setenv(name, "")
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of two models."""
    for name, text in PROJECT.items():
        file = tmp_path / "project" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(dedent(text), encoding="utf-8")
    return tmp_path / "project"


def published(folder: Folder, project: Path) -> Published:
    """What a run built and wrote down."""
    run = Run(folder, CATALOG, date(2023, 7, 6), None, "r1")
    export(load_settings(folder.home), run)
    keys = lists.write(run).keys
    check_results.write(run.lists, [CheckResult("dispute", "brief_given", "150203", "150203", "2023-04", "pass", 0.98, 0.98, "critical", "r1")])
    assert build.facts(run, project).success
    assert build.results(run, project).success
    with duckdb.connect(str(run.candidate), read_only=True) as connection:
        tables = {table.name: table_hash(connection, table.name, table.columns) for table in tables_of(connection)}
    file = folder.published / "v1.duckdb"
    shutil.move(run.candidate, file)
    event = Published(version=keys.version, keys=keys, as_of=None, run_id="r1", file=file.name, file_sha256=file_hash(file), tables=tables)
    Journal(folder).append(event)
    return event


def test_a_figure_without_foundation_is_named(folder: Folder, project: Path) -> None:
    """What was built holds; a file with one figure changed, written down as if it had been published, does not; after a delivery nothing is compared."""
    desk = RealDesk(folder=folder)
    desk.deliver(Table("abc"), hour=0)
    Journal(folder).append(*desk.events)
    true = published(folder, project)
    assert unfounded(folder, project) == []

    forged = folder.published / "v2.duckdb"
    shutil.copyfile(folder.published / true.file, forged)
    with duckdb.connect(str(forged)) as connection:
        connection.execute("update fct_delivery set records = 30")
        tables = {table.name: table_hash(connection, table.name, table.columns) for table in tables_of(connection)}
    Journal(folder).append(true.model_copy(update={"file": forged.name, "file_sha256": file_hash(forged), "tables": tables}))
    assert [(fault.what, fault.place) for fault in unfounded(folder, project)] == [("figures_unfounded", "published/v2.duckdb:fct_delivery")]

    desk.deliver(Table("xyz", month=5), hour=1)
    Journal(folder).append(*desk.events[2:])
    assert [fault.what for fault in unfounded(folder, project)] == ["not_compared"]
    assert list(folder.work.glob("verify*")) == []
