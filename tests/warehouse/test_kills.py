"""Killed at any step between a file and its lists: what was written stands, and the next try ends as if nothing had happened."""

import os
import signal
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from catalog.catalog import load
from tests.warehouse.deliveries import RealDesk, Table
from warehouse import lists, lock
from warehouse.archive import Archive
from warehouse.event import Event
from warehouse.folder import Folder
from warehouse.journal import Journal
from warehouse.run import Run
from warehouse.verify import verify

CATALOG = load()
STEPS = {"os.rename", "os.truncate", "os.mkdir", "os.remove", "fcntl.flock"}  # what the interpreter tells of before it is done
WRITING = os.O_WRONLY | os.O_RDWR  # opened to be written
LIMIT = 500


def take(folder: Folder) -> None:
    """Take two deliveries as intake does, each step once: archive, read, land, journal, lists; what stands already is left."""
    with lock.hold(folder, "test"):
        Archive(folder).sweep()
        desk = RealDesk(folder=folder)
        for hour, letters in enumerate(("abcdefghij", "abcdefghijk")):
            desk.deliver(Table(letters), hour=hour)
        known = Journal(folder).events()
        for event in desk.events:
            if event not in known:
                Journal(folder).append(event)
        lists.write(Run(folder, CATALOG, date(2023, 7, 6), None, "r1"))


def killed_at(step: int, work: Callable[[], None]) -> bool:
    """Do work in a child process that kills itself before its n-th step; whether it came so far."""
    child = os.fork()
    if child == 0:
        count = 0

        def watch(event: str, args: tuple[object, ...]) -> None:
            nonlocal count
            if is_step(event, args):
                count += 1
                if count == step:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(watch)
        work()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def is_step(event: str, args: tuple[object, ...]) -> bool:
    """Whether something on the disk is about to change."""
    return event in STEPS or (event == "open" and isinstance(args[2], int) and bool(args[2] & WRITING))


def end_of(folder: Folder) -> tuple[list[Event], dict[str, bytes]]:
    """What the journal says in the end, and the lists."""
    places = (folder.work / "r1" / "lists").glob("*.parquet")
    return sorted(Journal(folder).events(), key=repr), {file.name: file.read_bytes() for file in places if file.name != "live_reading.parquet"}


def test_killed_at_every_step_the_next_try_ends_the_same(tmp_path: Path) -> None:
    """A kill before the first step, the second, the third … until the work comes to its end; the key of the hashes is the same throughout."""
    undisturbed = Folder(tmp_path / "undisturbed")
    undisturbed.create(CATALOG.units)
    take(undisturbed)

    for step in range(1, LIMIT):
        folder = Folder(tmp_path / str(step))
        folder.create(CATALOG.units)
        was_killed = killed_at(step, lambda folder=folder: take(folder))  # type: ignore[misc]  # mypy does not infer defaults of a lambda
        assert {fault.what for fault in verify(folder)} <= {"line_torn", "reading_unknown"}

        take(folder)
        assert verify(folder) == []
        assert end_of(folder) == end_of(undisturbed)
        if not was_killed:
            break
    else:
        raise AssertionError("the work never came to its end")
