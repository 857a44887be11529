"""One build by dbt, as a run calls it, and the same statements by hand: seconds by the clock and of the processors, memory, and the rows of each table."""

import json
import resource
import shutil
import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal, TypedDict

import duckdb

from bench.landed_city import run_over
from warehouse.build import REPORT, facts
from warehouse.parsed_project import manifest_file
from warehouse.run import Run
from warehouse.settings import export, load_settings

KIB = 1024
BY_HAND, SEEDS = "by-hand", "seeds"
Kind = Literal["model", "seed", "test", "unit_test"]
Moment = tuple[float, float]  # began, ended


class Timing(TypedDict):
    """A part of a node's work, as dbt reports it."""

    name: str
    started_at: str | None
    completed_at: str | None


class Node(TypedDict):
    """A node of dbt's report."""

    unique_id: str
    relation_name: str | None
    compiled_code: str | None
    timing: list[Timing]


@dataclass(frozen=True)
class Statement:
    """One table: the seconds that processors worked for it, where that is known, and its rows."""

    table: str
    computed: float | None
    rows: int


@dataclass(frozen=True)
class Built:
    """One build. `seconds`: by the clock; `computed`: of all processors; `start`, `models`, `tests`: by the clock, without and with a node at work."""

    seconds: float
    computed: float
    start: float
    models: float
    tests: float
    memory: int
    statements: tuple[Statement, ...]


class NotBuilt(Exception):
    """dbt failed. Carries what failed."""


def by_dbt(home: Path) -> Built:
    """The facts part of a run, by the function by which a run builds it; of its file only the seeds are left, as Parquet. NotBuilt when a node failed."""
    run = run_over(home)
    run.candidate.unlink(missing_ok=True)
    export(load_settings(home), run)
    manifest_file()  # the path has parsed the project before it builds
    began, before = time.perf_counter(), time.process_time()
    result = facts(run)
    seconds, computed = time.perf_counter() - began, time.process_time() - before
    if not result.success:
        raise NotBuilt("; ".join(f"{one.name}: {one.message}" for one in result.failed))
    found = report(run)
    models, tests = busy(found, "model"), busy(found, "test")
    start = seconds - covered([moment(node) for node in found])
    memory = peak()
    statements = tuple(rows_of(run, found))
    run.candidate.unlink()
    return Built(seconds, computed, start, models, tests, memory, statements)


def by_hand(home: Path) -> Built:
    """The compiled models of that build, one after the other, by DuckDB alone with the same settings."""
    run = run_over(home)
    file = run.work / BY_HAND / run.candidate.name  # the compiled SQL names the database, which is called as its file
    shutil.rmtree(file.parent, ignore_errors=True)
    file.parent.mkdir(parents=True)
    with duckdb.connect(str(file), config={"threads": 2, "memory_limit": load_settings(home).build_memory}) as connection:
        connection.execute(f"set TimeZone = 'UTC'; set enable_progress_bar = false; set file_search_path = '{run.lists.absolute()}'")
        nodes = sorted(report(run), key=moment_of_end)
        for node in nodes:
            if kind(node) == "seed":
                connection.execute(f"create table {name(node)} as from read_parquet('{seed_file(run, node)}')")
        began, before = time.perf_counter(), time.process_time()
        statements = tuple(create(connection, node) for node in nodes if kind(node) == "model")
        connection.execute("checkpoint")
        seconds, computed = time.perf_counter() - began, time.process_time() - before
    memory = peak()
    shutil.rmtree(file.parent)
    return Built(seconds, computed, 0, seconds, 0, memory, statements)


def create(connection: duckdb.DuckDBPyConnection, node: Node) -> Statement:
    """One model as a table."""
    before = time.process_time()
    (rows,) = connection.execute(f"create table {node['relation_name']} as {node['compiled_code']}").fetchall()[0]
    return Statement(name(node), time.process_time() - before, int(rows))


def rows_of(run: Run, nodes: Iterable[Node]) -> Iterable[Statement]:
    """What dbt built, table by table; its seeds are put aside for those who build by hand."""
    with duckdb.connect(str(run.candidate), read_only=True) as connection:
        (run.work / SEEDS).mkdir(exist_ok=True)
        for node in nodes:
            if kind(node) == "seed":
                connection.execute(f"copy {name(node)} to '{seed_file(run, node)}'")
            elif kind(node) == "model":
                (rows,) = connection.table(str(node["relation_name"])).count("*").fetchall()[0]
                yield Statement(name(node), None, int(rows))


def report(run: Run) -> list[Node]:
    """The nodes of the build, as dbt tells of them."""
    nodes: list[Node] = json.loads((run.target("facts") / REPORT).read_text(encoding="utf-8"))["results"]
    return nodes


def kind(node: Node) -> str:
    """What a node is."""
    return node["unique_id"].split(".")[0]


def name(node: Node) -> str:
    """What a model or seed is called."""
    return node["unique_id"].split(".")[-1]


def seed_file(run: Run, node: Node) -> Path:
    """Where the rows of a seed are put aside."""
    return run.work / SEEDS / f"{name(node)}.parquet"


def moment(node: Node) -> Moment:
    """When a node began and ended, compiling included."""
    moments = [datetime.fromisoformat(at).timestamp() for part in node["timing"] for at in (part["started_at"], part["completed_at"]) if at]
    return min(moments, default=0.0), max(moments, default=0.0)


def moment_of_end(node: Node) -> float:
    """When a node ended."""
    return moment(node)[1]


def busy(nodes: Iterable[Node], of: Kind) -> float:
    """Seconds in which at least one node of a kind ran."""
    return covered([moment(node) for node in nodes if kind(node) == of])


def covered(moments: Iterable[Moment]) -> float:
    """How long at least one of several spans lasted."""
    total, until = 0.0, 0.0
    for began, ended in sorted(moments):
        total += max(0.0, ended - max(began, until))
        until = max(until, ended)
    return total


def peak() -> int:
    """The most memory that this process has held, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KIB
