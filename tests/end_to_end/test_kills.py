"""The path is killed at each of its steps: what was published is served, and the next run ends as if nothing had happened, whatever came first."""

import random
import shutil

import pytest

from tests.end_to_end import warm
from tests.end_to_end.city import ROOT, City, sample_files

SHUFFLE = 1
LOOK_SECONDS = 0.02
STEPS = ("receive", "read", "land", "facts", "check_result", "results", "published")
PUBLISHED_ALREADY = "answers"


@pytest.fixture(scope="module")
def started(city: City, tmp_path_factory: pytest.TempPathFactory) -> City:
    """Every second file, in another order than that of `city`, published under its key by a run that was killed before it answered; the others delivered."""
    files = sample_files()
    random.Random(SHUFFLE).shuffle(files)
    started = City.founded(tmp_path_factory.mktemp("started") / "data", files[0::2])
    shutil.copytree(city.home / "secrets", started.home / "secrets", dirs_exist_ok=True)
    assert killed_at(started, PUBLISHED_ALREADY)
    assert started.run("--dry-run")["would_run"], "the offices still wait"
    started.deliver(files[1::2])
    return started


def killed_at(city: City, step: str) -> bool:
    """Start a run and kill it when it says that it has come to a step; False when it ended before."""
    with warm.started(["run"], city.environment, ROOT) as run:
        while run.process.is_alive():
            if f"[{step}]" in run.said:
                return True
            run.process.join(LOOK_SECONDS)
    return False


def test_killed_runs_leave_nothing_behind(city: City, started: City) -> None:
    """Killed at one step after the other: the old version is served; then one run gives the tables and receipts of an undisturbed one.

    The files came in two batches and in another order: that does not matter either, for files that came at the same times.
    """
    served = (started.home / "published" / "current.duckdb").resolve()

    for step in STEPS:
        assert killed_at(started, step), step
        started.query("select 1")
        assert (started.home / "published" / "current.duckdb").resolve() == served, step
    started.run()
    assert started.table_hashes() == city.table_hashes()
    assert started.receipts() == city.receipts()
    assert started.copies() == city.copies()
    started.fengqiao("verify")
