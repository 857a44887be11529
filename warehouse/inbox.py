"""The inbox as it stands: which files lie there to be received, and which are left alone, each with the reason. Looks at names and times, not into files."""

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from catalog.unit import Unit, Units
from warehouse.folder import Folder

DEEPEST = 8  # folders below a unit's own; deeper ones are a copy of a disk, not a return
LOCKS = ("~$", ".~", ".")  # what Excel, WPS, LibreOffice and copying programs leave beside a file
UNFINISHED = (".tmp", ".part", ".crdownload")
OF_SYSTEMS = frozenset({"Thumbs.db", "desktop.ini"})


@dataclass(frozen=True)
class Stamp:
    """How a file stands on the disk. `touched_ns` is moved by every write, rename and change of times, and nobody can set it back."""

    size: int
    changed_ns: int
    touched_ns: int
    inode: int

    @classmethod
    def of(cls, file: Path | os.DirEntry[str]) -> "Stamp":
        """As the file stands now; OSError when it cannot be asked."""
        stand = file.stat()
        return cls(stand.st_size, stand.st_mtime_ns, stand.st_ctime_ns, stand.st_ino)


@dataclass(frozen=True)
class Found:
    """A file that stands in a unit's folder; `path` is below the inbox, the stamp is that of the look."""

    path: str
    district: str
    stamp: Stamp


@dataclass(frozen=True)
class LeftAlone:
    """A path that is not received, and why: a code of the catalog's refusals."""

    path: str
    code: str


def stand(folder: Folder, units: Units) -> list[Found | LeftAlone]:
    """Every file below the inbox, in one order."""
    owner = cache(lambda top: folder.district_of(f"{top}/any", units))  # thousands of files, a dozen folders
    listed = folder.received_csv.name
    return [judged(path, entry, owner(path.split("/")[0])) for path, entry in files_below(folder.inbox) if path != listed]


def files_below(root: str | Path, path: str = "") -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Every entry that is no folder, with its path below the first root; links to folders are entries, not followed, and so are folders that are closed."""
    with os.scandir(root) as entries:
        inside = sorted(entries, key=lambda entry: entry.name)
    for entry in inside:
        if entry.is_dir(follow_symlinks=False) and os.access(entry, os.R_OK | os.X_OK):
            yield from files_below(entry.path, f"{path}{entry.name}/")
        else:
            yield f"{path}{entry.name}", entry


def judged(path: str, entry: os.DirEntry[str], unit: Unit | None) -> Found | LeftAlone:
    """One entry of the inbox, in the folder of a unit."""
    if is_temporary(entry.name):
        return LeftAlone(path, "lock_file")
    if entry.is_symlink() or not (entry.is_file() or entry.is_dir()):
        return LeftAlone(path, "link")
    if unit is None or "/" not in path:
        return LeftAlone(path, "foreign_folder")
    if path.count("/") > DEEPEST + 1:  # the first parts the unit's folder from what lies in it
        return LeftAlone(path, "too_deep")
    return readable(path, entry, unit)


def readable(path: str, entry: os.DirEntry[str], unit: Unit) -> Found | LeftAlone:
    """A file that may be read; not a folder that is closed, a file that was removed in between, or one on a share that does not answer."""
    with suppress(OSError):
        if entry.is_file() and os.access(entry, os.R_OK):
            return Found(path, unit.code, Stamp.of(entry))
    return LeftAlone(path, "not_readable")


def is_temporary(name: str) -> bool:
    """Whether a name is that of something programs leave behind, not of a return."""
    return name.startswith(LOCKS) or name.lower().endswith(UNFINISHED) or name in OF_SYSTEMS


def is_unchanged(found: Found, file: Path) -> bool:
    """Whether a file is still as it was at the look; one that is gone is not."""
    try:
        return Stamp.of(file) == found.stamp
    except FileNotFoundError:
        return False
