"""The inbox as it stands: which files lie there to be received, and which are left alone, each with the reason. Looks at names and times, not into files."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from catalog.unit import Units
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
    def of(cls, file: Path) -> "Stamp":
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
    return [judged(file, folder, units) for file in files_below(folder.inbox) if file != folder.received_csv]


def files_below(root: Path) -> Iterator[Path]:
    """Every entry that is no folder, sorted; links to folders are entries, not followed."""
    for parent, folders, files in os.walk(root):
        links = [name for name in folders if Path(parent, name).is_symlink()]
        folders[:] = sorted(name for name in folders if name not in links)
        yield from (Path(parent, name) for name in sorted(files + links))


def judged(file: Path, folder: Folder, units: Units) -> Found | LeftAlone:
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
    try:
        return Found(path, unit.code, Stamp.of(file)) if os.access(file, os.R_OK) else LeftAlone(path, "not_readable")
    except OSError:  # removed in between, or a share that does not answer: the next look
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
