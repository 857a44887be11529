"""The five keys of a version: hashes of everything that decides its figures. Equal keys, equal figures; other keys, news for a run.

Cheap on purpose: each look for news computes them, without opening a reading or a database.
"""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import cache
from pathlib import Path

from catalog.catalog import Catalog
from warehouse.decisions import counting
from warehouse.event import Event, Read, VersionKeys, identifier
from warehouse.live import deliveries
from warehouse.register import obligations
from warehouse.settings import ROOT

CODE = ("catalog", "ingest", "quality", "warehouse")  # what lies between a file and a figure; orchestration and the door only call it
PROJECT = "dbt_project"
DERIVED = ("target", "logs")  # dbt's own folders
LOCK = "requirements.lock"  # an upgraded engine may give another figure
MEASURED = "@"  # stands before the day on which stocks are measured


def version_keys(events: Iterable[Event], catalog: Catalog, today: date, as_of: datetime | None) -> VersionKeys:
    """The keys of what would be built from the journal's events, a catalog and a day."""
    events = list(events)
    return VersionKeys(
        readings=readings_key(events, as_of),
        decisions=identifier(*(one.decision_id for one in counting(events, as_of))),
        catalog=catalog.fingerprint,
        code=code_key(),
        obligations=f"{obligations_key(catalog, today)}{MEASURED}{today.isoformat()}",
    )


def readings_key(events: Iterable[Event], as_of: datetime | None) -> str:
    """Every delivery with its newest reading, in whatever order they came: also one that does not count is told of in the tables."""
    events = list(events)
    readings = {event.submission_id: event.reading_id for event in events if isinstance(event, Read)}
    return identifier(*sorted(f"{one.submission_id} {readings.get(one.submission_id)}" for one in deliveries(events, as_of)))


def obligations_key(catalog: Catalog, today: date) -> str:
    """What is owed, and which of it is past its due day."""
    return identifier(*(f"{one.obligation_id} {one.due_on} {one.due_on < today}" for one in obligations(catalog, today)))


def differing(now: VersionKeys, published: VersionKeys | None) -> tuple[str, ...]:
    """The names of the keys that differ from what was published. A day that only passed is none: the next news brings stocks up to it."""
    if published is None:
        return tuple(VersionKeys.model_fields)
    return tuple(name for name in VersionKeys.model_fields if undated(getattr(now, name)) != undated(getattr(published, name)))


def undated(key: str) -> str:
    """A key without the day on which stocks are measured."""
    return key.split(MEASURED, 1)[0]


def measured_on(keys: VersionKeys) -> str:
    """The day on which the stocks of a version were measured."""
    return keys.obligations.split(MEASURED, 1)[1]


@cache
def code_key(root: Path = ROOT) -> str:
    """The code, dbt's models and the engines' versions, as they stand."""
    total = hashlib.sha256()
    for file in code_files(root):
        total.update(file.relative_to(root).as_posix().encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()[:16]


def code_files(root: Path) -> Iterator[Path]:
    """The files that decide figures besides the declarations, in one order."""
    for package in CODE:
        yield from sorted((root / package).rglob("*.py"))
    project = root / PROJECT
    yield from (file for file in sorted(project.rglob("*.*")) if file.is_file() and not is_derived(file.relative_to(project)))
    yield root / LOCK


def is_derived(file: Path) -> bool:
    """Whether a file of the dbt project was written by dbt itself."""
    return file.parts[0] in DERIVED or file.parts[0].startswith(".")
