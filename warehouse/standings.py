"""The standings of everything delivered, on landing files that are as they were written: checked first, compared then."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from catalog.catalog import Catalog
from warehouse import landed
from warehouse.event import Event, Read
from warehouse.fault import Fault
from warehouse.live import Standing, deliveries, fold


@dataclass(frozen=True)
class Standings:
    """What each delivery counts for; and the submissions of which a landing file is damaged, with the fault of each file: their answers are withheld."""

    found: tuple[Standing, ...]
    damaged: tuple[str, ...]
    faults: tuple[Fault, ...]


def standings(events: Sequence[Event], catalog: Catalog, as_of: datetime | None, landing: Path) -> Standings:
    """Check every landing file that may count against its hash, then fold the journal's events as of a moment (None: all)."""
    damaged = {one: fault for one in countable(events, as_of) if (fault := landed.fault(landing, one))}
    found = fold(events, catalog, as_of, cache(lambda file: landed.records(landing / file)), {one.file for one in damaged})
    return Standings(tuple(found), tuple(sorted({one.submission_id for one in damaged})), tuple(damaged.values()))


def countable(events: Sequence[Event], as_of: datetime | None) -> Iterator[landed.Landed]:
    """The landing files of the newest reading of each delivery."""
    readings = {event.submission_id: event for event in events if isinstance(event, Read)}
    for received in deliveries(events, as_of):
        if received.submission_id in readings:
            yield from landed.files_of(readings[received.submission_id])
