"""A made-up city from its workbooks to what is published: seconds and memory of each step, every table against the truth, nobody where nobody may stand.

Usage: python -m bench city [--months 2023-04..2024-03] [--scale 1] [--seed 7] [--home DIR]
Ends with 1 when a difference is not explained, or a person was found. A home in which a city was published already is looked at again, without a run.
"""

import argparse
import sqlite3
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from csv import writer
from dataclasses import astuple, dataclass, fields
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from bench.against_truth.beside_records import beside_records
from bench.against_truth.comparing import Compared, Difference
from bench.against_truth.made_city import MadeCity
from bench.against_truth.persons import Found, persons, scan
from bench.against_truth.published import Published
from bench.against_truth.reasons import WORST
from bench.against_truth.tables import compared
from bench.landed_city import FENGQIAO, YEAR
from bench.watched import Ran, watched
from catalog.catalog import load
from warehouse.folder import Folder

MIB = 2**20
DIFFERENCES, PRINTED = "differences.csv", "printed.txt"
STEPS = "select dagster_event_type, step_key, timestamp from event_logs where dagster_event_type in ('STEP_START', 'STEP_SUCCESS')"


@dataclass(frozen=True)
class Step:
    """A step by the clock: when it began and ended, the most memory held, the seconds that processors worked for it."""

    name: str
    began: float
    ended: float
    memory: int
    computed: float


def table(arguments: list[str]) -> int:
    """Make the city, take the path, look at what came of it."""
    parser = argparse.ArgumentParser(prog="python -m bench city")
    parser.add_argument("--months", default=YEAR)
    parser.add_argument("--scale", default="1")
    parser.add_argument("--seed", default="7")
    parser.add_argument("--home", type=Path)
    asked = parser.parse_args(arguments)
    with TemporaryDirectory() as folder:
        home = (asked.home or Path(folder)).resolve()
        if not Folder(home).current.exists():
            take(home, ["--months", asked.months, "--scale", asked.scale, "--seed", asked.seed])
        return looked_at(home)


def take(home: Path, size: list[str]) -> None:
    """Make the city and take the path, with the commands that a user types; the table of steps. What they printed is kept beside the city."""
    made = watched([str(FENGQIAO), "demo", *size, "--home", str(home)])
    print(f"{'step':<16} {'seconds':>8} {'computed':>9} {'memory':>9}")
    tell(Step("demo", made.began, made.ended, *made.between(made.began, made.ended)))
    ran = watched([str(FENGQIAO), "run", "--home", str(home)])
    for step in (*steps(home, ran), Step("run, as a whole", ran.began, ran.ended, *ran.between(ran.began, ran.ended))):
        tell(step)
    (home / PRINTED).write_text(made.out + made.err + ran.out + ran.err, encoding="utf-8")
    if made.code or ran.code:
        sys.exit(made.err + ran.err)


def steps(home: Path, ran: Ran) -> Iterator[Step]:
    """The steps of the run, as its history tells when each began and ended."""
    for history in (home / "dagster" / "history" / "runs").glob("*-*.db"):
        with closing(sqlite3.connect(history)) as connection:
            times: dict[str, list[float]] = {}
            for _, step, at in connection.execute(STEPS + " order by id"):
                times.setdefault(step, []).append(datetime.fromisoformat(at).replace(tzinfo=UTC).timestamp())
            for step, (began, ended) in times.items():
                yield Step(step, began, ended, *ran.between(began, ended))


def tell(step: Step) -> None:
    """One line of the table of steps."""
    print(f"{step.name:<16} {step.ended - step.began:8.1f} {step.computed:9.1f} {step.memory / MIB:6.0f} MB", flush=True)


def looked_at(home: Path) -> int:
    """Every table against the truth, then the search for persons; 1 when anything is left to explain. Differences are written down beside the city."""
    city = MadeCity(home, load())
    with duckdb.connect(str(Folder(home).current), read_only=True) as connection:
        published = Published(city, connection)
        tables = list(shown(table for part in (compared(published), beside_records(published)) for table in part))
    with (home / DIFFERENCES).open("w", encoding="utf-8", newline="") as file:
        writer(file).writerows([[one.name for one in fields(Difference)], *(astuple(one) for each in tables for one in each.differences)])
    found = search(city)
    return 1 if any(each.counts["unexplained"] for each in tables) or any(each.names or each.numbers for each in found) else 0


def shown(tables: Iterable[Compared]) -> Iterator[Compared]:
    """The line of each table, as it is known."""
    print(f"\n{'table':<28} {'true':>8} {'published':>9} " + " ".join(f"{reason:>11}" for reason in WORST))
    for each in tables:
        print(f"{each.table:<28} {each.true:8} {each.published:9} " + " ".join(f"{each.counts[reason]:11}" for reason in WORST), flush=True)
        yield each


def search(city: MadeCity) -> list[Found]:
    """Every person of the city looked for; the table of places."""
    whom = persons(city)
    print(f"\n{len(whom.names)} names, {len(whom.shared)} of them also an official's, a place's or a word of the catalog; {len(whom.numbers)} numbers")
    print(f"{'place':<12} {'files':>7} {'characters':>12} {'names':>7} {'numbers':>8} {'in columns of officials':>24} {'names of others too':>20}")
    printed = city.home / PRINTED
    found = scan(city, [printed.read_text(encoding="utf-8")] if printed.exists() else [], whom)
    for each in found:
        counts = (sum(names.values()) for names in (each.names, each.numbers, each.official_names, each.shared_names))
        print("{:<12} {:7} {:12} {:7} {:8} {:24} {:20}".format(each.place, each.files, each.characters, *counts), flush=True)
    return found
