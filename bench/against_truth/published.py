"""The published rows of a made-up city, each with the true record that its cells state."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import duckdb

from bench.against_truth.made_city import Key, MadeCity, Place, Value


@dataclass(frozen=True)
class Row:
    """A published row: what it says, where it was filed, and whose record it states."""

    key: Key
    place: Place
    values: dict[str, Value]
    absent: frozenset[str] = frozenset()  # declared columns that the office's layout lacks
    problems: frozenset[str] = frozenset()  # declared columns that were filed and do not count
    is_blocked: bool = False


@dataclass(frozen=True)
class Published:
    """The published file of a city."""

    city: MadeCity
    connection: duckdb.DuckDBPyConnection

    @cached_property
    def tables(self) -> dict[str, tuple[str, ...]]:
        """The columns of each table, in their order."""
        found: dict[str, list[str]] = defaultdict(list)
        for table, column in self.connection.sql(
            "select table_name, column_name from duckdb_columns() where not internal order by table_name, column_index"
        ).fetchall():
            found[table].append(column)
        return {table: tuple(columns) for table, columns in found.items()}

    @cached_property
    def standings(self) -> dict[str, set[str]]:
        """What each file counts for, by its path."""
        found: dict[str, set[str]] = defaultdict(set)
        for row in self.rows("fct_submission"):
            found[self.city.received[str(row["submission_id"])].path].add(str(row["standing"]))
        return found

    def rows(self, table: str) -> Iterator[dict[str, Value]]:
        """The rows of a table."""
        for row in self.connection.table(table).fetchall():
            yield dict(zip(self.tables[table], row, strict=True))

    def staged(self, ledger: str) -> list[Row]:
        """Every row that counts, as it was read."""
        return [
            Row(
                key=self.key(row, place := self.place(row, row.get("source_column"))),
                place=place,
                values=row,
                absent=names(row["absent_fields"]),
                problems=names(row["problem_fields"]),
                is_blocked=bool(row["is_blocked"]),
            )
            for row in self.rows(f"stg_{ledger}")
        ]

    def place(self, row: dict[str, Value], column: Value = None) -> Place:
        """Where a row was filed."""
        return Place(self.city.received[str(row["submission_id"])].path, int(str(row["source_row"])), column if isinstance(column, int) else None)

    def key(self, row: dict[str, Value], place: Place) -> Key:
        """The record that stands at a place; an empty one where none does."""
        return Key(str(row["unit_code"]), str(row["period"]), self.city.records.get(place, ""))


def names(listed: Value) -> frozenset[str]:
    """The names of columns in a list; none where there is no list."""
    return frozenset(map(str, listed)) if isinstance(listed, list) else frozenset()
