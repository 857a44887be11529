"""A city year that has landed, at several scales: the facts part of a run's dbt build, against the same SQL by hand.

Usage: python -m bench landing [--scales 1 10 100] [--months 2023-04..2024-03] [--home DIR]
By hand: the compiled models of that very build, `create table … as`, in the order in which they ended, by DuckDB alone into a fresh file; no tests and no
contracts, which are dbt's own. Each way runs in a process of its own, one after the other. Ends with 1 when a table has other rows by hand.
"""

import argparse
import shutil
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.both_ways import Built, Statement, by_dbt, by_hand
from bench.landed_city import YEAR, Landed, landed

GB, MB = 1e9, 1e6
SLOW, SOON, FASTER_THAN_ROWS = 1.0, 0.02, 1.5  # seconds; a model's growth as a share of that of the rows
HEAD = ("scale", "rows", "Parquet MB", "dbt s", "of it start", "models", "tests", "hand s", "dbt cpu s", "hand cpu s", "cpu ratio", "dbt GB", "hand GB")


@dataclass(frozen=True)
class Pair:
    """One scale, built both ways."""

    scale: float
    city: Landed
    dbt: Built
    hand: Built

    @property
    def cells(self) -> tuple[str, ...]:
        """Its row of the table."""
        dbt, hand = self.dbt, self.hand
        times = (dbt.seconds, dbt.start, dbt.models, dbt.tests, hand.seconds)
        work = (f"{dbt.computed:.1f}", f"{hand.computed:.1f}", f"{dbt.computed / hand.computed:.2f}")
        memory = (f"{dbt.memory / GB:.1f}", f"{hand.memory / GB:.1f}")
        return (f"{self.scale:g}", f"{self.city.rows:,}", f"{self.city.size / MB:.0f}", *(f"{time:.1f}" for time in times), *work, *memory)

    @property
    def differing(self) -> tuple[str, ...]:
        """Tables that have not as many rows by hand."""
        counts = {statement.table: statement.rows for statement in self.hand.statements}
        return tuple(one.table for one in self.dbt.statements if counts[one.table] != one.rows)


def table(arguments: Sequence[str]) -> int:
    """Measure each scale and print the table, a row as soon as it is known; then the models that grow faster than their rows."""
    asked = argparse.ArgumentParser(prog="python -m bench landing")
    asked.add_argument("--scales", type=float, nargs="+", default=[1, 10, 100])
    asked.add_argument("--months", default=YEAR)
    asked.add_argument("--home", type=Path, help="where the cities lie; else in a folder that goes when all is measured")
    given = asked.parse_args(arguments)
    print("| " + " | ".join(HEAD) + " |", flush=True)
    print("|" + "---:|" * len(HEAD), flush=True)
    with TemporaryDirectory() as folder:
        pairs = []
        for scale in given.scales:
            pairs.append(pair(scale, given.months, (given.home or Path(folder)) / f"{scale:g}"))
            print("| " + " | ".join(pairs[-1].cells) + " |", flush=True)
            if given.home is None:
                shutil.rmtree(Path(folder) / f"{scale:g}")
    print("\n".join(growing(pairs)))
    differing = [f"{one.scale:g}: {name}" for one in pairs for name in one.differing]
    print("\n".join(f"other rows by hand: {each}" for each in differing))
    return 1 if differing else 0


def pair(scale: float, months: str, home: Path) -> Pair:
    """One scale: the landed city, and both builds over it."""
    city = landed(home, scale, months)
    return Pair(scale, city, apart(by_dbt, home), apart(by_hand, home))


def apart(build: Callable[[Path], Built], home: Path) -> Built:
    """One build in a fresh process, so that the memory measured is its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(build, home).result()


def growing(pairs: Sequence[Pair]) -> list[str]:
    """What takes more than a second by hand at the largest scale, with its growth where it exceeds that of the rows."""
    first, last = pairs[0], pairs[-1]
    found = [{one.table: one for one in pair.hand.statements} for pair in pairs]
    slow = sorted((one for one in last.hand.statements if seconds(one) > SLOW), key=lambda one: -seconds(one))
    return [line([each[one.table] for each in found], last.city.rows / first.city.rows) for one in slow]


def seconds(statement: Statement) -> float:
    """What processors worked for a table by hand."""
    return statement.computed or 0.0


def line(built: Sequence[Statement], more: float) -> str:
    """One slow model: its seconds of processors by hand at each scale."""
    small, large = built[0], built[-1]
    growth = seconds(large) / max(seconds(small), SOON)
    marked = f"  grows {growth / more:.1f} times as fast as the rows" if growth > more * FASTER_THAN_ROWS else ""
    return f"{large.table:<40}{''.join(f' {seconds(one):8.2f}s' for one in built)} {large.rows:>12,} rows{marked}"
