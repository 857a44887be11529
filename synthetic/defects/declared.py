"""The kinds of defects as `defects.yml` declares them."""

from functools import cache
from pathlib import Path
from typing import Literal

from catalog.declarations import read
from catalog.declared import Model

FILE = Path(__file__).with_name("defects.yml")
How = Literal["word", "blank", "drop", "shift_days", "transpose", "lose_zero", "times", "shift_row", "copy_text", "stranger", "repeat", "set", "add"]


class Deliveries(Model):
    """How returns arrive: shares of returns."""

    late: float
    late_days: tuple[int, int]
    missing: float
    corrected: float
    duplicate: float
    never_missing: tuple[str, ...]


class When(Model):
    """Which entries can go wrong so: those of which a column holds one of the values; those carried over, or not."""

    column: str
    values: tuple[str, ...] = ()
    carried_over: bool | None = None


class Kind(Model):
    """One way of going wrong."""

    title: str
    how: How
    rate: float
    columns: dict[str, tuple[str, ...]]
    words: tuple[str, ...] = ()
    days: tuple[int, int] = (0, 0)
    factor: float = 1
    value: str | int | None = None
    after: str | None = None
    when: When | None = None
    check: str | None = None


class Defects(Model):
    """Everything that goes wrong."""

    deliveries: Deliveries
    kinds: dict[str, Kind]


@cache
def defects() -> Defects:
    """The kinds of defects; CatalogError lists every fault of the file."""
    return read(FILE, Defects)
