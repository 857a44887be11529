"""Dagster's history stands below the data folder, and its commands work with nothing set."""

import os
import subprocess
import sys
from pathlib import Path

import dagster as dg
import pytest

from warehouse.folder import Folder
from warehouse.settings import ROOT


def test_the_history_stands_in_the_data_folder(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """DAGSTER_HOME is the repository's root; nothing is written there."""
    monkeypatch.setenv("DAGSTER_HOME", str(ROOT))
    before = {path.name for path in ROOT.iterdir()}
    with dg.DagsterInstance.get() as instance:
        instance.add_run(dg.DagsterRun(job_name="path"))

    assert (folder.dagster / "history" / "runs.db").is_file()
    assert {path.name for path in ROOT.iterdir()} == before


def test_no_variable_has_to_be_set(tmp_path: Path) -> None:
    """`dagster instance info` in a bare shell: the data folder is ./data, as for the door."""
    bare = {name: value for name, value in os.environ.items() if not name.startswith(("FENGQIAO_", "DAGSTER_"))}
    words = [str(Path(sys.executable).with_name("dagster")), "instance", "info"]
    subprocess.run(words, cwd=tmp_path, env=bare | {"DAGSTER_HOME": str(ROOT), "PYTHONPATH": str(ROOT)}, capture_output=True, check=True)

    assert (tmp_path / "data" / "dagster").is_dir()


def test_nothing_is_told_to_anybody(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """No telemetry, no invitation to sign up."""
    monkeypatch.setenv("DAGSTER_HOME", str(ROOT))
    with dg.DagsterInstance.get() as instance:
        assert not instance.telemetry_enabled
        assert not instance.nux_enabled
    assert folder.dagster.is_dir()
