"""Whether everything kept is as it was written: journal, access log, originals, readings, published files, and what everybody sees."""

from collections.abc import Iterable, Iterator, Sequence

from warehouse import landed, versions
from warehouse.access_log import AccessLog
from warehouse.archive import Archive, file_hash
from warehouse.event import Event, Published, Received
from warehouse.fault import Fault
from warehouse.folder import Folder
from warehouse.journal import Journal


def verify(folder: Folder, *, full: bool = False) -> list[Fault]:
    """Every fault of a data folder. `full`: what is published is built again from what is kept, and compared; that takes as long as a run."""
    journal = Journal(folder)
    events = journal.salvage()
    faults = [
        *journal.verify(),
        *AccessLog(folder).verify(),
        *Archive(folder).verify([event.sha256 for event in events if isinstance(event, Received)]),
        *readings(folder, events),
        *published(folder, events),
    ]
    if full and not faults:
        from warehouse.rebuild import unfounded  # dbt: only where it is asked for

        faults += unfounded(folder)
    return faults


def readings(folder: Folder, events: Iterable[Event]) -> Iterator[Fault]:
    """Landing files that are not as they were written, and those that nobody is known to have written."""
    known = landed.known(events)
    yield from (fault for one in known if (fault := landed.fault(folder.landing, one)))
    yield from landed.planted(folder.landing, known)


def published(folder: Folder, events: Sequence[Event]) -> Iterator[Fault]:
    """Versions whose file is gone or changed, and a link that shows nothing."""
    by_file = {event.file: event for event in events if isinstance(event, Published)}
    for one in by_file.values():
        file = versions.file_of(folder, one)
        place = f"{folder.published.name}/{one.file}"
        if not file.is_file():
            yield Fault("published_missing", place)
        elif file_hash(file) != one.file_sha256:
            yield Fault("published_changed", place)
    if versions.due(events) and versions.shown_file(folder) is None:
        yield Fault("pointer_broken", f"{folder.published.name}/{folder.current.name}")
