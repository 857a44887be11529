"""Which periods of a ledger a unit files: those it owes, else every month."""

from catalog.catalog import Catalog
from catalog.ledger import Ledger
from catalog.period import Period
from catalog.unit import Unit
from synthetic.city.district import District

CITY_OFFICE, YEAR = "city_office", "year"  # what is owed of a year may be filed while it runs


def periods(catalog: Catalog, district: District, ledger: Ledger) -> tuple[Period, ...]:
    """The periods of a ledger that end, or whose state is owed, in the months asked for."""
    span = district.plan.span
    duty = catalog.duty_of(ledger.id)
    if duty is None:
        return span.months
    if not owes(district.unit, duty.filers):
        return ()
    if duty.as_of:
        return tuple(month for month in span.months if any(int(day[:2]) == month.start.month for day in duty.as_of))
    first = Period.of(span.first.start, duty.every)
    return tuple(period for period in first.until(span.last.end) if span.covers(period.end) or period.cadence == YEAR)


def owes(unit: Unit, filers: tuple[str, ...]) -> bool:
    """Whether a unit is among those that file."""
    return ("city" if unit.kind == CITY_OFFICE else "district") in filers
