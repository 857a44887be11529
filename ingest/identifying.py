"""Identifying a table: ledger, unit, period and kind from all that speaks of them, and every contradiction said. What cannot be told stays unknown."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol, Self

from catalog.catalog import Catalog
from catalog.ledger import Ledger
from catalog.period import Period
from catalog.unit import Unit
from ingest.checked import Basis, Kind, Problem
from ingest.naming import Naming
from ingest.problems import Facts, Place, Sentences
from ingest.statements import Source, about, money_unit, statements
from ingest.table import Record, Table
from ingest.which_kind import calls_itself, which_kind, without_nil_rows
from ingest.which_ledger import LedgerFound, which_ledger
from ingest.which_period import PeriodFound, days_of, which_period
from ingest.which_unit import UnitFound, places_of, which_unit

UNIT_CONFLICTS: dict[Source, str] = {"title": "title_unit_conflict", "info": "title_unit_conflict", "sheet": "name_conflict", "file": "name_conflict"}
PERIOD_CONFLICTS: dict[Source, str] = {"title": "title_period_conflict", "info": "title_period_conflict", "sheet": "name_conflict", "file": "name_conflict"}


class Arrived(Protocol):
    """What tells how a file came: a line of the journal, or the origin of a published row."""

    @property
    def path(self) -> str:
        """Where it lay, below the inbox."""

    @property
    def district(self) -> str:
        """Whose folder that is in."""

    @property
    def received_at(self) -> datetime:
        """When it came."""


@dataclass(frozen=True)
class Delivery:
    """What is known of a file besides its content: its path below the inbox, the reporting unit whose folder it lies in, the day it came."""

    path: str
    district: str | None = None
    received_on: date | None = None

    @classmethod
    def of(cls, arrived: Arrived) -> Self:
        """What is known of a file that came."""
        return cls(arrived.path, arrived.district, arrived.received_at.date())


@dataclass(frozen=True)
class Beside:
    """What the other tables of a workbook tell of one: their ledgers, which the file's name may mean; the period of those that state one, where it is one."""

    ledgers: Collection[str] = ()
    period: Period | None = None


ALONE = Beside()


@dataclass(frozen=True)
class Identity:
    """What a table is. `entries` are its records without the rows that only say nothing happened."""

    ledger: Ledger
    naming: Naming
    entries: tuple[Record, ...]
    nil_rows: tuple[Record, ...]
    unit: Unit | None
    period: Period | None
    money_unit: str | None
    kind: Kind
    is_final_only: bool
    problems: tuple[Problem, ...]

    @property
    def unit_code(self) -> str | None:
        """The code of the unit whose return it is."""
        return self.unit.code if self.unit else None

    @property
    def basis(self) -> Basis:
        """Whether its figures are those of the period, or run since the beginning."""
        return "cumulative" if self.kind == "cumulative" else "period"


def identify(table: Table, delivery: Delivery, catalog: Catalog, beside: Beside = ALONE) -> Identity | None:
    """What a table is; None when it is no ledger that is declared."""
    said = statements(table, delivery.path, catalog.wording)
    found = which_ledger(table.headers, said, catalog)
    if found is None:
        return None
    ledger, naming, duty = found.ledger, found.naming, catalog.duty_of(found.ledger.id)
    unit = which_unit(places_of(table.records, naming, ledger), about("unit", said), delivery.district, catalog.units)
    period = which_period(about("period", said), days_of(table.records, naming, ledger), duty, delivery.received_on, beside.period)
    entries, nil_rows = without_nil_rows(table.records, naming, ledger, catalog.wording)
    kind = which_kind(table, entries, said, catalog.wording, is_cumulative=bool(duty and duty.cumulative))
    say = Sentences(catalog.problems)
    return Identity(
        ledger=ledger,
        naming=naming,
        entries=entries,
        nil_rows=nil_rows,
        unit=unit.unit,
        period=period.period,
        money_unit=money_unit(said, catalog.wording),
        kind=kind,
        is_final_only=kind == "return" and calls_itself(said, catalog.wording.final_only),
        problems=(
            *ledger_problems(found, beside.ledgers, say),
            *unit_problems(unit, delivery, catalog, table, say),
            *period_problems(period, catalog, table, say),
        ),
    )


def ledgers_in(tables: Iterable[Table], delivery: Delivery, catalog: Catalog) -> frozenset[str]:
    """The ledgers that a workbook's tables are of."""
    found = (which_ledger(table.headers, statements(table, delivery.path, catalog.wording), catalog) for table in tables)
    return frozenset(one.ledger.id for one in found if one)


def ledger_problems(found: LedgerFound, beside: Collection[str], say: Sentences) -> Iterator[Problem]:
    """The names that call the table another ledger; a file may be called by any of its tables."""
    for statement, other in found.contradicting:
        if statement.source == "file" and other in beside:
            continue
        yield say.problem("name_conflict", statement.place, Facts(statement.text, expected=found.ledger.title))


def unit_problems(found: UnitFound, delivery: Delivery, catalog: Catalog, table: Table, say: Sentences) -> Iterator[Problem]:
    """That the unit cannot be told, or who says otherwise."""
    if found.unit is None:
        yield say.problem("unit_unknown", Place(table.sheet), Facts())
        return
    for statement, other in found.contradicting:
        yield say.problem(UNIT_CONFLICTS[statement.source], statement.place, Facts(other.name, expected=found.unit.name))
    if found.is_elsewhere and delivery.district:
        folder = catalog.units[delivery.district].name
        yield say.problem("folder_unit_conflict", Place(table.sheet), Facts(found.unit.name, other=folder, expected=found.unit.name))


def period_problems(found: PeriodFound, catalog: Catalog, table: Table, say: Sentences) -> Iterator[Problem]:
    """That the period cannot be told, or who says otherwise."""
    if found.period is None:
        yield say.problem("period_unknown", Place(table.sheet), Facts())
        return
    taken = catalog.receipt.period(found.period)
    if found.is_by_receipt:
        yield say.problem("period_by_receipt", Place(table.sheet), Facts(expected=taken))
    if found.is_by_workbook:
        yield say.problem("period_by_workbook", Place(table.sheet), Facts(expected=taken))
    for statement, other in found.contradicting:
        yield say.problem(PERIOD_CONFLICTS[statement.source], statement.place, Facts(catalog.receipt.period(other), expected=taken))
