"""Check results survive the way through their Parquet."""

from pathlib import Path

import pyarrow.parquet as pq

from warehouse import check_results
from warehouse.check_results import CheckResult

RESULT = CheckResult("dispute", "plan_given", "150203", "150203", "2023-04", "no_data", None, 0.98, "critical", "run-1")


def test_what_is_written_is_read(tmp_path: Path) -> None:
    """A share that cannot be told stays null."""
    check_results.write(tmp_path, [RESULT])

    assert check_results.read(tmp_path) == [RESULT]


def test_no_results_still_have_their_types(tmp_path: Path) -> None:
    """An empty list has the columns that dbt reads."""
    file = check_results.write(tmp_path, [])

    assert pq.read_schema(file) == check_results.SCHEMA
