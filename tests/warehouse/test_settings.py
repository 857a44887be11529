"""Settings come from the environment, then from the data folder, then from their defaults; the example file names them all."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from catalog.catalog import load
from warehouse.folder import Folder
from warehouse.run import Run
from warehouse.settings import ROOT, Settings, export, load_settings

HEAVY = {"pandas", "pyarrow", "duckdb", "dbt", "dagster", "great_expectations", "numpy"}


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """No variable of ours is set, and what a test exports is taken back."""
    for name in [name for name in os.environ if name.startswith("FENGQIAO_")]:
        monkeypatch.delenv(name)
    monkeypatch.setattr(os, "environ", os.environ.copy())


def test_the_example_file_lists_every_field_with_its_sentence() -> None:
    """`.env.example` is what one would write from the class."""
    written = (ROOT / ".env.example").read_text(encoding="utf-8").split("\n\n")[1:]

    assert [entry.strip() for entry in written] == [
        f"# {field.description}\nFENGQIAO_{name.upper()}={'' if field.default is None else field.default}" for name, field in Settings.model_fields.items()
    ]


def test_the_data_folder_sets_what_the_environment_does_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """settings.env is read; a variable of the environment goes before it."""
    (tmp_path / "settings.env").write_text("FENGQIAO_TODAY=2023-07-06\nFENGQIAO_WORKERS=3\n")
    monkeypatch.setenv("FENGQIAO_WORKERS", "1")

    settings = load_settings(tmp_path)

    assert (settings.home, settings.today, settings.workers) == (tmp_path, date(2023, 7, 6), 1)


def test_the_home_is_the_one_given_else_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """--home, FENGQIAO_HOME, ./data, in this order."""
    monkeypatch.chdir(tmp_path)
    assert load_settings().home == tmp_path / "data"
    monkeypatch.setenv("FENGQIAO_HOME", "elsewhere")
    assert load_settings().home == tmp_path / "elsewhere"
    assert load_settings(tmp_path / "given").home == tmp_path / "given"


def test_the_example_file_can_be_used_as_it_is(tmp_path: Path) -> None:
    """Copied whole into a data folder it changes nothing."""
    (tmp_path / "settings.env").write_text((ROOT / ".env.example").read_text())

    assert load_settings(tmp_path) == load_settings(tmp_path / "other").model_copy(update={"home": tmp_path})


def test_a_name_nobody_knows_is_an_error(tmp_path: Path) -> None:
    """A slip of the pen does not leave the default in force in silence."""
    (tmp_path / "settings.env").write_text("FENGQIAO_TODY=2023-07-06\n")

    with pytest.raises(ValidationError, match="tody"):
        load_settings(tmp_path)


def test_a_run_is_exported_for_those_who_read_the_environment(folder: Folder) -> None:
    """A build finds its lists and its candidate, Dagster its home, by absolute paths; nothing calls out."""
    run = Run(folder, load(), date(2023, 7, 6), None, "r1")

    export(load_settings(folder.home), run)

    assert os.environ["FENGQIAO_NEXT"] == str(folder.work / "r1" / "candidate.duckdb")
    assert os.environ["FENGQIAO_LISTS"] == str(folder.work / "r1" / "lists")
    assert os.environ["FENGQIAO_TODAY"] == "2023-07-06"
    assert os.environ["DAGSTER_HOME"] == str(ROOT)
    assert os.environ["DO_NOT_TRACK"] == "1"


def test_a_build_is_told_how_much_memory_it_may_take(tmp_path: Path) -> None:
    """As the data folder sets it, with the unit that DuckDB reads."""
    (tmp_path / "settings.env").write_text("FENGQIAO_BUILD_MEGABYTES=700\n")

    export(load_settings(tmp_path))

    assert os.environ["FENGQIAO_MEMORY"] == "700MiB"


def test_a_build_without_a_run_may_take_as_much(tmp_path: Path) -> None:
    """A person's own `dbt build` finds the default in the profile."""
    profile = (ROOT / "dbt_project" / "profiles.yml").read_text(encoding="utf-8")

    assert f"env_var('FENGQIAO_MEMORY', '{load_settings(tmp_path).build_memory}')" in profile


def test_the_settings_are_cheap_to_read() -> None:
    """A run with nothing new may not wait for a data frame library."""
    loaded = subprocess.run([sys.executable, "-c", "import sys, warehouse.settings; print(*sys.modules)"], capture_output=True, text=True, check=True)

    assert not HEAVY & set(loaded.stdout.split())
