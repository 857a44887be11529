"""A warehouse built once for all tests of the project: of the sample offices."""

import shutil
from pathlib import Path

import pytest

from tests.conftest import Once
from tests.dbt_project.building import Warehouse
from tests.dbt_project.landed_samples import land_samples
from warehouse.parsed_project import manifest_file


@pytest.fixture(scope="session")
def samples(once: Once) -> Warehouse:
    """The project built whole on the sample offices, with every data test. `nothing` runs the unit tests."""

    def build(home: Path) -> None:
        land_samples(home)
        shutil.copytree(manifest_file().parent, Warehouse(home).target)  # as parsed already; `nothing` parses for itself
        Warehouse(home).dbt("build", "--exclude-resource-type", "unit_test")

    return Warehouse(once("samples", build))
