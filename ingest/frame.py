"""The frame of a reading: what every cell of a table depends on besides its column."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from catalog.catalog import Catalog
from catalog.ledger import Column
from catalog.period import Period
from catalog.unit import Unit
from ingest.cells import Value
from ingest.notation import trimmed


@dataclass(frozen=True)
class Frame:
    """The catalog, unit and period of the return (None where they cannot be told), the unit of money that the info row gives for all, the day it came."""

    catalog: Catalog
    unit_code: str | None
    period: Period | None
    money_unit: str | None = None
    received_on: date | None = None

    def unit_of(self, header_unit: str | None, column: Column) -> str | None:
        """The unit of a bare number: what the header says, else the info row, else the declaration."""
        return header_unit or (self.money_unit if column.type == "money" else None) or column.unit

    def is_blank(self, value: Value) -> bool:
        """Whether nothing was filed: an empty cell, blanks of any width, a stroke."""
        if not isinstance(value, str):
            return value is None
        text = trimmed(value)
        return not text or text in self.catalog.wording.strokes

    def townships_named(self, text: str) -> tuple[Unit, ...]:
        """The townships a name may mean: those that stood in the period before those that did not, those of the return's unit before all others."""
        found = self.catalog.units.township_in(self.unit_code or "", text)
        return tuple(unit for unit in found if self.stood(unit)) or found

    def stood(self, unit: Unit) -> bool:
        """Whether a unit was there in the period of the return; nothing speaks against it where that is not known."""
        return self.period is None or unit.stood_in(self.period)

    @cached_property
    def own_townships(self) -> tuple[Unit, ...]:
        """The townships of the return's unit in its period; the city's own office has none, so that none is foreign to it."""
        return tuple(unit for unit in self.catalog.units.within(self.unit_code or "", "township") if self.stood(unit))
