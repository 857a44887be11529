"""The city as rows that have landed already, without workbooks: for measuring builds over millions. Copies of a city stand for a larger one.

A copy has other persons, numbers and texts, in the same units and periods. Hashes are no keyed ones: nobody here is to be protected.
"""

import csv
import hashlib
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import astuple, dataclass, fields, replace
from datetime import datetime
from multiprocessing import get_context
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from catalog.catalog import Catalog, load
from catalog.ledger import Column, Ledger
from synthetic.calibration import calibration
from synthetic.city.district import Plan, district
from synthetic.desk import returns
from synthetic.filing.entry import Entry, Return, Value

LANDING, LANDED = "landing", "landed.csv"
ARROW_TYPES = {
    "VARCHAR": pa.string(), "BIGINT": pa.int64(), "DOUBLE": pa.float64(), "DATE": pa.date32(), "TIMESTAMP": pa.timestamp("us"), "BOOLEAN": pa.bool_(),
    "VARCHAR[]": pa.list_(pa.string()), "BIGINT[]": pa.list_(pa.int64()),
}  # fmt: skip
PLACES = "source_row", "source_column"  # where a row stands
OF_ROWS = "record_key", "identity_", "_hash"  # what tells rows and persons apart
SHORT, SIGNATURE = 16, 8
ROWS_AT_ONCE = 100_000  # of a file: small groups of rows would cost every reader more than the rows do
CUMULATIVE = "cumulative"

Cell = str | int | float | bool | list[str] | list[int] | Value


@dataclass(frozen=True, slots=True)
class Landed:
    """One file that landed, and what a list of live readings says of it."""

    file: str
    sha256: str
    submission_id: str
    reading_id: str
    ledger: str
    unit_code: str
    period: str
    rows: int


def land(plan: Plan, home: Path, workers: int) -> tuple[Landed, ...]:
    """Write the city's rows below a folder, as many copies of it as its scale asks for; a list of the files beside them."""
    codes = [unit.code for unit in load().units.reporting]
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        landed = tuple(one for unit in pool.map(land_unit, codes, [plan] * len(codes), [home] * len(codes)) for one in unit)
    with (home / LANDED).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([[one.name for one in fields(Landed)], *map(astuple, landed)])
    return landed


def land_unit(code: str, plan: Plan, home: Path) -> list[Landed]:
    """Write the rows of one unit, a file per ledger and period."""
    catalog, copies = load(), max(1, round(plan.scale))
    made = district(catalog, code, replace(plan, scale=min(1, plan.scale)), calibration())
    return [write(catalog, asked, home, copies) for asked in returns(catalog, made) if asked.entries]


