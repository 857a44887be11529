"""The results of the check step: as rows, and as the small Parquet of a run that its second dbt call reads."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

import pyarrow as pa
import pyarrow.parquet as pq

State = Literal["pass", "fail", "no_data", "did_not_run"]
NAME = "check_result.parquet"


@dataclass(frozen=True)
class CheckResult:
    """One promise, judged for one unit and period. `share` is None where nothing was filed or the share cannot be told."""

    ledger: str
    promise: str
    unit_code: str
    district_code: str
    period: str
    state: State
    share: float | None
    at_least: float
    severity: str
    run_id: str


DOUBLES = ("share", "at_least")
SCHEMA = pa.schema([(name, pa.float64() if name in DOUBLES else pa.string()) for name in CheckResult.__dataclass_fields__])


def write(lists: Path, results: Sequence[CheckResult]) -> Path:
    """Write the results into a run's folder of lists, typed also when there are none; gives the file back."""
    file = lists / NAME
    pq.write_table(pa.Table.from_pylist([asdict(result) for result in results], schema=SCHEMA), file)
    return file


def read(lists: Path) -> list[CheckResult]:
    """The results in a folder of lists."""
    with pq.ParquetFile(lists / NAME) as file:  # read_table loads pandas first
        return [CheckResult(**row) for row in file.read().to_pylist()]
