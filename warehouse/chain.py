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
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from io import FileIO
from pathlib import Path

from warehouse.durable import replace, sync_folder
from warehouse.fault import Fault, What

LOG = logging.getLogger(__name__)
LINE = re.compile(rb'(\{"number":([1-9]\d{0,14}),"previous":"([0-9a-f]{64})","event":(\{.*\})),"hash":"([0-9a-f]{64})"\}')
NOTHING = "0" * 64  # the hash before the first line


class BrokenChain(Exception):
    """Lines that had been written are changed or missing. Carries every fault; nothing may be built on such a file."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = faults
        super().__init__("; ".join(map(str, faults)))


@dataclass(frozen=True)
class Link:
    """A line that is whole in itself: its number from 1, the hash it follows, its own, what it says, and where in the file it ends."""

    number: int
    previous: str
    hash: str
    event: bytes
    end: int


@dataclass(frozen=True)
class Head:
    """Where a file ends: its last line's number and hash, and its size."""

    number: int
    hash: str
    size: int


@dataclass(frozen=True)
class Break:
    """Lines `first` to `last` are not as they were written."""

    what: What
    first: int
    last: int


@dataclass(frozen=True)
class Walk:
    """A file gone through: its whole lines, the breaks between them, how many bytes are no torn tail, and whether there is one."""

    links: tuple[Link, ...]
    breaks: tuple[Break, ...]
    size: int
    is_torn: bool

    @property
    def head(self) -> Head:
        """Where the next line goes, in a file without breaks."""
        return Head(self.links[-1].number, self.links[-1].hash, self.size) if self.links else Head(0, NOTHING, 0)


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
        found = self._walk()
        if found.breaks:
            raise BrokenChain(self._faults(found))
        return found.links

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
        found = self._walk()
        if found.breaks:
            raise BrokenChain(self._faults(found))
        if found.is_torn:
            LOG.warning("%s: the torn tail of a killed append was cut off after line %d", self.file.name, found.head.number)
            os.truncate(self.file, found.size)
        return found.head

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


def walk(content: bytes, head: Head | None) -> Walk:
    """Go through a file's bytes. Where the head does not vouch for a line, the first that does not fit begins a torn tail."""
    links: list[Link] = []
    breaks: list[Break] = []
    expected, previous, end = 1, NOTHING, 0
    for raw in content.split(b"\n")[:-1]:
        link = whole(raw, end + len(raw) + 1)
        found = list(broken_at(link, expected, previous))
        if found and head and found[0].first > head.number:
            break
        breaks += found
        end += len(raw) + 1
        if link and link.number >= expected:
            links.append(link)
        expected, previous = (max(expected, link.number + 1), link.hash) if link else (expected + 1, "")
    return Walk(tuple(links), (*breaks, *missed(links, expected, head)), end, is_torn=end < len(content))


def whole(raw: bytes, end: int) -> Link | None:
    """One line whose own hash is right; None for anything else."""
    found = LINE.fullmatch(raw)
    if not found or hashlib.sha256(found[1]).hexdigest() != found[5].decode():
        return None
    return Link(int(found[2]), found[3].decode(), found[5].decode(), found[4], end)


def broken_at(link: Link | None, expected: int, previous: str) -> Iterator[Break]:
    """What is wrong where line `expected` should follow the hash `previous` (empty: not known, the line before is broken)."""
    if link is None:
        yield Break("line_changed", expected, expected)
    elif link.number > expected:
        yield Break("line_missing", expected, link.number - 1)
    elif link.number < expected:
        yield Break("line_changed", link.number, link.number)  # stands where it was not written
    elif previous and link.previous != previous:
        yield Break("line_changed", max(1, expected - 1), expected)  # one of the two was written anew, own hash and all


def missed(links: list[Link], expected: int, head: Head | None) -> Iterator[Break]:
    """Lines that the head vouches for and that are cut off at the end, or written anew."""
    if head and head.number >= expected:
        yield Break("line_missing", expected, head.number)
    elif head and any(link.number == head.number and link.hash != head.hash for link in links):
        yield Break("line_changed", head.number, head.number)
