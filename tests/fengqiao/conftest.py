"""A data folder of its own for each test of the door."""

from pathlib import Path

import pytest

from catalog.catalog import load
from warehouse.folder import Folder


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty data folder, made, and found by the door as its own."""
    home = tmp_path / "data"
    Folder(home).create(load().units)
    monkeypatch.setenv("FENGQIAO_HOME", str(home))
    monkeypatch.delenv("FENGQIAO_TODAY", raising=False)
    return home
