"""News: whether a run would have anything to do. Cheap: it looks at names, times and the journal, and opens neither a reading nor a database."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from catalog.catalog import Catalog
from warehouse import answers_index, inbox_index, versions
from warehouse.event import Event, Pinned, Read, Received, VersionKeys, identifier
from warehouse.folder import Folder
from warehouse.inbox import Found, stand
from warehouse.journal import Journal
from warehouse.live import deliveries
from warehouse.outbox import unanswered
from warehouse.version_keys import differing, version_keys


@dataclass(frozen=True)
class News:
    """What a run would have to do: files to receive (below the inbox), submissions to read and to answer, keys that differ from what was published.

    `is_unserved`: nobody sees what everybody should. `is_awaited`: offices wait for what goes back to them after a publish.
    `is_pinned`: a person chose what is shown; until the next delivery only deliveries are news.
    """

    arrived: tuple[Found, ...]
    unread: tuple[str, ...]
    unanswered: tuple[str, ...]
    keys: VersionKeys
    changed: tuple[str, ...]
    is_unserved: bool
    is_awaited: bool
    is_pinned: bool

    def __bool__(self) -> bool:
        owed = self.unanswered or self.is_awaited
        return bool(self.arrived or self.unread or owed or self.is_unserved or (self.changed and not self.is_pinned))

    @property
    def batch(self) -> str:
        """A name for exactly this news: another look that finds the same gives the same."""
        stamps = [f"{one.path} {one.stamp}" for one in self.arrived]
        return identifier(
            *stamps, "unread", *self.unread, "unanswered", *self.unanswered, *self.keys.model_dump().values(), f"{self.is_unserved} {self.is_awaited}"
        )


def look(folder: Folder, catalog: Catalog, today: date) -> News:
    """What is new as of a day, compared with what was last published. chain.BrokenChain when the journal is not whole."""
    events = Journal(folder).events()
    received = deliveries(events, None)
    keys = version_keys(events, catalog, today, None)
    read = {event.submission_id for event in events if isinstance(event, Read)}
    newest = versions.newest(events)
    return News(
        arrived=tuple(arrivals(folder, catalog, events)),
        unread=tuple(event.submission_id for event in received if event.submission_id not in read),
        unanswered=tuple(event.submission_id for event in unanswered(received, folder, catalog)),
        keys=keys,
        changed=differing(keys, newest.keys if newest else None),
        is_unserved=is_unserved(folder, events),
        is_awaited=answers_index.are_owed(events, folder),
        is_pinned=is_pinned(events),
    )


def arrivals(folder: Folder, catalog: Catalog, events: Sequence[Event]) -> list[Found]:
    """The files whose bytes are not those last received from their path; by content, never by time."""
    last = {event.path: event.sha256 for event in events if isinstance(event, Received)}
    index = inbox_index.load(folder)
    standing = (one for one in stand(folder, catalog.units) if isinstance(one, Found))
    return [one for one in standing if one.path not in last or index.sha256(one) not in (None, last[one.path])]


def is_unserved(folder: Folder, events: Sequence[Event]) -> bool:
    """Whether the link shows something else than what everybody is to see, or nothing."""
    due = versions.due(events)
    return due is None or versions.shown_file(folder) != versions.file_of(folder, due)


def is_pinned(events: Sequence[Event]) -> bool:
    """Whether a person's choice of version still holds: nothing was delivered since."""
    latest = next((event for event in reversed(events) if isinstance(event, Pinned | Received)), None)
    return isinstance(latest, Pinned) and latest.version is not None
