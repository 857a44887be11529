"""A call in a process of its own: its answer, its error, its limits."""

import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from warehouse.apart import Limits, OverLimit, apart

ROOT = Path(__file__).parents[2]
CALLER = "import pathlib, sys; from tests.warehouse.test_apart import *; apart(note_and_sleep, pathlib.Path(sys.argv[1]))"


def test_the_answer_comes_from_another_process() -> None:
    """What the function returns is given back; it ran elsewhere."""
    assert apart(os.getpid) != os.getpid()


def test_what_it_raises_is_raised_here(tmp_path: Path) -> None:
    """With its kind and its words."""
    with pytest.raises(FileNotFoundError, match="nothing-here"):
        apart(os.stat, tmp_path / "nothing-here")


def test_a_process_that_dies_is_said_to_have_died() -> None:
    """An abort in a library does not end us."""
    with pytest.raises(OverLimit, match="died"):
        apart(signal.raise_signal, signal.SIGKILL)


def test_a_call_that_takes_too_long_is_ended() -> None:
    """It is not waited for beyond its time."""
    with pytest.raises(OverLimit, match="longer"):
        apart(time.sleep, 60, limits=Limits(seconds=0.5))


def test_the_operating_system_holds_it_to_its_memory() -> None:
    """What it may not use it does not get."""
    assert apart(resource.getrlimit, resource.RLIMIT_AS, limits=Limits(memory=2**30)) == (2**30, 2**30)
    with pytest.raises(MemoryError):
        apart(bytearray, 2**31, limits=Limits(memory=2**30))


def test_a_call_that_may_write_nothing_cannot_write(tmp_path: Path) -> None:
    """Not even where its user has the right to."""
    with pytest.raises(OSError, match="too large"):
        apart(Path.write_text, tmp_path / "out", "x", limits=Limits(written=0))


def test_it_ends_when_its_caller_is_killed(tmp_path: Path) -> None:
    """Nobody waits for its answer any more, and what it works on may be another's by then."""
    with subprocess.Popen([sys.executable, "-c", CALLER, tmp_path / "number"], cwd=ROOT) as caller:
        until((tmp_path / "number").exists)
        number = int((tmp_path / "number").read_text(encoding="utf-8"))
        os.kill(number, 0)  # it is there

        caller.kill()

    until(lambda: not Path(f"/proc/{number}").exists())


def note_and_sleep(file: Path) -> None:
    """Leave the number of this process, whole or not at all, and do something long."""
    written = file.with_suffix(".part")
    written.write_text(str(os.getpid()), encoding="utf-8")
    written.rename(file)
    time.sleep(600)


def until(holds: Callable[[], bool]) -> None:
    """Wait for what another process does."""
    end = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < end, "it did not come"
        time.sleep(0.05)


def test_it_has_the_callers_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """As it is at the call, not as it was when the first such process was made."""
    apart(os.getpid)
    monkeypatch.setenv("FENGQIAO_TODAY", "2023-07-06")

    assert apart(os.getenv, "FENGQIAO_TODAY") == "2023-07-06"
