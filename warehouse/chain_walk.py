"""Going through the bytes of a chained file: which of its lines are whole, and where the chain is broken. The format is described in `chain`."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from warehouse.fault import What

LINE = re.compile(rb'(\{"number":([1-9]\d{0,14}),"previous":"([0-9a-f]{64})","event":(\{.*\})),"hash":"([0-9a-f]{64})"\}')
NOTHING = "0" * 64  # the hash before the first line


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
