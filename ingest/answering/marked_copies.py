"""Marked copies: one for the last delivery from each path in which something is wrong, made anew when what it says has changed, gone when nothing is."""

import dataclasses
import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, count
from pathlib import PurePosixPath

from ingest import allowed
from ingest.answering.one_copy import Copy, Job, copy
from ingest.answers import by_submission
from ingest.pool import in_groups
from warehouse.answers_index import AnswersIndex, HandedBack
from warehouse.archive import file_hash
from warehouse.decisions import explanations
from warehouse.durable import replace
from warehouse.event import Decided, Read, Received, identifier
from warehouse.folder import PRIVATE
from warehouse.live import Standing, State
from warehouse.outbox import copy_of
from warehouse.run import Run
from warehouse.settings import Settings
from warehouse.violation import Violation

ANSWERED: frozenset[State] = frozenset({"live", "added", "waits", "returned"})  # of the others another file speaks, or the receipt alone


@dataclass(frozen=True)
class Wanted:
    """A delivery that is to have a copy, and by what it is made."""

    received: Received
    violations: tuple[Violation, ...]
    explanations: tuple[Decided, ...]
    made_from: str


@dataclass(frozen=True)
class Found:
    """What copies are made of besides the deliveries themselves: what the build found, and what offices have explained."""

    violations: tuple[Violation, ...] = ()
    explanations: tuple[Decided, ...] = ()

    def of(self, tables: Sequence[Standing]) -> "Found":
        """What belongs to the tables of one delivery."""
        submission_id = tables[0].received.submission_id
        violations = tuple(one for one in self.violations if one.submission_id == submission_id)
        ledgers = {one.table.ledger for one in tables if one.table} | {one.ledger for one in violations}
        units = {one.table.unit_code for one in tables if one.table} | {one.unit_code for one in violations}
        told = explanations(self.explanations)
        return Found(violations, tuple(one for one, explained in told if explained.ledger in ledgers and explained.unit_code in units))


def hand_back(run: Run, settings: Settings, standings: Sequence[Standing], found: Found, before: AnswersIndex) -> dict[str, HandedBack]:
    """Bring the copies of all outboxes up to date; what stands for each path now."""
    wanted = {one.received.path: one for one in copies_wanted(run, standings, found)}
    kept = {path: one for path, one in before.handed_back.items() if path in wanted and stands(run, one, wanted[path])}
    made = dict(made_copies(run, settings, [one for path, one in wanted.items() if path not in kept], before))
    now = kept | made
    remove(run, before, {one.file for one in now.values()})
    return now


def remove(run: Run, before: AnswersIndex, standing: Collection[str | None]) -> None:
    """Take away the copies of what is right now, or speaks no more; one that somebody has filled in is left."""
    for one in before.handed_back.values():
        if one.file and one.file not in standing and (place := run.folder.outbox / one.file).exists() and file_hash(place) == one.sha256:
            place.unlink()


def copies_wanted(run: Run, standings: Sequence[Standing], found: Found) -> Iterator[Wanted]:
    """The last delivery from each path, where it is the answer of an office and something may be wrong in it."""
    words = identifier(run.catalog.marking.model_dump_json(), run.catalog.words.model_dump_json())
    last = {standing.received.path: standing.received.submission_id for standing in standings}
    for submission_id, tables in by_submission(standings).items():
        received, read = tables[0].received, tables[0].read
        if last[received.path] != submission_id or read is None or not any(one.state in ANSWERED for one in tables):
            continue
        of_it = found.of(tables)
        if has_problems(read) or of_it.violations:
            made_from = identifier(submission_id, read.reading_id, read.problem_hash, words, repr(of_it))
            yield Wanted(received, of_it.violations, of_it.explanations, made_from)


def has_problems(read: Read) -> bool:
    """Whether reading found anything wrong."""
    return read.problem_hash != identifier()


def stands(run: Run, one: HandedBack, wanted: Wanted) -> bool:
    """Whether the copy that stands says what is to be said."""
    return one.made_from == wanted.made_from and (one.file is None or (run.folder.outbox / one.file).exists())


def made_copies(run: Run, settings: Settings, wanted: Sequence[Wanted], before: AnswersIndex) -> Iterator[tuple[str, HandedBack]]:
    """Mark the workbooks in worker processes and put the copies into their outboxes."""
    sources = (run.folder, run.catalog.home, run.catalog.learned, allowed.to_files(settings))
    jobs = {one.received.path: Job(one.received, *sources, one.violations, one.explanations) for one in wanted}
    done = {
        one.job.received.path: one.answer for group in in_groups(copy, list(jobs.values()), settings.workers, allowed.to_workers(settings)) for one in group
    }
    ours = {one.file: one.sha256 for one in before.handed_back.values()}
    for one in wanted:  # in order of receipt, whichever worker was done first: names are given alike each time
        made = done[one.received.path]
        yield one.received.path, put(run, one, made, ours) if isinstance(made, Copy) else HandedBack(one.received.submission_id, one.made_from)


def put(run: Run, wanted: Wanted, made: Copy, ours: Mapping[str | None, str | None]) -> HandedBack:
    """Put a copy into its outbox, if it is not the one that stands there; beside one that somebody has filled in since we wrote it."""
    nothing = HandedBack(
        wanted.received.submission_id, wanted.made_from, violations=made.violations, explained=made.explained, explained_places=made.explained_places
    )
    if made.marked is None:
        return nothing
    content, unmarked = made.marked.content, made.marked.unmarked
    sha256 = hashlib.sha256(content).hexdigest()
    named = copy_of(wanted.received, run.catalog, made.extension, is_list=unmarked is not None)
    names = chain([named], (named.with_stem(run.catalog.marking.again.format(stem=named.stem, number=number)) for number in count(2)))
    file = next(name for name in names if standing_hash(run, name) in (None, sha256, ours.get(str(name))))
    place = run.folder.outbox / file
    if standing_hash(run, file) != sha256:
        place.parent.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
        replace(place, content)
    return dataclasses.replace(nothing, file=str(file), sha256=sha256, unmarked=unmarked)


def standing_hash(run: Run, file: PurePosixPath) -> str | None:
    """What a file of the outbox hashes to; None where none stands."""
    place = run.folder.outbox / file
    return file_hash(place) if place.exists() else None
