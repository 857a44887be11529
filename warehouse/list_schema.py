"""The lists that dbt builds from: the columns of each, in order, and how one is written. The sources of `dbt_project` are declared the same."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

TEXT, COUNT, DAY, MOMENT = pa.string(), pa.int64(), pa.date32(), pa.timestamp("us")  # moments are UTC, without a zone

SUBMISSION = pa.schema(
    [
        ("submission_id", TEXT), ("district_code", TEXT), ("sha256", TEXT), ("received_at", MOMENT), ("received_on", DAY),
        ("ledger", TEXT), ("unit_code", TEXT), ("period", TEXT), ("period_from", DAY), ("period_to", DAY), ("basis", TEXT), ("kind", TEXT),
        ("verdict", TEXT), ("standing", TEXT), ("records", COUNT), ("blocked", COUNT),
        ("block_problems", COUNT), ("explain_problems", COUNT), ("hint_problems", COUNT),
        ("kept", COUNT), ("new", COUNT), ("lost", COUNT), ("replaced_by", TEXT), ("note", TEXT),
    ]
)  # fmt: skip
OBLIGATION = pa.schema(
    [
        ("obligation_id", TEXT), ("depth", TEXT), ("unit_code", TEXT), ("district_code", TEXT), ("ledger", TEXT),
        ("period", TEXT), ("period_from", DAY), ("period_to", DAY), ("due_on", DAY),
        ("is_exempt", pa.bool_()), ("exempt_reason", TEXT), ("due_note", TEXT),
    ]
)  # fmt: skip
LIVE_READING = pa.schema(
    [
        ("path", TEXT), ("ledger", TEXT), ("submission_id", TEXT), ("reading_id", TEXT), ("district_code", TEXT), ("period", TEXT),
        ("sha256", TEXT), ("records", COUNT), ("townships", pa.list_(TEXT)),
    ]
)  # fmt: skip
DECISION = pa.schema([("decision_id", TEXT), ("kind", TEXT), ("decided_at", MOMENT), ("key_a", TEXT), ("key_b", TEXT), ("same", pa.bool_())])
SCHEMAS = {"submission": SUBMISSION, "obligation": OBLIGATION, "live_reading": LIVE_READING, "decision": DECISION}


def put(lists: Path, name: str, rows: Sequence["DataclassInstance"]) -> None:
    """Write one list into a folder, in one step; typed also when there are no rows."""
    temporary = lists / f".{name}"
    pq.write_table(pa.Table.from_pylist([asdict(row) for row in rows], schema=SCHEMAS[name]), temporary)
    temporary.replace(lists / f"{name}.parquet")
