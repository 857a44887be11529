"""A small city with many mistakes: what the tests of the made-up city look into."""

from dataclasses import dataclass
from pathlib import Path

import pyarrow.parquet as pq

from catalog.period import Period
from synthetic.city.district import Plan
from synthetic.city.span import Span
from synthetic.generate import INBOX, TRUTH, City, generate

SPAN = Span(Period.parse("2023-04"), Period.parse("2023-05"))
PLAN = Plan(seed=7, span=SPAN, scale=0.08, mistakes=12)


@dataclass(frozen=True)
class Made:
    """A city and the folder into which it was written."""

    city: City
    home: Path

    @property
    def inbox(self) -> Path:
        """The workbooks."""
        return self.home / INBOX

    def truth(self, ledger: str) -> list[dict[str, object]]:
        """The true records of a ledger, of all units."""
        return [row for file in sorted((self.home / TRUTH / ledger).glob("*.parquet")) for row in pq.read_table(file).to_pylist()]


def made(plan: Plan, home: Path, workers: int = 1) -> Made:
    """A city in a folder of its own."""
    return Made(generate(plan, home, workers), home)
