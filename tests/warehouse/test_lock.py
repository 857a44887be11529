"""One process writes; the second is told who and since when; a dead one holds nothing."""

import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

import pytest

from warehouse.event import CHINA
from warehouse.folder import Folder
from warehouse.lock import Busy, hold

HOLD = """
import sys, pathlib
from warehouse.folder import Folder
from warehouse.lock import hold
with hold(Folder(pathlib.Path(sys.argv[1])), "run"):
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def held_elsewhere(folder: Folder) -> Iterator[subprocess.Popen[str]]:
    """Another process that holds the lock until its input ends."""
    with subprocess.Popen([sys.executable, "-c", HOLD, str(folder.home)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_the_second_is_told_who_and_since_when(folder: Folder) -> None:
    """The message carries what the other process does, its number, and the moment."""
    with held_elsewhere(folder) as other, pytest.raises(Busy) as busy, hold(folder, "decide"):
        pass

    assert busy.value.holder
    assert (busy.value.holder.who, busy.value.holder.pid) == ("run", other.pid)
    assert abs((datetime.now(CHINA) - busy.value.since).total_seconds()) < 600


def test_a_killed_holder_holds_nothing(folder: Folder) -> None:
    """After kill -9 the next one writes at once; what the dead one noted is overwritten."""
    with held_elsewhere(folder) as other:
        other.send_signal(signal.SIGKILL)
        other.wait()
        with hold(folder, "run"):
            assert str(os.getpid()) in (folder.home / "writer.lock").read_text()

    assert (folder.home / "writer.lock").read_text() == ""


def test_a_process_may_hold_it_again_inside(folder: Folder) -> None:
    """Every writing body asks for the lock; the outermost lets it go."""
    with hold(folder, "run"):
        with hold(folder, "intake"):
            pass
        assert is_busy_elsewhere(folder)
    assert not is_busy_elsewhere(folder)


def test_a_waiting_one_goes_on_when_the_other_ends(folder: Folder) -> None:
    """The daemon's second run waits, and then writes."""
    with held_elsewhere(folder) as other:
        waiting = multiprocessing.get_context("fork").Process(target=wait_and_note, args=(folder,))
        waiting.start()
        waiting.join(0.5)
        assert waiting.is_alive()
        other.kill()
        waiting.join(30)

    assert waiting.exitcode == 0
    assert (folder.work / "written").exists()


def test_a_forked_child_does_not_keep_the_lock_alive(folder: Folder) -> None:
    """Workers are forked while the run holds the lock; when the run is gone, so is the lock."""
    with hold(folder, "run"):
        child = multiprocessing.get_context("fork").Process(target=signal.pause)
        child.start()
    try:
        assert not is_busy_elsewhere(folder)
    finally:
        child.kill()
        child.join()


def wait_and_note(folder: Folder) -> None:
    """Wait for the lock and leave a mark."""
    with hold(folder, "daemon", wait=True):
        (folder.work / "written").touch()


def is_busy_elsewhere(folder: Folder) -> bool:
    """Whether another process would be refused."""
    tried = subprocess.run([sys.executable, "-c", HOLD, str(folder.home)], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    return tried.returncode != 0
