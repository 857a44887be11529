"""Landing: a checked table becomes a Parquet file, persons and narratives protected on the way. Columns at a time, from the first to the last.

The file stands first in a folder of the run, under its final name; `settle` syncs a group of them and renames each into its partition.
"""

import dataclasses
import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path, PurePosixPath

import pyarrow as pa
import pyarrow.parquet as pq

from catalog.catalog import Catalog
from catalog.code_list import CodeList
from catalog.ledger import Column, Ledger
from catalog.unit import Units
from ingest.checked import CheckedRecord, CheckedTable, Typed
from ingest.protect import Protector, essence
from warehouse.durable import sync_files, sync_folder
from warehouse.event import CHINA
from warehouse.landed import NONE

ARROW_TYPES = {
    "VARCHAR": pa.string(), "BIGINT": pa.int64(), "DOUBLE": pa.float64(), "DATE": pa.date32(), "TIMESTAMP": pa.timestamp("us"), "BOOLEAN": pa.bool_(),
    "VARCHAR[]": pa.list_(pa.string()), "BIGINT[]": pa.list_(pa.int64()),
}  # fmt: skip

Landed = str | int | float | bool | datetime | date | Sequence[str] | Sequence[int] | None


@dataclass(frozen=True)
class Origin:
    """The delivery and the reading a landing file comes from."""

    submission_id: str
    reading_id: str


@dataclass(frozen=True)
class StagedTable:
    """A landing file that is written and not yet in its place; `file` is below landing/."""

    temporary: Path
    file: str
    sha256: str
    rows: int


class NotPlaced(ValueError):
    """A table without unit or period has no place among the landing files."""


def schema(ledger: Ledger) -> pa.Schema:
    """The columns of a ledger's landing files."""
    return pa.schema([(name, ARROW_TYPES[sql_type]) for name, sql_type in ledger.landing.items()])


def stage(table: CheckedTable, origin: Origin, folder: Path, catalog: Catalog, protector: Protector) -> StagedTable:
    """Write one table's landing file into the run's folder. NotPlaced when its unit or period is not known."""
    landed = as_arrow(table, origin, catalog, protector)
    sink = pa.BufferOutputStream()
    pq.write_table(landed, sink, compression="zstd")
    content = sink.getvalue()
    file = place(table, origin)
    temporary = folder / PurePosixPath(file).name
    temporary.write_bytes(content)
    return StagedTable(temporary, file, hashlib.sha256(content).hexdigest(), landed.num_rows)


def place(table: CheckedTable, origin: Origin) -> str:
    """Where a table lands, below landing/: by ledger, district and the month in which its period begins."""
    if table.district is None or table.unit_code is None or table.period is None:
        raise NotPlaced(f"table {table.number} of {origin.submission_id}")
    return f"{table.ledger}/district={table.district}/period={table.period.month}/{origin.submission_id}-{table.number}-{origin.reading_id}.parquet"


def settle(staged: Sequence[StagedTable], landing: Path) -> None:
    """Give staged files their places; after this they survive a power cut. A place that is taken gets the same reading again."""
    sync_files([one.temporary for one in staged])
    folders = set()
    for one in staged:
        final = landing / one.file
        final.parent.mkdir(parents=True, exist_ok=True)
        one.temporary.replace(final)
        folders |= {final.parent, final.parent.parent, final.parent.parent.parent}
    for folder in folders:
        sync_folder(folder)


def write_none(landing: Path, ledgers: Iterable[Ledger]) -> None:
    """Write each ledger's file without rows, where it is missing or its columns are no longer the declared ones."""
    for ledger in ledgers:
        file = landing / ledger.id / NONE
        if file.exists() and pq.read_schema(file).equals(schema(ledger)):
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        temporary = file.with_name(f".{NONE}")
        pq.write_table(schema(ledger).empty_table(), temporary)
        temporary.replace(file)


def as_arrow(table: CheckedTable, origin: Origin, catalog: Catalog, protector: Protector) -> pa.Table:
    """The table's rows under the columns of its ledger's landing."""
    ledger = catalog.ledgers[table.ledger]
    stated = facts(table, ledger, catalog, protector)
    keys = identities(table.records, ledger, stated, protector)
    columns = address(table, origin) | {"record_key": record_keys(table, keys, protector)} | keys | judgement(table) | stated
    return pa.table({field.name: pa.array(columns[field.name], field.type) for field in schema(ledger)})


def address(table: CheckedTable, origin: Origin) -> dict[str, list[Landed]]:
    """Where each row comes from."""
    if table.period is None:
        raise NotPlaced(f"table {table.number} of {origin.submission_id}")
    same: dict[str, Landed] = {
        "submission_id": origin.submission_id,
        "reading_id": origin.reading_id,
        "table_number": table.number,
        "district_code": table.district,
        "unit_code": table.unit_code,
        "period": table.period.code,
        "period_from": table.period.start,
        "period_to": table.period.end,
        "basis": table.basis,
        "return_kind": table.kind,
        "source_sheet": table.sheet,
    }
    rows: dict[str, list[Landed]] = {"source_row": [record.row for record in table.records], "source_column": [record.column for record in table.records]}
    return {name: [value] * len(table.records) for name, value in same.items()} | rows


def judgement(table: CheckedTable) -> dict[str, list[Landed]]:
    """How each row was judged."""
    return {
        "is_blocked": [record.is_blocked for record in table.records],
        "problem_fields": [sorted(record.problem_fields) for record in table.records],
        "absent_fields": [sorted(table.absent_fields)] * len(table.records),
    }


