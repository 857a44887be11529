"""The rooms of the house say what belongs in them, have telling names, and import only what stands below them."""

import ast
import subprocess
from pathlib import PurePath

import pytest

from tests.house.tracked import ROOT, TextFile, paths, text_files

DRAWERS = {"utils", "util", "helpers", "helper", "common", "base", "manager", "misc", "tools", "lib", "core"}
ROOMS_OF_PYTHON = [file for file in text_files() if file.path.endswith("/__init__.py") and not file.path.startswith("tests/")]


@pytest.mark.parametrize("room", ROOMS_OF_PYTHON, ids=[file.path for file in ROOMS_OF_PYTHON])
def test_a_room_says_what_belongs_in_it(room: TextFile) -> None:
    """A package opens with what it is; a top room also with what belongs there and what does not."""
    said = ast.get_docstring(ast.parse(room.text)) or ""

    assert said, f"{room.path} says nothing"
    if room.path.count("/") == 1:
        assert "Here belong" in said, f"{room.path} does not say what belongs there"
        assert "not belong" in said, f"{room.path} does not say what does not"


def test_no_module_is_a_drawer() -> None:
    """A module is called what it is about; nothing is put into a drawer for odds and ends."""
    named = [path for path in paths() if path.endswith(".py") and (PurePath(path).stem in DRAWERS or DRAWERS & set(PurePath(path).parts[:-1]))]

    assert not named


def test_imports_follow_the_house() -> None:
    """import-linter's contracts of pyproject.toml hold: layers, and who may import dagster, great_expectations and duckdb."""
    linted = subprocess.run([ROOT / ".venv-tools" / "bin" / "lint-imports", "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)

    assert linted.returncode == 0, linted.stdout + linted.stderr
