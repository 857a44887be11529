"""The path as a command takes it: in this process, on the history that everything else writes to."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import dagster as dg
import pytest

from catalog.catalog import load
from orchestration.request import By, Request
from orchestration.run import Outcome, run
from orchestration.tell import Tell
from warehouse.event import CHINA
from warehouse.folder import Folder
from warehouse.lock import Busy, hold
from warehouse.settings import ROOT, Settings, load_settings

WORKBOOK = "昆都仑区/昆区2023年4月矛盾纠纷台账（更正）.xlsx"
NOW = datetime(2023, 7, 6, 9, 0, tzinfo=CHINA)
HOLDER = """
import pathlib, sys
from warehouse.folder import Folder
from warehouse.lock import hold

with hold(Folder(pathlib.Path(sys.argv[1])), "inbox"):
    print(flush=True)
    sys.stdin.read()
"""
REQUEST = Request(By.COMMAND, today=date(2023, 7, 6))


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """A data folder with one workbook; what a run sets in the environment goes with the module."""
    before = dict(os.environ)
    home = tmp_path_factory.mktemp("run") / "data"
    Folder(home).create(load().units)
    shutil.copyfile(ROOT / "tests/samples/inbox" / WORKBOOK, home / "inbox" / WORKBOOK)
    shutil.copyfile(ROOT / "tests/samples/received.csv", home / "inbox/received.csv")
    yield load_settings(home)
    os.environ.clear()
    os.environ.update(before)


@pytest.fixture(scope="module")
def told() -> list[str]:
    """What the run said on its way."""
    return []


@pytest.fixture(scope="module")
def outcome(settings: Settings, told: list[str]) -> Outcome:
    """One run over it."""
    return run(settings, REQUEST, NOW, lambda step, _done, _of: told.append(step))


def test_the_path_comes_to_its_end(outcome: Outcome) -> None:
    """The workbook is read, judged, published."""
    assert outcome.end == "done"
    assert outcome.passage.intake
    assert [answer.file for answer in outcome.passage.intake.answers] == [WORKBOOK]
    assert outcome.passage.published
    assert outcome.passage.checks["pass"] > 0


def test_each_step_is_told_once_it_begins(outcome: Outcome, told: list[str]) -> None:
    """In the order of the path."""
    assert outcome.end == "done"
    assert list(dict.fromkeys(told)) == ["receive", "read", "land", "facts", "check_result", "results", "published", "answers", "extract"]


def test_each_step_and_dagster_itself_are_timed(outcome: Outcome) -> None:
    """The share of the machinery is known."""
    assert set(outcome.seconds) == {"submissions", "facts", "check_result", "results", "published", "answers", "extract", "dagster"}
    assert all(spent >= 0 for spent in outcome.seconds.values())


def test_the_run_stands_in_the_history(outcome: Outcome) -> None:
    """As a success, with who started it."""
    with dg.DagsterInstance.get() as history:
        stands = history.get_run_by_id(outcome.run_id)

    assert stands
    assert stands.status is dg.DagsterRunStatus.SUCCESS
    assert stands.tags["fengqiao/by"] == "command"


def test_the_square_of_the_unit_and_month_is_coloured(outcome: Outcome) -> None:
    """And no other one; the event says how many rows and problems, and names no file."""
    with dg.DagsterInstance.get() as history:
        squares = history.get_materialized_partitions(dg.AssetKey(["landing", "dispute"]))
        event = history.get_latest_materialization_event(dg.AssetKey(["landing", "dispute"]))

    assert squares == {"150203|2023-04"}
    assert event
    assert event.run_id == outcome.run_id
    assert event.asset_materialization
    assert {name: value.value for name, value in event.asset_materialization.metadata.items()} == {"rows": 34, "problems": 0}


def test_the_history_names_no_file(outcome: Outcome, settings: Settings) -> None:
    """File names stay in the journal and the outbox: clerks write names of people into them."""
    assert outcome.end == "done"
    kept = [file for file in Folder(settings.home).dagster.rglob("*") if file.is_file()]
    assert kept
    assert not [file for file in kept if Path(WORKBOOK).stem.encode() in file.read_bytes()]


def test_a_second_run_is_told_who_is_busy(settings: Settings) -> None:
    """And leaves no trace in the history: it never began."""
    with subprocess.Popen([sys.executable, "-c", HOLDER, settings.home], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT) as other:
        assert other.stdout
        other.stdout.readline()
        with dg.DagsterInstance.get() as history:
            before = history.get_runs_count()
        with pytest.raises(Busy) as busy:
            run(settings, REQUEST, NOW)
        with dg.DagsterInstance.get() as history:
            assert history.get_runs_count() == before

    assert busy.value.holder
    assert (busy.value.holder.who, busy.value.holder.pid) == ("inbox", other.pid)


def test_a_run_that_is_stopped_by_hand_is_cancelled(settings: Settings, outcome: Outcome) -> None:
    """What is published stays; the history does not call it a failure; the lock is free."""
    published = outcome.passage.published
    stopped = run(settings, Request(By.COMMAND, today=date(2023, 8, 1)), NOW, interrupt_at("facts"))

    assert stopped.end == "stopped"
    assert published
    assert Folder(settings.home).current.readlink().stem == published.version
    with dg.DagsterInstance.get() as history:
        stands = history.get_run_by_id(stopped.run_id)
        assert stands
        assert stands.status is dg.DagsterRunStatus.CANCELED
    with hold(Folder(settings.home), "test"):
        pass


def interrupt_at(step: str) -> Tell:
    """Press Ctrl-C when a step begins."""

    def tell(name: str, _done: int, _of: int) -> None:
        if name == step:
            os.kill(os.getpid(), signal.SIGINT)
            time.sleep(1)

    return tell