def facts(table: CheckedTable, ledger: Ledger, catalog: Catalog, protector: Protector) -> dict[str, list[Landed]]:
    """What each row states, as it may land. A column that the layout lacks is null throughout, its flags too."""
    landed: dict[str, list[Landed]] = {}
    for name, column in ledger.columns.items():
        if name in table.absent_fields:
            landed |= {landed_name: [None] * len(table.records) for landed_name in ledger.landed_as(name)}
            continue
        values = [record.values.get(name) for record in table.records]
        landed |= protected(name, column, values, protector)
        if column.type == "unit_name":
            landed[f"{name.removesuffix('_text')}_code"] = [unit_code(value, table.district, catalog.units) for value in values]
        elif column.type == "text" and column.codes and name in landed:
            landed[f"{name.removesuffix('_text')}_code"] = [code_of(value, catalog.codes[column.codes]) for value in values]
        for flag, words in column.flags.items():
            landed[flag] = [isinstance(value, str) and any(word in value for word in words) for value in values]
    return landed


def protected(name: str, column: Column, values: Sequence[Typed], protector: Protector) -> Mapping[str, list[Landed]]:
    """One column as it may land: persons as hashes and mask, narratives as length and hash, what is sensitive not at all, the rest as read."""
    match column.privacy:
        case "person":
            persons = [None if value is None else protector.persons(str(value), column.person or "name") for value in values]
            return {
                f"{name}_hash": [found.hash if found else None for found in persons],
                f"{name}_hashes": [found.hashes if found else None for found in persons],
                f"{name}_masked": [found.masked if found else None for found in persons],
            }
        case "narrative":
            texts = [None if value is None else str(value) for value in values]
            narratives = [None if text is None else protector.narrative(text) for text in texts]
            landed: dict[str, list[Landed]] = {
                f"{name}_length": [found.length if found else None for found in narratives],
                f"{name}_hash": [found.hash if found else None for found in narratives],
            }
            if column.similar:
                landed[f"{name}_signature"] = [None if text is None else protector.signature(text) for text in texts]
            return landed
        case "sensitive" if column.type != "yesno":
            return {}
        case _ if column.type == "moment":
            return {name: [in_utc(value) if isinstance(value, datetime) else None for value in values]}
        case _:
            return {name: list(values)}


def in_utc(moment: datetime) -> datetime:
    """A moment by an office's clock, as the warehouse keeps moments."""
    return moment.replace(tzinfo=CHINA).astimezone(UTC).replace(tzinfo=None)


def code_of(value: Typed, codes: CodeList) -> str | None:
    """The code of a text as filed; None where its list does not have the word."""
    item = codes.find(str(value)) if value is not None else None
    return item.code if item else None


def unit_code(value: Typed, district: str | None, units: Units) -> str | None:
    """The unit that a text names: the district itself or one of its townships; None when that is not one unit."""
    named = units.named(str(value)) if value is not None else ()
    own = [unit for unit in named if district in (unit.code, unit.parent)]
    return own[0].code if len(own) == 1 else None


def identities(records: Sequence[CheckedRecord], ledger: Ledger, stated: Mapping[str, list[Landed]], protector: Protector) -> dict[str, list[Landed]]:
    """For each alternative of identity its keyed hash in each row, null unless all of it is filled; a blocked row is known by nothing."""
    alternatives = () if ledger.identity == "none" else ledger.identity
    keys: dict[str, list[Landed]] = {}
    for name, alternative in zip(ledger.identity_columns, alternatives, strict=True):
        columns = [stated[column if column in stated else f"{column}_hash"] for column in alternative]
        rows = zip(*columns, strict=True)
        keys[name] = [None if record.is_blocked else identity(ledger.id, alternative, row, protector) for record, row in zip(records, rows, strict=True)]
    return keys


def identity(ledger: str, alternative: Sequence[str], values: Sequence[Landed], protector: Protector) -> str | None:
    """The keyed hash of the values of one alternative; None unless all are filled."""
    parts = ["" if value is None else essence(str(value)) for value in values]
    return protector.keyed("identity", ledger, *alternative, *parts) if all(parts) else None


def record_keys(table: CheckedTable, keys: Mapping[str, list[Landed]], protector: Protector) -> list[Landed]:
    """What each row is known by across deliveries: the first filled alternative of its identity, else its place."""
    known = [next(((name, key) for name, key in row if key is not None), None) for row in named_rows(keys, len(table.records))]
    return [
        protector.keyed("record", table.ledger, str(table.district), *(map(str, found or (table.period, table.sheet, record.row))))
        for record, found in zip(table.records, known, strict=True)
    ]


def keys_of_rows(table: CheckedTable, rows: Collection[int], catalog: Catalog, protector: Protector) -> dict[int, str]:
    """What some rows of a table are known by across deliveries, by the number of the row."""
    few = dataclasses.replace(table, records=tuple(record for record in table.records if record.row in rows))
    ledger = catalog.ledgers[table.ledger]
    keys = identities(few.records, ledger, facts(few, ledger, catalog, protector), protector)
    return {record.row: str(key) for record, key in zip(few.records, record_keys(few, keys, protector), strict=True)}


def named_rows(columns: Mapping[str, list[Landed]], length: int) -> list[list[tuple[str, Landed]]]:
    """Columns turned into rows of (name, value)."""
    return [[(name, values[row]) for name, values in columns.items()] for row in range(length)]
