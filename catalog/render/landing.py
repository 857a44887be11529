"""dbt sources of the landing, one per ledger: `dbt source freshness` says of which the newest accepted file is older than its cadence allows.

Models read the files that count by the run's list (`live`), never these.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from catalog.catalog import Catalog
from catalog.ledger import Ledger
from catalog.period import Cadence
from catalog.render.rendered import Rendered, fill, header

FILE = Path("dbt_project/models/staging/landing.yml")
LONGEST: dict[Cadence, int] = {"week": 7, "month": 31, "quarter": 92, "half_year": 184, "year": 366}  # days
UNOWED: Cadence = "year"  # of a ledger that nobody owes


@dataclass(frozen=True)
class Freshness:
    """After how many days without a new file one has to look, and after how many something is wrong: one period missed, two."""

    ledger: Ledger
    warn_days: int
    error_days: int


def render(catalog: Catalog) -> Iterator[Rendered]:
    """One file for all ledgers."""
    yield Rendered(FILE, fill("landing.yml.jinja", header=header("ledgers"), ledgers=[freshness(ledger, catalog) for ledger in catalog.ledgers.values()]))


def freshness(ledger: Ledger, catalog: Catalog) -> Freshness:
    """By the duty of the ledger: a file of one period stands at most until the next one is due."""
    duty = catalog.duty_of(ledger.id)
    period, due = (LONGEST[duty.every], duty.due_days) if duty else (LONGEST[UNOWED], 0)
    return Freshness(ledger, period + due, 2 * period + due)
