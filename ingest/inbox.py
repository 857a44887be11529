"""A look into the inbox at one moment: what can be received now. A file that changed a moment ago may still be being written and waits for the next look."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from catalog.unit import Units
from ingest.received import spelt
from warehouse.folder import Folder
from warehouse.inbox import Found, LeftAlone, stand

QUIET_SECONDS = 2  # a file changed within these may still be being written
NANO = 1e9


@dataclass(frozen=True)
class Look:
    """What one look saw."""

    found: tuple[Found, ...]
    left_alone: tuple[LeftAlone, ...]


def look(folder: Folder, units: Units, now: datetime, listed: Collection[str]) -> Look:
    """Every file below the inbox, in one order. `listed` are the paths whose time of receipt is known: they are complete."""
    seen = [quiet(one, now, listed) for one in stand(folder, units)]
    return Look(tuple(one for one in seen if isinstance(one, Found)), tuple(one for one in seen if isinstance(one, LeftAlone)))


def quiet(one: Found | LeftAlone, now: datetime, listed: Collection[str]) -> Found | LeftAlone:
    """A file that stands still, or is known to be complete."""
    if isinstance(one, Found) and 0 <= now.timestamp() - one.stamp.changed_ns / NANO < QUIET_SECONDS and spelt(one.path) not in listed:
        return LeftAlone(one.path, "being_written")
    return one
