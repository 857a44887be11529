"""Rows: checked records beside the cells they were read from, so that a check can name a cell, its header and what it shows."""

from dataclasses import dataclass
from functools import cached_property

from catalog.severity import Severity
from ingest.cells import filed
from ingest.checked import CheckedRecord, Problem
from ingest.naming import Naming
from ingest.notation import trimmed
from ingest.problems import Facts, Place
from ingest.table import Record
from ingest.values import Body


@dataclass(frozen=True)
class Spot:
    """A field of a record."""

    record: CheckedRecord
    field: str


@dataclass(frozen=True)
class Rows:
    """The records of a table beside the cells they were read from."""

    body: Body
    naming: Naming
    records: tuple[CheckedRecord, ...]

    @cached_property
    def as_filed(self) -> dict[int, Record]:
        """Each row as it was filed."""
        return {record.row: record for record in self.body.records}

    @property
    def counting(self) -> tuple[CheckedRecord, ...]:
        """The records that no earlier check took out."""
        return tuple(record for record in self.records if not record.is_blocked)

    def has(self, *fields: str) -> bool:
        """Whether the layout has these columns."""
        return all(field in self.naming.fields for field in fields)

    def place(self, spot: Spot) -> Place:
        """The cell of a spot."""
        return Place(self.body.sheet.name, spot.record.row, self.naming.fields[spot.field].header.column, spot.field)

    def text(self, spot: Spot) -> str:
        """What the cell shows."""
        return trimmed(filed(self.as_filed[spot.record.row].values.get(self.naming.fields[spot.field].header.column)))

    def problem(self, code: str, at: Spot, beside: Spot, other: str, severity: Severity | None = None) -> Problem:
        """The problem at one cell that another cell shows to be wrong."""
        facts = Facts(self.text(at), self.naming.fields[at.field].header.name, other)
        cell = self.place(beside).cell
        return self.body.say.problem(code, self.place(at), facts, severity, [cell] if cell else [])
