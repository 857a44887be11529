"""Homes that several tests look at and none changes: made once, since each takes the whole path."""

from pathlib import Path

import pytest

from tests.end_to_end.city import KUN_APRIL_CORRECTED, City, sample_files


@pytest.fixture(scope="session")
def city(tmp_path_factory: pytest.TempPathFactory) -> City:
    """All samples, run once. Tests only ask."""
    city = City.founded(tmp_path_factory.mktemp("city") / "data", sample_files())
    city.run()
    return city


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
