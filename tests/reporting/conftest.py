"""Published versions built by hand, as fixtures."""

import shutil
from pathlib import Path

import pytest

from catalog.catalog import HOME, load
from tests.reporting.by_hand import Office, publish
from warehouse.folder import Folder


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """A version with the declarations as they are. Tests only ask for extracts."""
    folder = Folder(tmp_path_factory.mktemp("reporting") / "data")
    folder.create(load().units)
    return publish(folder, load())


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """A data folder of its own."""
    made = Folder(tmp_path / "data")
    made.create(load().units)
    return made


@pytest.fixture
def declarations(tmp_path: Path) -> Path:
    """The declarations, in a folder where they may be changed."""
    return shutil.copytree(HOME, tmp_path / "catalog", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
