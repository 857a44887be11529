"""A file that is only ever added to: each line carries the hash of the one before and its own, so that a changed or a missing line is named.

    {"number":2,"previous":"<hash of line 1>","event":{…},"hash":"<sha256 of this line's bytes up to here>"}

Beside it a head file keeps number, hash and size as of the last append. It is derived: with it an append need not read what stands, lines cut off
at the end are missed, and what lies behind it and does not fit is known as the torn tail of a killed append. Without it the chain is walked.
"""

import errno
import fcntl
import hashlib
import json
import logging
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from io import FileIO
from pathlib import Path

from warehouse.chain_walk import Break, Head, Link, Walk, walk
from warehouse.durable import replace, sync_folder
from warehouse.fault import Fault

LOG = logging.getLogger(__name__)


class BrokenChain(Exception):
    """Lines that had been written are changed or missing. Carries every fault; nothing may be built on such a file."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = faults
        super().__init__("; ".join(map(str, faults)))


@dataclass(frozen=True)
class Chain:
    """The chained file."""

    file: Path

    @property
    def head_file(self) -> Path:
        """The derived note of where the file ends."""
        return self.file.with_suffix(".head")

    def append(self, *events: str) -> None:
        """Add JSON objects as lines, durably, with one sync for all. BrokenChain when what stands is broken; after an OSError nothing of them stays."""
        if not events:
            return
        with self.file.open("ab", buffering=0) as file:  # a buffer would be written once more on closing, after a disk that was full
            fcntl.flock(file, fcntl.LOCK_EX)  # two writers take turns
            head = self._end()
            content, new = forged(events, head)
            try:
                write_whole(file, content)
                os.fsync(file.fileno())
                if not head.number:
                    sync_folder(self.file.parent)
            except OSError:
                os.truncate(self.file, head.size)
                raise
            with suppress(OSError):  # derived: the next append makes it again
                replace(self.head_file, json.dumps(asdict(new)).encode())

    def read(self) -> tuple[Link, ...]:
        """Every line; a torn tail is none. BrokenChain when a line is changed or missing."""
        return self._whole().links

    def head(self) -> Head:
        """Where the file ends; a torn tail does not count. BrokenChain when a line is changed or missing."""
        return self._whole().head

    def salvage(self) -> tuple[Link, ...]:
        """The lines that are whole in themselves, of a broken file too: to look at what else can be looked at, never to build on."""
        return self._walk().links

    def verify(self) -> list[Fault]:
        """What is wrong with the file, by line; a torn tail too."""
        found = self._walk()
        torn = Break("line_torn", found.head.number + 1, found.head.number + 1)
        return self._faults(found) + ([self._fault(torn)] if found.is_torn and not found.breaks else [])

    def _end(self) -> Head:
        """Where the next line goes; the torn tail of a killed append is cut off, and said."""
        kept = self._kept_head()
        if kept and self.file.stat().st_size == kept.size:
            return kept
        found = self._whole()
        if found.is_torn:
            LOG.warning("%s: the torn tail of a killed append was cut off after line %d", self.file.name, found.head.number)
            os.truncate(self.file, found.size)
        return found.head

    def _whole(self) -> Walk:
        found = self._walk()
        if found.breaks:
            raise BrokenChain(self._faults(found))
        return found

    def _walk(self) -> Walk:
        head = self._kept_head()  # before the file: a line that is added meanwhile lies behind the head, never missing before it
        return walk(self.file.read_bytes() if self.file.exists() else b"", head)

    def _kept_head(self) -> Head | None:
        try:
            return Head(**json.loads(self.head_file.read_bytes()))
        except (FileNotFoundError, ValueError, TypeError):
            return None  # derived: a head that is gone or damaged is made again by the next append

    def _faults(self, found: Walk) -> list[Fault]:
        return [self._fault(broken) for broken in found.breaks]

    def _fault(self, broken: Break) -> Fault:
        lines = f"{broken.first}" if broken.first == broken.last else f"{broken.first}-{broken.last}"
        return Fault(broken.what, f"{self.file.parent.name}/{self.file.name}:{lines}")


def write_whole(file: FileIO, content: bytes) -> None:
    """Write all of it; OSError when the disk takes only a part."""
    if file.write(content) != len(content):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), file.name)


def forged(events: tuple[str, ...], head: Head) -> tuple[bytes, Head]:
    """The lines that follow a head, and the head after them."""
    lines, number, previous = [], head.number, head.hash
    for event in events:
        number += 1
        body = f'{{"number":{number},"previous":"{previous}","event":{event}'
        previous = hashlib.sha256(body.encode()).hexdigest()
        lines.append(f'{body},"hash":"{previous}"}}\n')
    content = "".join(lines).encode()
    return content, Head(number, previous, head.size + len(content))
