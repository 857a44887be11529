"""Two warehouses built once for all tests of the project: of the sample offices, and of nothing."""

import pytest

from tests.dbt_project.building import Warehouse
from tests.dbt_project.landed_samples import land_nothing, land_samples


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """The project built whole on the sample offices, with every data test and unit test."""
    warehouse = Warehouse(tmp_path_factory.mktemp("samples"))
    land_samples(warehouse.home)
    warehouse.dbt("parse")
    warehouse.dbt("build")
    return warehouse


@pytest.fixture(scope="session")
def nothing(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """The project built on a home in which nothing was ever received."""
    warehouse = Warehouse(tmp_path_factory.mktemp("nothing"))
    land_nothing(warehouse.home)
    warehouse.dbt("build", "--exclude-resource-type", "unit_test")
    return warehouse
