"""From a row of a published table to the row of the file it was read from.

SQL is put together here from names that the file itself has, quoted; values are bound.
"""
# ruff: noqa: S608

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from warehouse.event import Received
from warehouse.folder import Folder
from warehouse.journal import Journal
from warehouse.locked_file import QueryResult
from warehouse.table_hash import quoted

ADDRESS = ("submission_id", "source_sheet", "source_row")  # travels from the cell to the fact
STAGING = "stg_"
CASE_NUMBER = "case_no"
COLUMNS = "select table_name, column_name from duckdb_columns() where not internal and (table_name = ? or column_name = ?) order by table_name, column_index"


class NoOrigin(Exception):
    """There is no such table, or its rows are counted or computed from many."""


@dataclass(frozen=True)
class Origin:
    """One row of one file, and who delivered it when. `path` is below the inbox; the bytes are in the archive under `sha256`."""

    submission_id: str
    path: str
    sha256: str
    district: str
    received_at: datetime
    sheet: str
    row: int


class Select(Protocol):
    """Asks a published file."""

    def __call__(self, sql: str, parameters: tuple[str, ...] = ()) -> QueryResult:
        """Answer one SELECT."""


def find(folder: Folder, select: Select, table: str, key: str) -> tuple[Origin, ...]:
    """The origins of the rows that a key names. NoOrigin when the table has none."""
    columns: dict[str, list[str]] = {}
    for name, column in select(COLUMNS, (table, CASE_NUMBER)).rows:
        columns.setdefault(str(name), []).append(str(column))
    if not set(ADDRESS) <= set(columns.get(table, ())):
        raise NoOrigin(table)
    ways = list(lookups(table, columns))
    rows = select(first_that_finds(ways), (key,) * len(ways)).rows
    received = {event.submission_id: event for event in Journal(folder).events() if isinstance(event, Received)} if rows else {}
    return tuple(origin(received[str(submission)], str(sheet), int(str(row))) for submission, sheet, row in rows)


def lookups(table: str, columns: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """SELECTs of addresses, each by one meaning of the key: the table's keys from its grain on, then the case numbers that staging holds."""
    addresses = f"select {', '.join(ADDRESS)} from {quoted(table)}"
    for column in columns[table]:
        if column.endswith("_key"):
            yield f"{addresses} where {quoted(column)} = ?"
    for staging in columns:
        if staging.startswith(STAGING) and CASE_NUMBER in columns[staging]:
            yield f"{addresses} join {quoted(staging)} using ({', '.join(ADDRESS)}) where {quoted(staging)}.{CASE_NUMBER} = ?"


def first_that_finds(ways: Sequence[str]) -> str:
    """One SELECT of the addresses that the first way finds which finds any."""
    ranked = " union all ".join(f"select {rank} as rank, * from ({way})" for rank, way in enumerate(ways))
    return f"select distinct {', '.join(ADDRESS)} from ({ranked} qualify rank = min(rank) over ()) order by all"


def origin(received: Received, sheet: str, row: int) -> Origin:
    """A row's address with its delivery."""
    return Origin(received.submission_id, received.path, received.sha256, received.district, received.received_at, sheet, row)
