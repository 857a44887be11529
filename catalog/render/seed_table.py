"""A dbt seed: a small table with its columns, their types and its rows."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import StringIO

Value = str | int | float | bool | date | Decimal | None


@dataclass(frozen=True)
class SeedColumn:
    """One column of a seed: its name, its SQL type, and what it states."""

    name: str
    type: str
    description: str


@dataclass(frozen=True)
class Seed:
    """A small table: its columns, the one or several that tell its rows apart, and the rows."""

    name: str
    source: str
    grain: str
    key: tuple[str, ...]
    columns: tuple[SeedColumn, ...]
    rows: Sequence[tuple[Value, ...]]


def as_csv(seed: Seed) -> str:
    """A seed's rows as delimited text; what is absent stands as an empty field, which dbt reads as null."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(column.name for column in seed.columns)
    writer.writerows([str(value).lower() if isinstance(value, bool) else value for value in row] for row in seed.rows)
    return text.getvalue()
