"""One SELECT on a published DuckDB file: read-only, no other file or network in reach, its configuration locked, in a process with limits."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import duckdb

from warehouse.apart import Limits, OverLimit, apart
from warehouse.quiet import reading

if TYPE_CHECKING:
    from pydantic import BaseModel  # the process that answers a query need not load it

LOCKED = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "python_enable_replacements": "false",  # a name in the query is never a variable of ours
    "temp_directory": "",  # spills nowhere; the default is a folder beside the published file
    "memory_limit": "1GB",
    "threads": "2",
}
# DuckDB's own memory limit does not hold for every query, and it has none for time: these are the system's
LIMITS = Limits(seconds=30, memory=3 * 2**30, written=0)

Row = TypeVar("Row", bound="BaseModel")
Value = object  # whatever DuckDB's Python client makes of an SQL value


class QueryRefused(Exception):
    """The statement was not answered; says why in the engine's words."""


@dataclass(frozen=True)
class QueryResult:
    """What a SELECT found. `cut` says that there were more rows than asked for."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    cut: bool = False

    def as_rows(self, model: "type[Row]") -> "list[Row]":
        """The rows as a model that has their columns."""
        return [model.model_validate(dict(zip(self.columns, row, strict=True))) for row in self.rows]


def select(file: Path, sql: str, parameters: tuple[str, ...] = (), limit: int | None = None) -> QueryResult:
    """Run one SELECT on a file, apart. QueryRefused for anything else, and for what the engine or the limits stop."""
    try:
        return apart(select_alone, file, sql, parameters, limit, limits=LIMITS)
    except OverLimit as error:
        raise QueryRefused(f"the query was stopped: {error}") from error


def select_alone(file: Path, sql: str, parameters: tuple[str, ...], limit: int | None) -> QueryResult:
    """The same in a process that does nothing else.

    DuckDB loads pandas at the first parameter, to see whether it is one of pandas' missing values: nearly half of the time that a question takes.
    """
    sys.modules.setdefault("pandas", None)  # type: ignore[arg-type]  # Python's way of saying that there is no such module
    return select_here(file, sql, parameters, limit)


def select_here(file: Path, sql: str, parameters: tuple[str, ...], limit: int | None) -> QueryResult:
    """Run one SELECT on a file in this process."""
    try:
        with reading(file, LOCKED, is_locked=True) as connection:
            statements = connection.extract_statements(sql)
            if [statement.type for statement in statements] != [duckdb.StatementType.SELECT]:
                raise QueryRefused("only one SELECT is answered")
            answer = connection.execute(statements[0], parameters)
            columns = tuple(column[0] for column in answer.description or ())
            rows = answer.fetchall() if limit is None else answer.fetchmany(limit + 1)
    except (duckdb.Error, MemoryError) as error:
        raise QueryRefused(str(error) or "out of memory") from error
    return QueryResult(columns, tuple(rows[:limit]), cut=limit is not None and len(rows) > limit)
