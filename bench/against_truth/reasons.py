"""Why a published row is not what is true: a label at its cell, what became of the return, or a problem that was reported there."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from bench.against_truth.made_city import Key, MadeCity
from bench.against_truth.published import Published, Row

Reason = Literal["equal", "label", "return", "problem", "unexplained"]
WORST: tuple[Reason, ...] = ("equal", "label", "return", "problem", "unexplained")
MOVES_CELLS = "shifted_row"
NOT_SENT = ""


def worst(reasons: Iterable[Reason]) -> Reason:
    """The one that explains least; equal where there is no difference."""
    return max(reasons, key=WORST.index, default="equal")


@dataclass(frozen=True)
class Reasons:
    """What explains differences in one ledger."""

    city: MadeCity
    published: Published
    ledger: str

    @cached_property
    def declared(self) -> Mapping[str, str]:
        """The declared column behind each column that lands."""
        ledger = self.city.catalog.ledgers[self.ledger]
        return {landed: ledger.columns[name].read_of or name for name in ledger.columns for landed in ledger.landed_as(name)}

    def of_cell(self, row: Row, column: str) -> Reason:
        """Why a cell differs."""
        field = self.declared.get(column, column)
        labels = self.city.labels.get((row.place.file, row.key.record), ())
        in_cell = next((one.columns for one in self.city.catalog.ledgers[self.ledger].combined if field in one.columns), (field,))
        if any(label.field in in_cell or label.kind == MOVES_CELLS for label in labels):
            return "label"
        return "problem" if field in row.problems or row.is_blocked else "unexplained"

    def of_addition(self, row: Row) -> Reason:
        """Why a row is published that no true record of its return asks for."""
        return "label" if self.city.labels.get((row.place.file, row.key.record)) else "unexplained"

    def of_loss(self, key: Key, where: Iterable[Row]) -> Reason:
        """Why a true record is not published. `where`: the rows that state it all the same."""
        deliveries = self.city.returns.get((key.unit, self.ledger, key.period), [])
        files = [one["file"] for one in deliveries if one["file"] != NOT_SENT]
        if not files:
            return "return"
        if any(label.is_loss for file in files for label in self.city.labels.get((file, key.record), ())):
            return "label"
        if any(row.is_blocked for row in where) or not any(self.published.standings.get(file, set()) & {"live", "added"} for file in files):
            return "problem"
        return "unexplained"
