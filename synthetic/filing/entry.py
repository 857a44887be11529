"""Entries: rows of a ledger as values, before an office writes them in its manner; and returns, which are made of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Self

from catalog.period import Period
from catalog.unit import Unit

Value = str | int | float | bool | date | None  # money in fen, codes of the column's list, units by their code
Cell = str | int | float | date | None


@dataclass(frozen=True, slots=True)
class Mark:
    """Something wrong on purpose with one column of an entry: which kind, and what would be true."""

    kind: str
    column: str
    truth: Value


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: whose truth it states, what each column holds, and what was done to it. `raw`: cells that are written otherwise than their value."""

    key: str
    values: Mapping[str, Value]
    marks: tuple[Mark, ...] = ()
    raw: Mapping[str, Cell] = field(default_factory=dict)

    def spoilt(self, kind: str, column: str, value: Value) -> "Entry":
        """The entry with another value in a column, marked as wrong."""
        marks = (*self.marks, Mark(kind, column, self.values.get(column)))
        return replace(self, values={**self.values, column: value}, marks=marks)

    def written(self, kind: str, column: str, cell: Cell) -> "Entry":
        """The entry with a cell written otherwise than its value, marked as wrong."""
        marks = (*self.marks, Mark(kind, column, self.values.get(column)))
        return replace(self, raw={**self.raw, column: cell}, marks=marks)


@dataclass(frozen=True, slots=True)
class Lost:
    """What should stand in a return and does not."""

    kind: str
    key: str
    truth: str


@dataclass(frozen=True)
class Return:
    """What one office owes of one ledger for one period. `totals_off`: by how much the total of a column is wrong."""

    unit: Unit
    ledger: str
    period: Period
    entries: tuple[Entry, ...]
    lost: tuple[Lost, ...] = ()
    totals_off: Mapping[str, int] = field(default_factory=dict)

    def having(self, entries: tuple[Entry, ...], lost: tuple[Lost, ...], totals_off: Mapping[str, int]) -> Self:
        """The return as it is filed: with other entries, without some, with totals that are off."""
        return replace(self, entries=entries, lost=lost, totals_off=totals_off)
