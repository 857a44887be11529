"""What each delivery counts for: computed from the journal, never written down, so that a late arrival changes it.

Deliveries are taken in order of receipt. Of one unit, ledger and period the first accepted file is live. A later one replaces it when it carries most
of its records or calls itself a correction; else it is added beside it; a correction that would lose too many records waits for a person. The same
bytes again are a duplicate only while they are what the live answer rests on: A, B, A again is three deliveries, and the third counts.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from catalog.catalog import Catalog
from warehouse.decisions import allowed, counting
from warehouse.event import Event, Read, Received, TableRead
from warehouse.meeting import Meeting, Record, meet, unpaired

State = Literal["live", "added", "replaced", "waits", "duplicate", "returned", "refused", "unidentified", "unread", "withheld"]
KeysOf = Callable[[str], Sequence[Record]]  # the records in a landing file, blocked ones left out
Answer = tuple[str | None, str | None, str | None]  # unit, ledger, period: what files answer together


@dataclass(frozen=True)
class Standing:
    """What one table of a delivery counts for; `table` is None where nothing was read of the file.

    `meeting` is that with what was live when it came, of all its tables that answer the same together; `replaces` says that it took the place.
    """

    received: Received
    read: Read | None
    table: TableRead | None
    state: State
    meeting: Meeting | None = None
    replaces: bool = False
    replaced_by: str | None = None

    @property
    def is_counted(self) -> bool:
        """Whether its records are in the figures."""
        return self.state in ("live", "added")


@dataclass(frozen=True)
class Filing:
    """The accepted tables of one delivery that answer the same."""

    received: Received
    read: Read
    tables: tuple[TableRead, ...]

    @property
    def is_correction(self) -> bool:
        """Whether it says that it corrects what was filed; asked only where something is live."""
        return any(table.kind == "correction" or table.is_final_only for table in self.tables)


@dataclass(frozen=True)
class Settled:
    """A filing and what became of it."""

    filing: Filing
    state: State
    meeting: Meeting | None = None
    replaces: bool = False
    replaced_by: str | None = None

    @property
    def is_counted(self) -> bool:
        """Whether the answer rests on it."""
        return self.state in ("live", "added")


@dataclass(frozen=True)
class Rules:
    """What filings are judged by."""

    catalog: Catalog
    may_replace: frozenset[str]  # submissions that a person let through
    keys_of: KeysOf


def fold(events: Iterable[Event], catalog: Catalog, as_of: datetime | None, keys_of: KeysOf, damaged: Collection[str] = ()) -> list[Standing]:
    """The standing of every table of every delivery received by `as_of` (None: all), in order of receipt.

    An answer to which one of the `damaged` landing files belongs is withheld as a whole: an older file must not take the place of a newer one in silence.
    """
    events = list(events)
    rules = Rules(catalog, allowed(counting(events, as_of)), keys_of)
    readings = {event.submission_id: event for event in events if isinstance(event, Read)}  # the newest counts, whenever it was made
    received_in_order = deliveries(events, as_of)
    order = {received.submission_id: place for place, received in enumerate(received_in_order)}
    standings: list[Standing] = []
    answers: dict[Answer, list[Filing]] = defaultdict(list)
    for received in received_in_order:
        read = readings.get(received.submission_id)
        standings += uncounted(received, read)
        for answer, filing in filings(received, read):
            answers[answer].append(filing)
    for filed in answers.values():
        standings += (standing for settled in settle(filed, rules, damaged) for standing in by_table(settled))
    return sorted(standings, key=lambda standing: (order[standing.received.submission_id], standing.table.number if standing.table else 0))


def deliveries(events: Iterable[Event], as_of: datetime | None) -> list[Received]:
    """The deliveries received by a moment, in order of receipt, each once."""
    received = {event.submission_id: event for event in events if isinstance(event, Received) and (as_of is None or event.received_at <= as_of)}
    return sorted(received.values(), key=lambda event: (event.received_at, event.path, event.submission_id))


def uncounted(received: Received, read: Read | None) -> Iterator[Standing]:
    """What of a delivery cannot count: all of it, where nothing was read; the tables that went back."""
    if read is None:
        yield Standing(received, None, None, "unread")
    elif not read.tables:
        yield Standing(received, read, None, "refused" if read.refusal else "unidentified")
    else:
        yield from (Standing(received, read, table, "returned") for table in read.tables if not table.is_accepted)


def filings(received: Received, read: Read | None) -> Iterator[tuple[Answer, Filing]]:
    """The accepted tables of a delivery, those that answer the same together."""
    if read is None:
        return
    tables: dict[Answer, list[TableRead]] = defaultdict(list)
    for table in read.tables:
        if table.is_accepted:
            tables[table.unit_code, table.ledger, table.period].append(table)
    for answer, found in tables.items():
        yield answer, Filing(received, read, tuple(found))


def settle(filed: Sequence[Filing], rules: Rules, damaged: Collection[str]) -> list[Settled]:
    """What becomes of the filings of one answer, in order of receipt."""
    if any(table.file in damaged for filing in filed for table in filing.tables):
        return [Settled(filing, "withheld") for filing in filed]
    past: list[Settled] = []
    for filing in filed:
        settled = judge(filing, [one for one in past if one.is_counted], rules)
        if settled.replaces:
            past = [replace(one, state="replaced", replaced_by=filing.received.submission_id) if one.is_counted else one for one in past]
        past.append(settled)
    return past


def judge(filing: Filing, live: Sequence[Settled], rules: Rules) -> Settled:
    """What becomes of a filing that meets what is live."""
    if any((one.filing.received.district, one.filing.received.sha256) == (filing.received.district, filing.received.sha256) for one in live):
        return Settled(filing, "duplicate")
    if not live:
        return Settled(filing, "live")
    meeting = meeting_of(filing, live, rules)
    if filing.received.submission_id in rules.may_replace or does_replace(filing, meeting, rules):
        return Settled(filing, "live", meeting, replaces=True)
    return Settled(filing, "waits" if filing.is_correction else "added", meeting)


def does_replace(filing: Filing, meeting: Meeting | None, rules: Rules) -> bool:
    """Whether a filing takes the place of what is live by itself. Without identities nobody can tell."""
    if meeting is None:
        return False
    if filing.is_correction:
        return meeting.lost_share <= rules.catalog.resubmission.loses_at_most
    return meeting.kept_share >= rules.catalog.resubmission.replaces_from


def meeting_of(filing: Filing, live: Sequence[Settled], rules: Rules) -> Meeting | None:
    """How a filing meets what is live; None where the ledger's records have no identity."""
    ledger = rules.catalog.ledgers.get(filing.tables[0].ledger or "")
    if ledger is None or ledger.identity == "none":
        return None
    known: list[Record] = []
    for one in live:
        known += unpaired(known, records(one.filing, rules))  # what was added beside a file repeats some of it
    return meet(known, records(filing, rules))


def records(filing: Filing, rules: Rules) -> list[Record]:
    """The records of a filing, all its tables together."""
    return [record for table in filing.tables if table.file for record in rules.keys_of(table.file)]


def by_table(settled: Settled) -> Iterator[Standing]:
    """The standing of each table of a filing."""
    for table in settled.filing.tables:
        yield Standing(settled.filing.received, settled.filing.read, table, settled.state, settled.meeting, settled.replaces, settled.replaced_by)
