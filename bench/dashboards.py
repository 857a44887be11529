"""The dashboards: each dataset asked for through Superset, past what is kept and from it, against the same SQL on DuckDB itself; then under switches.

Usage: python -m bench.dashboards HOME   (a data folder in which something was published; Superset is started over a copy of it)
"""

import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory

import duckdb
import yaml

from catalog.superset_files import files
from fengqiao.assets import ASSETS
from tests.end_to_end.city import ROOT, City
from tests.end_to_end.crowd import Crowd
from tests.end_to_end.swapping import NEW_NAME, renamed_figures, switch
from tests.end_to_end.visiting import Served, ask, numbers, serving

ROUNDS = 10
QUESTIONS, AT_ONCE, SWITCHES = 200, 8, 5


def main(home: Path) -> int:
    """Print the table; 1 when an answer failed or was of two versions."""
    with TemporaryDirectory() as folder, serving(City(home).copied(Path(folder) / "data"), {"bench": (a_role(),)}) as served:
        quick(served)
        return steady(served)


def a_role() -> str:
    """A role of the file that sees every unit."""
    roles = yaml.safe_load((ROOT / "superset_config" / "access" / "roles.yml").read_text(encoding="utf-8"))
    return next(str(name) for name, role in roles.items() if role["units"] == "all")


def quick(served: Served) -> None:
    """Medians and 95th percentiles of the same questions asked in three ways, in turn."""
    who = served.asked_by("bench")
    number = numbers(who)
    questions = {dataset.table_name: {"columns": sorted(dataset.names), "row_limit": 1000} for dataset in files(ASSETS).datasets.values()}
    current = str(served.city.home / "published" / "current.duckdb")
    sql = {name: str(ask(who, served, number[name], question).json()["result"][0]["query"]) for name, question in questions.items()}
    ways: dict[str, Callable[[str], object]] = {
        "DuckDB itself": lambda name: duckdb.connect(current, read_only=True).execute(sql[name]).fetchall(),
        "Superset, read anew": lambda name: ask(who, served, number[name], questions[name], force=True).body(),
        "Superset, kept": lambda name: ask(who, served, number[name], questions[name]).body(),
    }
    times: dict[str, list[float]] = {way: [] for way in ways}
    for _ in range(ROUNDS):
        for name in questions:
            for way, asked in ways.items():
                times[way].append(seconds(asked, name))
    print(f"{len(questions)} datasets, {ROUNDS} rounds")
    for way, found in times.items():
        print(f"{way:<40} {line(found)}")


def steady(served: Served) -> int:
    """Forced questions while the version is switched: how many failed, how many were of two versions, and how long the slowest took."""
    current = served.city.home / "published" / "current.duckdb"
    old, new = current.readlink(), Path("bench.duckdb")
    renamed_figures(current.resolve(), current.with_name(new.name))
    crowd = Crowd(served.address, served.token("bench"), numbers(served.asked_by("bench"))["figure_month"], "title")
    with crowd.asking(questions=QUESTIONS, at_once=AT_ONCE):
        for turn in range(SWITCHES):
            crowd.waits_for(QUESTIONS // (SWITCHES + 1))
            switch(current, (new, old)[turn % 2])
    mixed = sum((version == new.stem) != (title == NEW_NAME) for version, title in crowd.answers)
    print(f"{len(crowd.asked)} forced questions, {AT_ONCE} at once, {SWITCHES} switches: {len(crowd.failed)} failed, {mixed} rows of another version")
    print(f"{'under switches':<40} {line(crowd.asked)}")
    return 1 if crowd.failed or mixed else 0


def seconds(asked: Callable[[str], object], name: str) -> float:
    """How long one question takes by the clock."""
    began = time.perf_counter()
    asked(name)
    return time.perf_counter() - began


def line(found: Iterable[float]) -> str:
    """Median and 95th percentile in milliseconds."""
    parts = quantiles(found, n=20)
    return f"p50 {1000 * parts[9]:6.0f} ms   p95 {1000 * parts[18]:6.0f} ms"


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve()))
