"""Receiving: what is new in the inbox is archived, then written down in the journal. Bytes that were last received from a path are nothing new."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from ingest.inbox import Look
from ingest.received import spelt
from warehouse.archive import Archive, Staged, file_hash
from warehouse.event import Received
from warehouse.folder import Folder
from warehouse.inbox import Found, LeftAlone, is_unchanged


@dataclass(frozen=True)
class Reception:
    """What one look brought: deliveries, archived and not yet journalled, and what was left alone."""

    received: tuple[Received, ...]
    left_alone: tuple[LeftAlone, ...]


def receive(folder: Folder, look: Look, past: Iterable[Received], listed: Mapping[str, datetime], now: datetime) -> Reception:
    """Archive every file whose bytes are not those last received from its path, and make deliveries of them, oldest first."""
    last = {event.path: event for event in past}
    archive, staged, received, left_alone = Archive(folder), [], [], list(look.left_alone)
    for found in look.found:
        taken = take(found, folder, archive, last.get(found.path))
        match taken:
            case LeftAlone():
                left_alone.append(taken)
            case Staged():
                moment = time_of_receipt(found.path, last.get(found.path), listed, now)
                staged.append(taken)
                received.append(Received.of(found.district, found.path, taken.sha256, taken.size, moment))
    archive.settle(staged)
    return Reception(tuple(sorted(received, key=lambda event: (event.received_at, event.path))), tuple(left_alone))


def take(found: Found, folder: Folder, archive: Archive, last: Received | None) -> Staged | LeftAlone | None:
    """Copy a file into the archive's staging; None when it is nothing new. A file that changed since the look is still being written."""
    file = folder.inbox / found.path
    try:
        if last and file_hash(file) == last.sha256:
            return None
        staged = archive.stage(file)
    except PermissionError:
        return LeftAlone(found.path, "not_readable")
    except FileNotFoundError:
        return LeftAlone(found.path, "being_written")
    if staged.size == found.stamp.size and is_unchanged(found, file):
        return staged
    staged.temporary.unlink()
    return LeftAlone(found.path, "being_written")


def time_of_receipt(path: str, last: Received | None, listed: Mapping[str, datetime], now: datetime) -> datetime:
    """The time in the list, else now. The list speaks of the first delivery from a path: what comes there later comes now."""
    known = listed.get(spelt(path))
    return known if known and (last is None or known > last.received_at) else now


def deliveries(events: Iterable[object]) -> Iterator[Received]:
    """The deliveries among events."""
    return (event for event in events if isinstance(event, Received))
