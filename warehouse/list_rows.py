"""The rows of the lists that dbt builds from; their columns, in order, are the columns of the Parquet files, and the sources of `dbt_project`."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path
from typing import get_args, get_type_hints

import pyarrow as pa
import pyarrow.parquet as pq


@dataclass(frozen=True, kw_only=True)
class SubmissionRow:
    """One table of a delivery, or all of a delivery of which nothing was read; moments are UTC without a zone, days are Chinese."""

    submission_id: str
    district_code: str
    sha256: str
    received_at: datetime
    received_on: date
    ledger: str | None = None
    unit_code: str | None = None
    period: str | None = None
    period_from: date | None = None
    period_to: date | None = None
    basis: str | None = None
    kind: str | None = None
    verdict: str | None = None
    standing: str
    records: int | None = None
    blocked: int | None = None
    block_problems: int | None = None
    explain_problems: int | None = None
    hint_problems: int | None = None
    kept: int | None = None
    new: int | None = None
    lost: int | None = None
    replaced_by: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class ObligationRow:
    """One return owed, or one unit that must stand in a return."""

    obligation_id: str
    depth: str
    unit_code: str
    district_code: str
    ledger: str
    period: str
    period_from: date
    period_to: date
    due_on: date
    is_exempt: bool
    exempt_reason: str | None
    due_note: str | None


@dataclass(frozen=True)
class LiveReadingRow:
    """One landing file that counts, checked against its hash; `path` is absolute."""

    path: str
    ledger: str
    submission_id: str
    reading_id: str
    district_code: str
    period: str
    sha256: str
    records: int
    townships: tuple[str, ...]


@dataclass(frozen=True)
class DecisionRow:
    """One decision that counts. `key_a` names what it is about: an obligation, a submission, or with `key_b` two disputes."""

    decision_id: str
    kind: str
    decided_at: datetime
    key_a: str
    key_b: str | None = None
    same: bool | None = None


Row = SubmissionRow | ObligationRow | LiveReadingRow | DecisionRow
LISTS: dict[str, type[Row]] = {"submission": SubmissionRow, "obligation": ObligationRow, "live_reading": LiveReadingRow, "decision": DecisionRow}
ARROW_TYPES = {str: pa.string(), int: pa.int64(), bool: pa.bool_(), date: pa.date32(), datetime: pa.timestamp("us"), tuple[str, ...]: pa.list_(pa.string())}


def schema(row: type[Row]) -> pa.Schema:
    """The columns of a list, from the fields of its row."""
    return pa.schema([(name, ARROW_TYPES.get(hint) or ARROW_TYPES[get_args(hint)[0]]) for name, hint in get_type_hints(row).items()])


def put(lists: Path, name: str, rows: Sequence[Row]) -> None:
    """Write one list into a folder, in one step; typed also when there are no rows."""
    temporary = lists / f".{name}"
    pq.write_table(pa.Table.from_pylist([asdict(row) for row in rows], schema=schema(LISTS[name])), temporary)
    temporary.replace(lists / f"{name}.parquet")
