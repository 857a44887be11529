"""One writer at a time: a lock of the operating system on the data folder, held by the process that writes and gone with it.

A process that is killed leaves no lock behind, so there is no stale one to judge. The file names the holder for whoever comes second.
"""

import fcntl
import json
import logging
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from warehouse.event import CHINA
from warehouse.folder import Folder

LOG = logging.getLogger(__name__)
NAME = "writer.lock"
held: dict[Path, int] = {}  # lock files that this process holds, with their descriptors


@dataclass(frozen=True)
class Holder:
    """Who writes: `who` is what it does (command run, daemon), in which process, on which machine."""

    who: str
    pid: int
    host: str


class Busy(Exception):
    """Another process writes. Carries who it is and since when, where its note can be read."""

    def __init__(self, holder: Holder | None, since: datetime) -> None:
        self.holder = holder
        self.since = since
        super().__init__(f"{holder.who} (process {holder.pid} on {holder.host}) writes" if holder else "another process writes")


@contextmanager
def hold(folder: Folder, who: str, *, wait: bool = False) -> Iterator[None]:
    """Be the one writer of a data folder while inside; again inside, nothing happens. Busy when another process is, unless told to wait for it."""
    file = (folder.home / NAME).absolute()
    if file in held:
        yield
        return
    descriptor = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        take(descriptor, file, wait=wait)
        note(descriptor, who)
        held[file] = descriptor
        yield
        os.ftruncate(descriptor, 0)
    finally:
        held.pop(file, None)
        os.close(descriptor)  # and with it the lock


def take(descriptor: int, file: Path, *, wait: bool) -> None:
    """Lock the file, now or when its holder has ended."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        busy = Busy(holder_of(file), since(file))
        if not wait:
            raise busy from None
        LOG.warning("waiting: %s since %s", busy, busy.since)
        fcntl.flock(descriptor, fcntl.LOCK_EX)


def note(descriptor: int, who: str) -> None:
    """Write down who holds the lock; the file's own time says since when."""
    os.ftruncate(descriptor, 0)  # a killed holder left its own
    os.write(descriptor, json.dumps(asdict(Holder(who, os.getpid(), socket.gethostname()))).encode())


def holder_of(file: Path) -> Holder | None:
    """Who the file says holds it; None in the moment before that is written."""
    try:
        return Holder(**json.loads(file.read_bytes()))
    except (ValueError, TypeError):
        return None


def since(file: Path) -> datetime:
    """When the holder wrote its note."""
    return datetime.fromtimestamp(file.stat().st_mtime, CHINA)


def let_go() -> None:
    """In a forked child: close what the parent holds, so that the lock ends with the parent. The parent's lock stays."""
    for descriptor in held.values():
        with suppress(OSError):
            os.close(descriptor)
    held.clear()


os.register_at_fork(after_in_child=let_go)
