"""The small city is made once for all tests that look into it."""

import pytest

from tests.synthetic.small_city import PLAN, Made, made


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Two months of a city a twelfth as large, with twelve times the mistakes."""
    return made(PLAN, tmp_path_factory.mktemp("city"))
