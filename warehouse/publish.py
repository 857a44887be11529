"""Publishing: a candidate that holds becomes an immutable file, is written down, and is shown; and which version is shown can be chosen.

In this order, so that a kill at any point leaves what was visible: file, journal, link. The version is named by the keys of what it was built
from; the same keys must give the same figures.
"""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from warehouse import kept_catalog, leftovers, versions
from warehouse.archive import file_hash
from warehouse.durable import sync_folder
from warehouse.event import CHINA, Event, Pinned, Published, VersionKeys
from warehouse.finding import Finding
from warehouse.folder import Folder
from warehouse.journal import Journal
from warehouse.release_check import Examination, checklist
from warehouse.run import Run

READ_ONLY = 0o444


class NotPublished(Exception):
    """The candidate does not hold; nothing that anybody sees has changed. Carries every error of the checklist."""

    def __init__(self, errors: tuple[Finding, ...]) -> None:
        self.errors = errors
        super().__init__("; ".join(map(str, errors)))


class OtherFigures(Exception):
    """The same keys gave other figures than before: something that decides them is in no key (an upgraded engine?). Carries the tables that differ."""

    def __init__(self, version: str, tables: tuple[str, ...]) -> None:
        self.version, self.tables = version, tables
        super().__init__(f"version {version} was published with other figures in {', '.join(tables)}")


def publish(run: Run, keys: VersionKeys, withheld: tuple[str, ...] = ()) -> Published:
    """Examine the run's candidate and publish it; as of a past day, beside what everybody sees.

    `withheld` says what is not in it, besides the promises that could not be judged. NotPublished and OtherFigures leave everything as it was.
    """
    examination = checklist(run)
    if examination.errors:
        raise NotPublished(examination.errors)
    kept_catalog.keep(run.catalog, run.folder)
    journal = Journal(run.folder)
    events = journal.events()
    published = placed(run, keys, examination, withheld + examination.not_judged, earlier(events, file_name(run, keys)))
    if published not in events or versions.due([*events, published]) != versions.due(events):
        journal.append(published)
    versions.settle(run.folder)
    leftovers.sweep(run)
    return published


def placed(run: Run, keys: VersionKeys, examination: Examination, withheld: tuple[str, ...], before: Published | None) -> Published:
    """The version's file: the one that stands, when it is whole and has the candidate's figures; else the candidate, moved into its place."""
    if before and before.tables != examination.tables and not (before.withheld or withheld):
        raise OtherFigures(before.version, differing(before.tables, examination.tables))
    if before and before.tables == examination.tables and versions.is_whole(run.folder, before):
        return before
    name = file_name(run, keys)
    move(run.candidate, run.folder.published / name)
    return Published(
        version=keys.version,
        keys=keys,
        as_of=run.as_of,
        run_id=run.run_id,
        file=name,
        file_sha256=file_hash(run.folder.published / name),
        tables=dict(examination.tables),
        withheld=withheld,
    )


def differing(before: Mapping[str, str], now: Mapping[str, str]) -> tuple[str, ...]:
    """The tables whose figures are not the same, those of one side only included."""
    return tuple(sorted({name for name, _ in before.items() ^ now.items()}))


def earlier(events: Iterable[Event], name: str) -> Published | None:
    """The newest publish of a file."""
    found = [event for event in events if isinstance(event, Published) and event.file == name]
    return found[-1] if found else None


def file_name(run: Run, keys: VersionKeys) -> str:
    """The file's name below published/: the version's, and the day it is as of."""
    return f"as-of/{run.as_of.astimezone(CHINA):%Y-%m-%d}-{keys.version}.duckdb" if run.as_of else f"{keys.version}.duckdb"


def move(candidate: Path, to: Path) -> None:
    """Make the candidate an immutable file under its new name, durably."""
    to.parent.mkdir(exist_ok=True)
    candidate.chmod(READ_ONLY)
    with candidate.open("rb") as file:
        os.fsync(file.fileno())
    candidate.replace(to)
    sync_folder(to.parent)


def rollback(folder: Folder, version: str) -> Published:
    """Show an earlier version until something new was delivered and published. UnknownVersion when it was not published, or its file is not whole."""
    published = earlier(Journal(folder).events(), f"{version}.duckdb")
    if published is None or not versions.is_whole(folder, published):
        raise versions.UnknownVersion(version)
    Journal(folder).append(Pinned(version=version))
    versions.settle(folder)
    return published


def latest(folder: Folder) -> Published | None:
    """Show the newest version again; None when nothing is published."""
    if versions.publishes(folder):
        Journal(folder).append(Pinned(version=None))
    return versions.settle(folder)
