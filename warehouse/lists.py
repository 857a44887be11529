"""The lists of a run: what was delivered, what is owed, which files count, what was decided; computed from the journal before each build."""

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path

from warehouse import check_results, landed, list_rows
from warehouse.decisions import counting, exemptions
from warehouse.event import CHINA, Decided, DisputeMatch, Event, Read, ReplacementAllowed, ReturnExempt, TableRead, VersionKeys, identifier
from warehouse.fault import Fault
from warehouse.journal import Journal
from warehouse.list_rows import DecisionRow, LiveReadingRow, ObligationRow, SubmissionRow
from warehouse.live import Standing, deliveries, fold
from warehouse.note import note
from warehouse.register import Obligation, obligations
from warehouse.run import Run
from warehouse.version_keys import version_keys

NO_RETURN = ("duplicate", "withheld")  # whatever was read of it, no return was filed by it


@dataclass(frozen=True)
class Lists:
    """What was written, and what the caller has to act on.

    `damaged`: submissions whose readings are to be made again from the archive, and the lists written once more; what is damaged then is withheld.
    """

    standings: tuple[Standing, ...]
    keys: VersionKeys
    damaged: tuple[str, ...]
    planted: tuple[Fault, ...]

    @property
    def unread(self) -> tuple[str, ...]:
        """Submissions that nobody has read yet."""
        return tuple(one.received.submission_id for one in self.standings if one.state == "unread")

    @property
    def withheld(self) -> tuple[str, ...]:
        """The answers that are in no figure because a reading of theirs is damaged: unit, ledger and period."""
        tables = [one.table for one in self.standings if one.state == "withheld" and one.table]
        return tuple(sorted({f"reading_damaged {table.unit_code} {table.ledger} {table.period}" for table in tables}))


def write(run: Run) -> Lists:
    """Write a run's lists. Every landing file that may count is checked against its hash first; chain.BrokenChain when the journal is not whole."""
    events = Journal(run.folder).events()
    damaged = {one.file: one.submission_id for one in countable(events, run.as_of) if landed.fault(run.folder.landing, one)}
    standings = fold(events, run.catalog, run.as_of, cache(lambda file: landed.identities(run.folder.landing / file)), damaged)
    decided = counting(events, run.as_of)
    run.lists.mkdir(parents=True, exist_ok=True)
    list_rows.put(run.lists, "submission", [submission_row(one) for one in standings if one.state != "unread"])
    list_rows.put(run.lists, "obligation", list(obligation_rows(obligations(run.catalog, run.today), decided)))
    list_rows.put(run.lists, "live_reading", list(live_rows(standings, run.folder.landing)))
    list_rows.put(run.lists, "decision", [decision_row(one) for one in decided])
    return Lists(
        standings=tuple(standings),
        keys=version_keys(events, run.catalog, run.today, run.as_of),
        damaged=tuple(sorted(set(damaged.values()))),
        planted=tuple(landed.planted(run.folder.landing, landed.known(events))),
    )


def countable(events: Sequence[Event], as_of: datetime | None) -> Iterator[landed.Landed]:
    """The landing files of the newest reading of each delivery."""
    readings = {event.submission_id: event for event in events if isinstance(event, Read)}
    for received in deliveries(events, as_of):
        if received.submission_id in readings:
            yield from landed.files_of(readings[received.submission_id])


def submission_row(standing: Standing) -> SubmissionRow:
    """A standing as a row; what was not read stays null."""
    received, table, meeting = standing.received, standing.table, standing.meeting
    row = SubmissionRow(
        submission_id=received.submission_id,
        district_code=received.district,
        sha256=received.sha256,
        received_at=utc(received.received_at),
        received_on=received.received_at.astimezone(CHINA).date(),
        verdict=verdict(standing),
        standing=standing.state,
        replaced_by=standing.replaced_by,
        note=note(standing),
    )
    if meeting:
        row = replace(row, kept=meeting.kept, new=meeting.new, lost=meeting.lost)
    return with_table(row, table) if table else row


def with_table(row: SubmissionRow, table: TableRead) -> SubmissionRow:
    """A row with what was read of its table."""
    return replace(
        row,
        ledger=table.ledger,
        unit_code=table.unit_code,
        period=table.period,
        period_from=table.period_from,
        period_to=table.period_to,
        basis=table.basis,
        kind=table.kind,
        records=table.records,
        blocked=table.blocked,
        block_problems=table.block_problems,
        explain_problems=table.explain_problems,
        hint_problems=table.hint_problems,
    )


def verdict(standing: Standing) -> str | None:
    """What the reader said of a table, or of a file without one; nothing of what is no return by itself."""
    if standing.state in NO_RETURN or standing.read is None:
        return None
    return standing.table.verdict if standing.table else standing.read.verdict


def obligation_rows(owed: Sequence[Obligation], decided: Sequence[Decided]) -> Iterator[ObligationRow]:
    """What is owed, with the exemptions that count; a unit within a return is exempt with it."""
    reasons = exemptions(decided)
    for one in owed:
        own, around = (one.unit_code, one.ledger, one.period), (one.district_code, one.ledger, one.due_with)
        reason = reasons.get(own, reasons.get(around))
        yield ObligationRow(
            obligation_id=one.obligation_id,
            depth=one.depth,
            unit_code=one.unit_code,
            district_code=one.district_code,
            ledger=one.ledger,
            period=one.period,
            period_from=one.period_from,
            period_to=one.period_to,
            due_on=one.due_on,
            is_exempt=reason is not None,
            exempt_reason=reason,
            due_note=one.due_note,
        )


def live_rows(standings: Sequence[Standing], landing: Path) -> Iterator[LiveReadingRow]:
    """The files that count."""
    for standing in standings:
        table, read = standing.table, standing.read
        if standing.is_counted and table and read and table.ledger and table.period and table.file and table.file_sha256:
            yield LiveReadingRow(
                path=str((landing / table.file).absolute()),
                ledger=table.ledger,
                submission_id=standing.received.submission_id,
                reading_id=read.reading_id,
                district_code=standing.received.district,
                period=table.period,
                sha256=table.file_sha256,
                records=table.records,
                townships=table.townships,
            )


def decision_row(decided: Decided) -> DecisionRow:
    """A decision as a row."""
    row = partial(DecisionRow, decided.decision_id, decided.decision.kind, utc(decided.decided_at))
    match decided.decision:
        case ReturnExempt(unit_code=unit_code, ledger=ledger, period=period):
            return row(identifier("file", unit_code, ledger, period))
        case ReplacementAllowed(submission_id=submission_id):
            return row(submission_id)
        case DisputeMatch(key_a=key_a, key_b=key_b, same=same):
            return row(key_a, key_b, same)


def utc(moment: datetime) -> datetime:
    """A moment as the lists keep it."""
    return moment.astimezone(UTC).replace(tzinfo=None)


def write_empty(lists: Path) -> None:
    """Lists without rows, for a dbt build before any run; lists that stand are left."""
    for name in list_rows.LISTS:
        if not (lists / f"{name}.parquet").exists():
            list_rows.put(lists, name, [])
    if not (lists / check_results.NAME).exists():
        check_results.write(lists, [])


def keep_last(run: Run) -> None:
    """Leave a run's lists for a dbt build without a run; those of a past day are not."""
    if run.as_of is not None:
        return
    for file in sorted(run.lists.glob("*.parquet")):
        temporary = run.folder.lists / f".{file.name}"
        shutil.copyfile(file, temporary)
        temporary.replace(run.folder.lists / file.name)