def write(catalog: Catalog, asked: Return, home: Path, copies: int) -> Landed:
    """One landing file: the rows of a return, and as many copies of them as asked for."""
    ledger = catalog.ledgers[asked.ledger]
    submission, reading = digest(asked.unit.code, asked.ledger, asked.period.code), digest(asked.ledger, "reading")
    first = pa.Table.from_pylist(list(rows(catalog, asked, ledger, (submission, reading))), schema=schema(ledger))
    file = f"{ledger.id}/district={asked.unit.code}/period={asked.period.month}/{submission}-1-{reading}.parquet"
    target = home / LANDING / file
    target.parent.mkdir(parents=True, exist_ok=True)
    at_once = max(1, ROWS_AT_ONCE // first.num_rows)
    with pq.ParquetWriter(target, first.schema, compression="zstd") as writer:
        for number in range(0, copies, at_once):
            writer.write_table(copied(first, ledger, range(number, min(number + at_once, copies))))
    sha256 = hashlib.sha256(target.read_bytes()).hexdigest()
    return Landed(file, sha256, submission, reading, ledger.id, asked.unit.code, asked.period.code, first.num_rows * copies)


def schema(ledger: Ledger) -> pa.Schema:
    """The columns of a ledger's landing files."""
    return pa.schema([(name, ARROW_TYPES[sql_type]) for name, sql_type in ledger.landing.items()])


def rows(catalog: Catalog, asked: Return, ledger: Ledger, of: tuple[str, str]) -> Iterator[dict[str, Cell]]:
    """Each entry as it lands: where it comes from, what it is known by, what it states."""
    duty = catalog.duty_of(ledger.id)
    same: dict[str, Cell] = {
        "submission_id": of[0],
        "reading_id": of[1],
        "table_number": 1,
        "district_code": asked.unit.code,
        "unit_code": asked.unit.code,
        "period": asked.period.code,
        "period_from": asked.period.start,
        "period_to": asked.period.end,
        "basis": CUMULATIVE if duty and duty.cumulative else "period",
        "return_kind": CUMULATIVE if duty and duty.cumulative else "return",
        "source_sheet": "Sheet1",
        "is_blocked": False,
        "problem_fields": [],
        "absent_fields": [],
    }
    for number, entry in enumerate(asked.entries, start=2):
        known = {f"identity_{place}": known_by(entry, names) for place, names in enumerate(alternatives(ledger), start=1)}
        stated = {name: cell for column, declared in ledger.columns.items() for name, cell in landed(catalog, column, declared, entry).items()}
        key = digest(ledger.id, asked.unit.code, *next(((name, value) for name, value in known.items() if value), (asked.period.code, entry.key)))
        yield {**same, "source_row": number, "source_column": number, "record_key": key, **known, **stated}


def alternatives(ledger: Ledger) -> tuple[tuple[str, ...], ...]:
    """What records of a ledger are known by."""
    return () if ledger.identity == "none" else ledger.identity


def known_by(entry: Entry, names: tuple[str, ...]) -> str | None:
    """The hash of some columns, where all of them are filled."""
    values = [entry.values.get(name) for name in names]
    return digest(*map(str, values)) if all(value is not None for value in values) else None


def landed(catalog: Catalog, name: str, column: Column, entry: Entry) -> Mapping[str, Cell]:
    """One column as it may land."""
    value: Value = entry.values.get(column.read_of or name)
    flags: dict[str, Cell] = {flag: isinstance(value, str) and any(word in value for word in told) for flag, told in column.flags.items()}
    match column.privacy:
        case "person":
            hashed = digest(str(value)) if value is not None else None
            return {f"{name}_hash": hashed, f"{name}_hashes": [hashed] if hashed else None, f"{name}_masked": f"{str(value)[0]}**" if value else None}
        case "narrative":
            told = str(value) if value is not None else None
            similar = {f"{name}_signature": [int(digest(told, str(n))[:SIGNATURE], 16) for n in range(SIGNATURE)] if told else None} if column.similar else {}
            return {f"{name}_length": len(told) if told else None, f"{name}_hash": digest(told) if told else None, **similar, **flags}
        case "sensitive" if column.type != "yesno":
            return flags
        case _:
            return {**stated(catalog, name, column, value), **flags}


def stated(catalog: Catalog, name: str, column: Column, value: Value) -> dict[str, Cell]:
    """A value as it was read, and the code beside one that was filed in words."""
    code = f"{name.removesuffix('_text')}_code"
    if column.type == "unit_name":
        return {name: catalog.units[str(value)].name if value else None, code: value}
    if column.type == "text" and column.codes:
        item = catalog.codes[column.codes].find(str(value)) if value else None
        return {name: item.title if item else value, code: item.code if item else None}
    return {name: read(column, value)}


def read(column: Column, value: Value) -> Cell:
    """A value as the reader leaves it."""
    match column.type:
        case "moment":
            return value if isinstance(value, datetime) else None
        case "date" if isinstance(value, datetime):
            return value.date()
        case "month" if value is not None:
            return f"{value:%Y-%m}"
        case "figure":
            return figure(value)
        case _:
            return value


def figure(value: Value) -> float | None:
    """A form's figure as a number."""
    text = str(value).removesuffix("%")
    return float(text) if text.replace(".", "").replace("-", "").isdigit() else None


def copied(table: pa.Table, ledger: Ledger, numbers: range) -> pa.Table:
    """The rows of some copies, one below the other: other records, persons, numbers and names in each. The first of all is the city itself."""
    together = pa.concat_tables([table] * len(numbers))
    number_of = pa.array([number for number in numbers for _ in range(table.num_rows)], pa.int64())
    told_by = pa.array([f"~{number}" if number else "" for number in numbers for _ in range(table.num_rows)])
    named = {name for name, column in ledger.columns.items() if column.type in {"text", "id"} and not column.codes}
    columns = []
    for one in table.schema:
        column = together[one.name].combine_chunks()
        if one.name in PLACES:
            column = pc.add(column, pc.multiply(number_of, table.num_rows))
        is_own = one.name in named or any(mark in one.name for mark in OF_ROWS)
        if is_own and pa.types.is_string(one.type):
            column = pc.binary_join_element_wise(column, told_by, "")
        elif is_own and one.type == ARROW_TYPES["VARCHAR[]"]:
            marks = told_by.take(pc.list_parent_indices(column))
            column = pa.ListArray.from_arrays(column.offsets, pc.binary_join_element_wise(column.flatten(), marks, ""), mask=column.is_null())
        columns.append(column)
    return pa.table(columns, schema=table.schema)


def digest(*parts: str) -> str:
    """A short hash of some texts."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:SHORT]
