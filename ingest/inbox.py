"""A look into the inbox: which files stand there to be received, and which are left alone, each with the reason."""

import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from catalog.unit import Units
from ingest.received import spelt
from warehouse.folder import Folder

DEEPEST = 8  # folders below a unit's own; deeper ones are a copy of a disk, not a return
QUIET_SECONDS = 2  # a file changed within these may still be being written
LOCKS = ("~$", ".~", ".")  # what Excel, WPS, LibreOffice and copying programs leave beside a file
UNFINISHED = (".tmp", ".part", ".crdownload")
OF_SYSTEMS = frozenset({"Thumbs.db", "desktop.ini"})


@dataclass(frozen=True)
class Found:
    """A file that stands in a unit's folder; `path` is below the inbox, size and times are those of the look."""

    path: str
    district: str
    size: int
    changed_ns: int


@dataclass(frozen=True)
class LeftAlone:
    """A path that is not received, and why: a code of the catalog's refusals."""

    path: str
    code: str


@dataclass(frozen=True)
class Look:
    """What one look saw."""

    found: tuple[Found, ...]
    left_alone: tuple[LeftAlone, ...]


def look(folder: Folder, units: Units, now: datetime, listed: Collection[str]) -> Look:
    """Every file below the inbox, in one order. `listed` are the paths whose time of receipt is known: they are complete."""
    seen = [judged(entry, folder, units, now, listed) for entry in files_below(folder.inbox) if entry != folder.received_csv]
    return Look(tuple(one for one in seen if isinstance(one, Found)), tuple(one for one in seen if isinstance(one, LeftAlone)))


def files_below(root: Path) -> Iterator[Path]:
    """Every entry that is no folder, sorted; links to folders are entries, not followed."""
    for parent, folders, files in os.walk(root):
        links = [name for name in folders if Path(parent, name).is_symlink()]
        folders[:] = sorted(name for name in folders if name not in links)
        yield from (Path(parent, name) for name in sorted(files + links))


def judged(file: Path, folder: Folder, units: Units, now: datetime, listed: Collection[str]) -> Found | LeftAlone:
    """One entry of the inbox."""
    path = file.relative_to(folder.inbox).as_posix()
    unit = folder.district_of(path, units)
    if is_temporary(file.name):
        return LeftAlone(path, "lock_file")
    if file.is_symlink() or not file.is_file():
        return LeftAlone(path, "link")
    if unit is None:
        return LeftAlone(path, "foreign_folder")
    if len(Path(path).parts) > DEEPEST + 2:  # the unit's folder and the file itself
        return LeftAlone(path, "too_deep")
    stand = file.stat()
    if 0 <= now.timestamp() - stand.st_mtime < QUIET_SECONDS and spelt(path) not in listed:
        return LeftAlone(path, "being_written")
    return Found(path, unit.code, stand.st_size, stand.st_mtime_ns)


def is_temporary(name: str) -> bool:
    """Whether a name is that of something programs leave behind, not of a return."""
    return name.startswith(LOCKS) or name.lower().endswith(UNFINISHED) or name in OF_SYSTEMS


def is_unchanged(found: Found, file: Path) -> bool:
    """Whether a file is still as it was at the look; one that is gone is not."""
    try:
        stand = file.stat()
    except FileNotFoundError:
        return False
    return (stand.st_size, stand.st_mtime_ns) == (found.size, found.changed_ns)
