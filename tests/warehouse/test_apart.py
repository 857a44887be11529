"""A call in a process of its own: its answer, its error, its limits."""

import os
import resource
import signal
import time
from pathlib import Path

import pytest

from warehouse.apart import Limits, OverLimit, apart


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
