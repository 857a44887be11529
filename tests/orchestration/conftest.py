"""A data folder of its own for each test, and a history that ends with the test."""

from collections.abc import Iterator
from pathlib import Path

import dagster as dg
import pytest

from catalog.catalog import load
from warehouse.folder import Folder


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    """An empty data folder, made, and found by all that asks the settings."""
    made = Folder(tmp_path / "data")
    made.create(load().units)
    monkeypatch.setenv("FENGQIAO_HOME", str(made.home))
    monkeypatch.setenv("FENGQIAO_TODAY", "2023-07-06")
    return made


@pytest.fixture
def history() -> Iterator[dg.DagsterInstance]:
    """A history in memory."""
    with dg.DagsterInstance.ephemeral() as instance:
        yield instance
