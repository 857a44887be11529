"""Homes that several tests look at and none changes: made once, since each takes the whole path."""

import fcntl
import shutil
from pathlib import Path

import pytest

from tests.end_to_end.city import KUN_APRIL_CORRECTED, City, sample_files


@pytest.fixture(scope="session")
def city(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> City:
    """All samples, run once, also when several workers test: each has a copy. Tests only ask."""
    alone = worker_id == "master"
    shared = tmp_path_factory.getbasetemp() if alone else tmp_path_factory.getbasetemp().parent
    made = City(shared / "city" / "data")
    with (shared / "city.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.home.exists():
            City.founded(made.home, sample_files()).run()
    if alone:
        return made
    shutil.copytree(made.home, copy := tmp_path_factory.mktemp("city") / "data", symlinks=True)
    return City(copy)


@pytest.fixture(scope="module")
def one_workbook(tmp_path_factory: pytest.TempPathFactory) -> City:
    """One workbook, run once. Tests only ask."""
    city = City.founded(tmp_path_factory.mktemp("one") / "data", [KUN_APRIL_CORRECTED])
    city.run()
    return city


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Where a test founds a city of its own."""
    return tmp_path / "data"
