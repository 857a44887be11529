"""The kinds of defects as `defects.yml` declares them."""

from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import Field

from catalog.declarations import read
from catalog.declared import Model

FILE = Path(__file__).with_name("defects.yml")
OfCell = Literal[
    "word",
    "tell",
    "blank",
    "as_number",
    "transpose",
    "times",
    "shift_row",
    "foreign",
    "swap",
    "raise",
    "set",
    "off_by",
    "before",
    "after",
    "stranger",
    "departed",
    "same",
]
OfRows = Literal["drop", "repeat", "renumber", "elsewhere", "again", "ghost", "second_post", "pad", "burst", "total"]


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
    how: OfCell | OfRows
    rate: float
    per: Literal["entry", "return"] = "entry"
    of: tuple[int, int] | None = Field(None, description="Of a return that goes wrong so: from how many to how many entries; none: all that can.")
    columns: dict[str, tuple[str, ...]] = Field(description="By ledger: the columns in which it shows.")
    words: tuple[str, ...] = Field((), description="What stands there instead.")
    values: tuple[str, ...] = Field((), description="The codes among which it goes wrong, in their order.")
    value: str | bool | None = None
    factor: float = 1
    days: tuple[int, int] = Field((0, 0), description="By how many days, or by how much, it is off.")
    than: str | None = Field(None, description="The column before or after which the date is put.")
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
