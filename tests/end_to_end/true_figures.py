"""The figures of a made-up city beside what is true of it: equal, explained by a mistake that was made on purpose, or wrong."""

import csv
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import duckdb

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
    mistakes, periods = made_wrong(home), filed_periods(home)
    return [
        Compared(indicator, unit, period, (upper, lower), (told_upper, told_lower), tuple(sorted(near(mistakes[ledger, unit], periods[ledger], period))))
        for indicator, ledger, unit, period, upper, lower, told_upper, told_lower in pairs(home)
    ]


def pairs(home: Path) -> list[tuple[str, str, str, str, int, int | None, int | None, int | None]]:
    """Indicator, ledger, unit, period; the true parts of the figure and the published ones."""
    with duckdb.connect() as connection:
        connection.execute(f"attach '{home}/published/current.duckdb' as published (read_only)")
        for ledger in (home / "truth").iterdir():
            connection.execute(f"create view {ledger.name} as select * from read_parquet('{ledger}/*.parquet')")
        connection.execute("create view month as select distinct period as month from published.fct_indicator where length(period) = 7")
        connection.execute("create view true_figure as " + RECOUNT.read_text(encoding="utf-8"))
        return connection.execute(PAIRS).fetchall()


def made_wrong(home: Path) -> dict[Return, dict[str, set[str]]]:
    """The kinds of mistakes in the returns of a ledger and unit, by period; a return that was never sent is one."""
    found: dict[Return, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for name in ("labels", "returns"):
        with (home / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                if row["kind"] not in {"return", "nil", "correction", "duplicate"}:
                    found[row["ledger"], row["unit_code"]][row["period"]].add(row["kind"])
    return found


def filed_periods(home: Path) -> dict[str, list[str]]:
    """For which periods each ledger was to be filed, in order."""
    found: dict[str, set[str]] = defaultdict(set)
    with (home / "returns.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            found[row["ledger"]].add(row["period"])
    return {ledger: sorted(periods) for ledger, periods in found.items()}


def near(mistakes: dict[str, set[str]], periods: list[str], period: str) -> set[str]:
    """Those in the return that a figure rests on, and in the ones before and after it; of later ones a day that is much too early."""
    at = bisect_right(periods, period) - 1
    beside, later = (set().union(*(mistakes.get(one, set()) for one in some)) for some in (periods[max(at - 1, 0) : at + 2], periods[at + 2 :]))
    return beside | (later & MUCH_TOO_EARLY)
