"""The published figures of a month, read from one version's file, and from which months there are any."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from catalog.extract import Absence
from warehouse.locked_file import select_here  # the statements are ours: they need no process with limits around them

FIGURES = """
    select f.indicator, f.unit_code, f.value, f.numerator, f.denominator, f.absence, f.unreadable, f.blocked, f.carried_forward,
        f.returns_expected, f.returns_received, f.coverage_ratio
    from fct_indicator as f
    inner join page_unit as u on f.unit_code = u.unit_code
    where f.period = ?
    order by u.place, f.indicator
"""
MONTHS = "select distinct period, period_to from page_month order by period"


class Figure(BaseModel):
    """One row of `fct_indicator`. No value: `absence` says why, and it is not zero."""

    model_config = ConfigDict(frozen=True)

    indicator: str
    unit_code: str
    value: Decimal | None
    numerator: int | None
    denominator: int | None
    absence: Absence | None
    unreadable: int
    blocked: int
    carried_forward: int
    returns_expected: int
    returns_received: int
    coverage_ratio: Decimal | None

    @property
    def owed(self) -> int | None:
        """The returns that it rests on; None where nothing is owed, which has no coverage."""
        return None if self.coverage_ratio is None else self.returns_expected

    @property
    def is_incomplete(self) -> bool:
        """Whether returns that it rests on are missing."""
        return self.returns_received < self.returns_expected


class Month(BaseModel):
    """A month of which figures are published: none is later than the newest return."""

    model_config = ConfigDict(frozen=True)

    period: str
    period_to: date


def figures(published: Path, period: str) -> tuple[Figure, ...]:
    """Every figure of a month, the city's first, then by unit in the order of lists."""
    found = select_here(published, FIGURES, (period,), None)
    return tuple(found.as_rows(Figure))


def months(published: Path) -> tuple[Month, ...]:
    """The months that have figures, oldest first."""
    found = select_here(published, MONTHS, (), None)
    return tuple(found.as_rows(Month))
