"""Published versions: which there are, which one everybody sees, and the link `current` that shows it.

What everybody sees follows from the journal: the newest version that is not as of a past day; or a pinned one, until something was delivered
and published since. The link is brought to it (`settle`), so a run that was killed between the two is mended by the next.
"""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from warehouse.archive import file_hash
from warehouse.durable import sync_folder
from warehouse.event import Event, Pinned, Published, Received
from warehouse.folder import Folder
from warehouse.journal import Journal


class UnknownVersion(Exception):
    """No such version was published, or its file is gone."""


@dataclass(frozen=True)
class Version:
    """One published version, as of its newest line in the journal."""

    published: Published
    is_current: bool
    is_there: bool


def listing(folder: Folder) -> list[Version]:
    """Every version, oldest first; one published again stands where it was last."""
    newest: dict[str, Published] = {}
    for published in publishes(folder):
        newest.pop(published.file, None)
        newest[published.file] = published
    shown = shown_file(folder)
    return [Version(one, is_current=file_of(folder, one) == shown, is_there=file_of(folder, one).is_file()) for one in newest.values()]


def publishes(folder: Folder) -> list[Published]:
    """Every publish that the journal tells of."""
    return [event for event in Journal(folder).events() if isinstance(event, Published)]


def newest(events: Sequence[Event]) -> Published | None:
    """The newest publish that is not as of a past day; None before the first."""
    return next((event for event in reversed(events) if isinstance(event, Published) and event.as_of is None), None)


def due(events: Iterable[Event]) -> Published | None:
    """What everybody is to see; None before the first publish."""
    by_version: dict[str, Published] = {}
    newest = pinned = None
    delivered = False
    for event in events:
        match event:
            case Received():
                delivered = True
            case Pinned():
                pinned, delivered = event.version, False
            case Published(as_of=None):
                newest = by_version[event.version] = event
                pinned = None if delivered else pinned
    return by_version.get(pinned, newest) if pinned else newest


def settle(folder: Folder) -> Published | None:
    """Bring `current` to what everybody is to see, in one step; a link that shows it already is not touched, nor is one led to a file that is gone."""
    published = due(Journal(folder).events())
    if published and file_of(folder, published).is_file() and shown_file(folder) != file_of(folder, published):
        point(folder, published.file)
    return published


def point(folder: Folder, name: str) -> None:
    """Switch the link: readers who hold the old file keep it, those who open get the new one."""
    new = folder.published / f".current.{os.getpid()}"
    new.unlink(missing_ok=True)
    new.symlink_to(name)
    new.replace(folder.current)
    sync_folder(folder.published)


def shown_file(folder: Folder) -> Path | None:
    """The file that `current` leads to; None when there is no link, or it leads nowhere."""
    target = folder.current.resolve()
    return target if folder.current.is_symlink() and target.is_file() else None


def file_of(folder: Folder, published: Published) -> Path:
    """The file of a version."""
    return (folder.published / published.file).resolve()


def is_whole(folder: Folder, published: Published) -> bool:
    """Whether a version's file stands, with the bytes that were published."""
    file = file_of(folder, published)
    return file.is_file() and file_hash(file) == published.file_sha256


def readable_file(folder: Folder) -> Path:
    """The file that questions are asked of: what `current` shows; with a broken link the newest that is there. UnknownVersion when there is none."""
    shown = shown_file(folder)
    if shown:
        return shown
    for published in reversed(publishes(folder)):
        if published.as_of is None and file_of(folder, published).is_file():
            return file_of(folder, published)
    raise UnknownVersion("nothing is published")


def readable(folder: Folder) -> Published:
    """The version whose file questions are asked of, as the journal tells of it. UnknownVersion when there is none."""
    file = readable_file(folder)
    found = [published for published in publishes(folder) if file_of(folder, published) == file]
    if not found:
        raise UnknownVersion(f"{file.name} was never published")
    return found[-1]
