"""The figures of a made-up city beside what is true of it: equal, explained by a mistake that was made on purpose, or wrong."""

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import duckdb

from bench.against_truth.made_city import MadeCity
from catalog.catalog import load
from synthetic.generate import MISSING, TRUTH
from warehouse.folder import Folder

RECOUNT = Path(__file__).with_suffix(".sql")
PAIRS = """
    select indicator, ledger, unit_code, period, true_figure.numerator, true_figure.denominator, told.numerator, told.denominator
    from true_figure left join published.fct_indicator as told using (indicator, unit_code, period)
"""

MUCH_TOO_EARLY = {"paid_before_closed"}

Return = tuple[str, str]  # a ledger and a unit


@dataclass(frozen=True)
class Compared:
    """One figure of one unit and period: what is true, what was published, and what was done wrong on purpose in the returns it rests on."""

    indicator: str
    unit: str
    period: str
    true: tuple[int, int | None]
    told: tuple[int | None, int | None]
    mistakes: tuple[str, ...]

    @property
    def is_equal(self) -> bool:
        """Both parts; of a figure whose lower part is not recounted the upper one."""
        return self.true == self.told or (self.true[1] is None and self.true[0] == self.told[0])


def compared(home: Path) -> list[Compared]:
    """Every figure that is recounted, of every unit and period that truly has one."""
    city = MadeCity(home, load())
    mistakes, periods = made_wrong(city), filed_periods(city)
    return [
        Compared(indicator, unit, period, (upper, lower), (told_upper, told_lower), tuple(sorted(near(mistakes[ledger, unit], periods[ledger], period))))
        for indicator, ledger, unit, period, upper, lower, told_upper, told_lower in pairs(home)
    ]


def pairs(home: Path) -> list[tuple[str, str, str, str, int, int | None, int | None, int | None]]:
    """Indicator, ledger, unit, period; the true parts of the figure and the published ones."""
    with duckdb.connect() as connection:
        connection.execute(f"attach '{Folder(home).current}' as published (read_only)")
        for ledger in (home / TRUTH).iterdir():
            connection.execute(f"create view {ledger.name} as select * from read_parquet('{ledger}/*.parquet')")
        connection.execute("create view month as select distinct period as month from published.fct_indicator where length(period) = 7")
        connection.execute("create view true_figure as " + RECOUNT.read_text(encoding="utf-8"))
        return connection.execute(PAIRS).fetchall()


def made_wrong(city: MadeCity) -> dict[Return, dict[str, set[str]]]:
    """The kinds of mistakes in the returns of a ledger and unit, by period; a return that was never sent is one."""
    in_file: dict[str, set[str]] = defaultdict(set)
    for (file, _), labels in city.labels.items():
        in_file[file] |= {label.kind for label in labels}
    found: dict[Return, dict[str, set[str]]] = defaultdict(dict)
    for (unit, ledger, period), deliveries in city.returns.items():
        found[ledger, unit][period] = set().union(*({MISSING} if one["kind"] == MISSING else in_file[one["file"]] for one in deliveries))
    return found


def filed_periods(city: MadeCity) -> dict[str, list[str]]:
    """For which periods each ledger was to be filed, in order."""
    found: dict[str, set[str]] = defaultdict(set)
    for _, ledger, period in city.returns:
        found[ledger].add(period)
    return {ledger: sorted(periods) for ledger, periods in found.items()}


def near(mistakes: dict[str, set[str]], periods: list[str], period: str) -> set[str]:
    """Those in the return that a figure rests on, and in the ones before and after it; of later ones a day that is much too early."""
    at = bisect_right(periods, period) - 1
    beside, later = (set().union(*(mistakes.get(one, set()) for one in some)) for some in (periods[max(at - 1, 0) : at + 2], periods[at + 2 :]))
    return beside | (later & MUCH_TOO_EARLY)
