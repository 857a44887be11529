"""A data folder to keep things in."""

from pathlib import Path

import pytest

from catalog.catalog import load
from warehouse.folder import Folder


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """A data folder as `init` makes it."""
    made = Folder(tmp_path / "data")
    made.create(load().units)
    return made
