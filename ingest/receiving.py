"""Receiving: what is new in the inbox is archived, to be written down in the journal. Bytes that were last received from a path are nothing new."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from ingest.received import spelt
from warehouse import inbox_index
from warehouse.archive import Archive, Staged
from warehouse.event import Event, Received
from warehouse.folder import Folder
from warehouse.inbox import Found, LeftAlone, is_unchanged
from warehouse.inbox_index import InboxIndex

QUIET_SECONDS = 2  # a file changed within these may still be being written


@dataclass(frozen=True)
class Reception:
    """What one look brought: deliveries, archived and not yet journalled, oldest first; and what was left alone."""

    received: tuple[Received, ...]
    left_alone: tuple[LeftAlone, ...]


@dataclass(frozen=True)
class Desk:
    """Where files are handed in: the data folder, the last delivery from each path, the listed times of receipt, the clock."""

    folder: Folder
    last: Mapping[str, Received]
    listed: Mapping[str, datetime]
    now: datetime

    @cached_property
    def archive(self) -> Archive:
        """Where originals are kept."""
        return Archive(self.folder)

    @cached_property
    def index(self) -> InboxIndex:
        """What the inbox's files are known to hash to."""
        return inbox_index.load(self.folder)

    def receive(self, standing: Iterable[Found | LeftAlone]) -> Reception:
        """Archive every file that is new, and make deliveries of them."""
        taken = [(one, self.take(one)) for one in standing]
        staged = [(found, copy) for found, copy in taken if isinstance(found, Found) and isinstance(copy, Staged)]
        self.archive.settle([copy for _, copy in staged])
        received = (Received.of(found.district, found.path, copy.sha256, copy.size, self.time_of_receipt(found.path)) for found, copy in staged)
        return Reception(
            received=tuple(sorted(received, key=lambda event: (event.received_at, event.path))),
            left_alone=tuple(copy for _, copy in taken if isinstance(copy, LeftAlone)),
        )

    def take(self, found: Found | LeftAlone) -> Staged | LeftAlone | None:
        """Copy a file to the archive's door; None when it is nothing new."""
        if isinstance(found, LeftAlone):
            return found
        if self.is_young(found):
            return LeftAlone(found.path, "being_written")
        last = self.last.get(found.path)
        return None if last and self.index.sha256(found) == last.sha256 else self.copied(found)

    def copied(self, found: Found) -> Staged | LeftAlone:
        """The copy of a file as it was at the look. One that changed since, or is gone, is left for the next look."""
        file = self.folder.inbox / found.path
        try:
            staged = self.archive.stage(file)
        except PermissionError:
            return LeftAlone(found.path, "not_readable")
        except FileNotFoundError:
            return LeftAlone(found.path, "being_written")
        if is_unchanged(found, file):
            return staged
        staged.temporary.unlink()
        return LeftAlone(found.path, "being_written")

    def is_young(self, found: Found) -> bool:
        """Whether a file was changed a moment ago. One whose time of receipt is listed is complete; a time in the future is a wrong clock, not a young file."""
        age = self.now.timestamp() - found.stamp.changed_ns / 1e9
        return 0 <= age < QUIET_SECONDS and spelt(found.path) not in self.listed

    def time_of_receipt(self, path: str) -> datetime:
        """The time in the list, else now. The list speaks of the first delivery from a path: what comes there later comes now."""
        known, last = self.listed.get(spelt(path)), self.last.get(path)
        return known if known and (last is None or known > last.received_at) else self.now


def last_deliveries(events: Iterable[Event]) -> dict[str, Received]:
    """The delivery last written down from each path."""
    return {event.path: event for event in deliveries(events)}


def deliveries(events: Iterable[Event]) -> Iterator[Received]:
    """The deliveries among events, in the order in which they were written down."""
    return (event for event in events if isinstance(event, Received))
