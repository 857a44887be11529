"""A hash of a table that neither the order of its rows and columns nor the file it stands in changes: the same figures, the same hash.

Two sums over the halves of each row's md5 (cast to HUGEINT: the sum of an unsigned HUGEINT would be a DOUBLE, and depend on the order),
with the row count and the columns' names and types. Each value carries its length, so that neighbours cannot lend each other characters;
null is told apart from an empty text.
"""

import hashlib
from dataclasses import dataclass

import duckdb

RUN_ONLY = frozenset({"run_id"})  # names the run that built the table, not what it says


@dataclass(frozen=True)
class Column:
    """One column of a table with its SQL type."""

    name: str
    type: str


def table_hash(connection: duckdb.DuckDBPyConnection, table: str, columns: tuple[Column, ...]) -> str:
    """The hash of one table. Every value of every column is read; duckdb.Error when one of them cannot be."""
    hashed = sorted((column for column in columns if column.name not in RUN_ONLY), key=lambda column: column.name)
    row = " || ".join(map(tagged, hashed)) or "''"
    found = connection.sql(f"""
        select count(*), sum(md5_number_lower(text)::hugeint), sum(md5_number_upper(text)::hugeint)
        from (select {row} as text from {quoted(table)})
    """).fetchone()  # noqa: S608 – every name is quoted
    return hashlib.sha256(repr((hashed, found)).encode()).hexdigest()[:16]


def tagged(column: Column) -> str:
    """SQL of a value as text with its length; `-` for null."""
    text = f"{quoted(column.name)}::varchar"
    return f"coalesce(length({text}) || ':' || {text}, '-')"


def quoted(name: str) -> str:
    """A name as an SQL identifier."""
    return '"' + name.replace('"', '""') + '"'
