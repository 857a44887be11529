"""The state of the machine and of the data folder: each look is one function, and says what is wrong and what to do."""

import shutil
import stat
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from importlib.metadata import version
from pathlib import Path

from fengqiao.messages import doctor as words
from warehouse.folder import Folder
from warehouse.lock import Busy, hold

GIGABYTE = 2**30
ROOM = 2 * GIGABYTE  # a city year, its build and a marked copy of each workbook
BORN = date(2026, 1, 1)  # a clock before this is wrong: the program did not exist
PACKAGES = ("fengqiao", "dagster", "dbt-core", "dbt-duckdb", "duckdb", "great-expectations", "pandas", "pyarrow")


@dataclass(frozen=True)
class Look:
    """What one look found: fine or not, and what to say of it; a remedy where it is not fine."""

    name: str
    ok: bool
    found: str
    remedy: str = ""


def looks(folder: Folder, now: datetime) -> Iterator[Look]:
    """Every look, in the order in which trouble is usually found."""
    yield versions()
    yield fonts()
    yield clock(now)
    yield disk(folder)
    if not folder.secrets.is_dir():
        yield Look(words.FOLDER, ok=False, found=str(folder.home), remedy=words.FOLDER_REMEDY)
        return
    yield permissions(folder)
    yield lock(folder)


def versions() -> Look:
    """The versions of what figures depend on."""
    return Look(words.VERSIONS, ok=True, found=" ".join(f"{name} {version(name)}" for name in PACKAGES))


def fonts() -> Look:
    """Whether a font of the system can show Chinese: documents and charts need one."""
    listing = shutil.which("fc-list")
    found = subprocess.run([listing, ":lang=zh", "family"], capture_output=True, text=True, check=False).stdout.splitlines() if listing else []
    return Look(words.FONTS, ok=bool(found), found=found[0].split(",")[0] if found else words.NO_FONTS, remedy="" if found else words.FONTS_REMEDY)


def clock(now: datetime) -> Look:
    """Whether the clock can be right."""
    ok = now.date() >= BORN
    return Look(words.CLOCK, ok=ok, found=f"{now:%Y-%m-%d %H:%M}", remedy="" if ok else words.CLOCK_REMEDY)


def disk(folder: Folder) -> Look:
    """The room on the disk of the data folder, or of where it will be."""
    place = next(path for path in (folder.home, *folder.home.parents) if path.exists())
    free = shutil.disk_usage(place).free
    ok = free >= ROOM
    return Look(words.DISK, ok=ok, found=words.FREE.format(gigabytes=free / GIGABYTE), remedy="" if ok else words.DISK_REMEDY.format(gigabytes=ROOM / GIGABYTE))


def permissions(folder: Folder) -> Look:
    """Whether what is restricted is closed to all others."""
    restricted = [folder.archive, folder.secrets, *(path for path in folder.outbox.iterdir() if path.is_dir()), *folder.secrets.iterdir()]
    wide = " ".join(str(path) for path in restricted if is_open(path))
    return Look(words.PERMISSIONS, ok=not wide, found=wide or words.CLOSED, remedy=words.PERMISSIONS_REMEDY.format(paths=wide) if wide else "")


def is_open(path: Path) -> bool:
    """Whether the group or others have any right on a path."""
    return bool(path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO))


def lock(folder: Folder) -> Look:
    """Whether somebody writes right now; that is no fault."""
    try:
        with hold(folder, "doctor"):
            return Look(words.LOCK, ok=True, found=words.FREE_LOCK)
    except Busy as busy:
        return Look(words.LOCK, ok=True, found=words.HELD.format(since=f"{busy.since:%Y-%m-%d %H:%M:%S}"))
