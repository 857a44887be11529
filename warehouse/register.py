"""The register of returns: who owes which ledger for which period, and by when. States are not here: they are computed from what was filed (dbt)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from catalog.catalog import Catalog
from catalog.duty import Duty, day_after
from catalog.period import Cadence, Period
from catalog.unit import Level, Unit
from warehouse.event import identifier
from warehouse.working_days import DueNote, next_working_day

Depth = Literal["file", "content"]


@dataclass(frozen=True)
class Obligation:
    """A unit owes a return (`file`), or a unit below it must stand in one (`content`); `district_code` files the return, of the period `due_with`."""

    obligation_id: str
    depth: Depth
    unit_code: str
    district_code: str
    ledger: str
    period: str
    period_from: date
    period_to: date
    due_with: str
    due_on: date
    due_note: DueNote | None


@dataclass(frozen=True)
class Due:
    """When a return is due: of which ledger, for which period, and the day, moved to a working day."""

    ledger: str
    period: Period
    on: date
    note: DueNote | None

    @classmethod
    def of(cls, duty: Duty, period: Period, catalog: Catalog) -> "Due":
        """As a duty says of one period."""
        return cls(duty.ledger, period, *next_working_day(day_after(period, duty.due_days), catalog.working_days))


def obligations(catalog: Catalog, today: date) -> list[Obligation]:
    """All that is owed of the declared ledgers as of a day: each return from the first day of its period."""
    return [owed for duty in catalog.owed for owed in (*files(duty, catalog, today), *contents(duty, catalog, today))]


def files(duty: Duty, catalog: Catalog, today: date) -> Iterator[Obligation]:
    """The returns of one duty: its filers × its periods."""
    for period in duty.periods(today):
        if duty.holds_on(period.end):
            due = Due.of(duty, period, catalog)
            yield from (obligation("file", unit, unit, period, due) for unit in filers(duty, catalog, period))


def contents(duty: Duty, catalog: Catalog, today: date) -> Iterator[Obligation]:
    """What must stand in the returns of one duty: the units of the level named × their own periods, due with the return they end in."""
    for level, cadence in duty.content.items():
        for period in content_periods(duty, cadence, today):
            due = Due.of(duty, Period.of(period.end, duty.every), catalog)
            for district in filers(duty, catalog, due.period):
                yield from (obligation("content", unit, district, period, due) for unit in inside(district, level, catalog, period))


def content_periods(duty: Duty, cadence: Cadence, today: date) -> Iterator[Period]:
    """The periods of a cadence within those of the duty, each from its first day on."""
    first, last = Period.parse(duty.first_period), Period.parse(duty.last_period)
    for period in Period.of(first.start, cadence).until(min(today, last.end)):
        if first.start <= period.end <= last.end and duty.holds_on(period.end):
            yield period


def filers(duty: Duty, catalog: Catalog, period: Period) -> list[Unit]:
    """The reporting units that owe a duty's returns; a unit that ended within the period owes it no more."""
    return [unit for unit in catalog.units.reporting if ("city" if unit.kind == "city_office" else "district") in duty.filers and unit.holds_on(period.end)]


def inside(district: Unit, level: Level, catalog: Catalog, period: Period) -> list[Unit]:
    """The units of a level in a district, itself included; parks that statistics treat as townships owe nothing."""
    return [unit for unit in catalog.units.within(district.code, level) if not unit.pseudo and unit.holds_on(period.end)]


def obligation(depth: Depth, unit: Unit, district: Unit, period: Period, due: Due) -> Obligation:
    """One obligation."""
    return Obligation(
        obligation_id=identifier(depth, unit.code, due.ledger, period.code),
        depth=depth,
        unit_code=unit.code,
        district_code=district.code,
        ledger=due.ledger,
        period=period.code,
        period_from=period.start,
        period_to=period.end,
        due_with=due.period.code,
        due_on=due.on,
        due_note=due.note,
    )
