"""Intake: everything new in the inbox is archived, journalled, read, landed and answered; once, whatever else it finds there."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import chain
from pathlib import PurePosixPath

from ingest import allowed, landing
from ingest.answering.explaining import given_of_violations, news
from ingest.answers import FileAnswer, file_answers, write_receipts
from ingest.cells import Refused
from ingest.dependencies import Dependencies
from ingest.one_submission import LOST, Answered, Job, answer, not_read
from ingest.pool import Done, in_groups
from ingest.received import read_received
from ingest.receiving import Desk, Reception, deliveries, last_deliveries
from warehouse import hash_key, inbox_index, lock
from warehouse.archive import Archive
from warehouse.decisions import counting
from warehouse.event import Decided, Event, Read
from warehouse.inbox import Found, LeftAlone, stand
from warehouse.journal import Journal
from warehouse.live import Standing
from warehouse.outbox import unanswered
from warehouse.run import Run
from warehouse.settings import Settings
from warehouse.standings import standings
from warehouse.violation import told_to

Progress = Callable[[int, int], None]  # files read so far, files to read
Reader = Callable[[Job], Answered | Refused]


@dataclass(frozen=True)
class Partition:
    """A landing partition that got a new reading: the ledger, who filed it, the month under which it lies, its rows and problems."""

    ledger: str
    district: str
    month: str
    rows: int
    problems: int


@dataclass(frozen=True)
class Intake:
    """What one intake did. `left_alone`: paths that were not received; `lost`: deliveries whose original is gone, so that nothing was read."""

    answers: tuple[FileAnswer, ...]
    partitions: tuple[Partition, ...]
    left_alone: tuple[LeftAlone, ...]
    lost: tuple[str, ...]


def in_silence(_done: int, _of: int) -> None:
    """Progress that nobody watches."""


def intake(run: Run, settings: Settings, now: datetime, on_progress: Progress = in_silence, read: Reader = answer) -> Intake:
    """Take in what is new as of `now`, and read again what a changed reader or declaration would read otherwise.

    Says progress before the first file and after each group of files.
    BadList when `received.csv` cannot be read, lock.Busy when somebody else writes.
    """
    with lock.hold(run.folder, "intake"):
        work = Work(run, settings, on_progress, read)
        reception = work.receive(now)
        landing.write_none(run.folder.landing, run.catalog.ledgers.values())
        return work.finish(left_alone=reception.left_alone)


def read_again(run: Run, settings: Settings, submission_ids: Iterable[str], read: Reader = answer) -> Intake:
    """Make the readings of some deliveries again from the archive: those whose landing file is no longer as it was written."""
    with lock.hold(run.folder, "intake"):
        return Work(run, settings, in_silence, read).finish(again=frozenset(submission_ids))


@dataclass(frozen=True)
class Work:
    """One intake at work: what it runs on, how it reads, and the journal as it grows."""

    run: Run
    settings: Settings
    on_progress: Progress
    read: Reader

    @cached_property
    def journal(self) -> Journal:
        """Where deliveries and readings are written down."""
        return Journal(self.run.folder)

    @cached_property
    def events(self) -> list[Event]:
        """What the journal says, what this intake wrote down included."""
        return self.journal.events()

    @cached_property
    def dependencies(self) -> Dependencies:
        """What readings depend on today."""
        return Dependencies(self.run.catalog, hash_key.read(self.run.folder.secrets).id)

    def write_down(self, *events: Event) -> None:
        """Journal events, with one sync for all of them."""
        known = self.events
        self.journal.append(*events)
        known += events

    def receive(self, now: datetime) -> Reception:
        """Archive and journal what is new in the inbox."""
        Archive(self.run.folder).sweep()  # what a killed run copied halfway
        standing = stand(self.run.folder, self.run.catalog.units)
        desk = Desk(self.run.folder, last_deliveries(self.events), read_received(self.run.folder.received_csv), now)
        reception = desk.receive(standing)
        self.write_down(*reception.received)
        inbox_index.remember(self.run.folder, (one for one in standing if isinstance(one, Found)))
        return reception

    def finish(self, left_alone: tuple[LeftAlone, ...] = (), again: frozenset[str] = frozenset()) -> Intake:
        """Read, land, journal and answer what is owed once the deliveries are known."""
        jobs = self.owed(again)
        outcomes = list(chain.from_iterable(self.read_all(jobs)))
        fresh = {outcome.read.submission_id: outcome.details for outcome in outcomes}
        self.write_down(*self.explained(outcomes))
        standing = self.standings()
        write_receipts(self.run, standing, fresh)
        return Intake(
            answers=tuple(file_answers(standing, fresh)),
            partitions=tuple(partitions(outcomes)),
            left_alone=left_alone,
            lost=tuple(job.received.submission_id for job in jobs if job.received.submission_id not in fresh),
        )

    def explained(self, outcomes: Iterable[Answered]) -> Iterator[Decided]:
        """What offices explained in the marked copies that came back, decided at the moment in which they came."""
        received = {event.submission_id: event for event in deliveries(self.events)}
        known = counting(self.events, None)
        for outcome in outcomes:
            delivery = received[outcome.read.submission_id]
            found = told_to(self.run.folder, delivery.district) if outcome.answers else ()
            given = (*outcome.given, *given_of_violations(outcome.answers, found, self.run.catalog))
            by = self.run.catalog.units[delivery.district].name
            for one in news(given, known):
                yield Decided.of(one.explanation, delivery.received_at, by, one.text)

    def owed(self, again: frozenset[str]) -> list[Job]:
        """The deliveries to read: without a reading, with one that is out of date, without their receipt, or asked for."""
        readings, received = last_readings(self.events), list(deliveries(self.events))
        again |= {event.submission_id for event in unanswered(received, self.run.folder, self.run.catalog)}
        limits = allowed.to_files(self.settings)
        staging = self.run.work / "landing"
        staging.mkdir(parents=True, exist_ok=True)
        return [
            Job(event, self.run.folder, self.run.catalog.home, self.run.catalog.learned, limits, staging)
            for event in received
            if event.submission_id in again or not self.dependencies.is_current(event, readings.get(event.submission_id))
        ]

    def standings(self) -> Sequence[Standing]:
        """What every delivery counts for, the ones just read included; a landing file that is damaged is not looked into."""
        return standings(self.events, self.run.catalog, None, self.run.folder.landing).found

    def read_all(self, jobs: Sequence[Job]) -> Iterator[list[Answered]]:
        """Read the jobs in the pool; each group is landed and journalled before the next is waited for."""
        limits = allowed.to_workers(self.settings)
        known, done = last_readings(self.events), 0
        if jobs:
            self.on_progress(done, len(jobs))
        for group in in_groups(self.read, jobs, self.settings.workers, limits):
            outcomes = [outcome for one in group if (outcome := outcome_of(one, self.dependencies))]
            landing.settle([staged for outcome in outcomes for staged in outcome.staged], self.run.folder.landing)
            self.write_down(*(outcome.read for outcome in outcomes if outcome.read != known.get(outcome.read.submission_id)))
            done += len(group)
            self.on_progress(done, len(jobs))
            yield outcomes


def last_readings(events: Iterable[Event]) -> dict[str, Read]:
    """The newest reading of each delivery."""
    return {event.submission_id: event for event in events if isinstance(event, Read)}


def outcome_of(done: Done[Job, Answered | Refused], dependencies: Dependencies) -> Answered | None:
    """What a job came to; None when its original is lost."""
    match done.answer:
        case Answered():
            return done.answer
        case Refused(code=code) if code == LOST:
            return None
        case refused:
            return not_read(done.job, refused, dependencies)


def partitions(outcomes: Iterable[Answered]) -> Iterator[Partition]:
    """The landing partitions that the readings touched, each once, with the rows and problems of what was read now."""
    counts: dict[tuple[str, ...], tuple[int, int]] = {}
    for table in chain.from_iterable(outcome.read.tables for outcome in outcomes):
        if table.file is None:
            continue
        ledger, district, period = PurePosixPath(table.file).parts[:3]
        key = (ledger, district.removeprefix("district="), period.removeprefix("period="))
        rows, problems = counts.get(key, (0, 0))
        counts[key] = (rows + table.records, problems + table.block_problems + table.explain_problems + table.hint_problems)
    for (ledger, district, month), (rows, problems) in sorted(counts.items()):
        yield Partition(ledger, district, month, rows, problems)
