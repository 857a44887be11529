"""What stands in the lists: standings, obligations and decisions as rows."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from warehouse.decisions import Matter, exemptions
from warehouse.event import (
    CHINA,
    Decided,
    DisputeMatch,
    Explanation,
    HeaderKnown,
    LayoutKnown,
    Read,
    Received,
    ReplacementAllowed,
    ReturnExempt,
    TableRead,
    identifier,
)
from warehouse.list_rows import DecisionRow, LiveReadingRow, ObligationRow, SubmissionRow
from warehouse.live import Standing
from warehouse.note import note
from warehouse.register import Obligation

NO_RETURN = ("duplicate", "withheld")  # whatever was read of it, no return was filed by it


def submission_rows(standings: Iterable[Standing]) -> list[SubmissionRow]:
    """What was delivered and read; of what nobody has read yet nothing can be said."""
    return [submission_row(one) for one in standings if one.state != "unread"]


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


def obligation_rows(owed: Iterable[Obligation], decided: Iterable[Decided]) -> list[ObligationRow]:
    """What is owed, with the exemptions that count; a unit within a return is exempt with it."""
    reasons = exemptions(decided)
    return [obligation_row(one, reasons.get(own(one), reasons.get(around(one)))) for one in owed]


def own(owed: Obligation) -> Matter:
    """The return of the unit itself."""
    return owed.unit_code, owed.ledger, owed.period


def around(owed: Obligation) -> Matter:
    """The return of the office in which the unit must stand."""
    return owed.district_code, owed.ledger, owed.due_with


def obligation_row(owed: Obligation, exempt_reason: str | None) -> ObligationRow:
    """An obligation as a row."""
    return ObligationRow(
        obligation_id=owed.obligation_id,
        depth=owed.depth,
        unit_code=owed.unit_code,
        district_code=owed.district_code,
        ledger=owed.ledger,
        period=owed.period,
        period_from=owed.period_from,
        period_to=owed.period_to,
        due_on=owed.due_on,
        is_exempt=exempt_reason is not None,
        exempt_reason=exempt_reason,
        due_note=owed.due_note,
    )


def live_rows(standings: Iterable[Standing], landing: Path) -> list[LiveReadingRow]:
    """The files that count."""
    counted = ((one, one.read, one.table) for one in standings if one.is_counted)
    return [live_row(one.received, read, table, landing) for one, read, table in counted if read and table]


def live_row(received: Received, read: Read, table: TableRead, landing: Path) -> LiveReadingRow:
    """A file that counts as a row."""
    if not (table.ledger and table.period and table.file and table.file_sha256):
        raise ValueError(f"table {table.number} of {received.submission_id} counts and has no landing file")
    return LiveReadingRow(
        path=str((landing / table.file).absolute()),
        ledger=table.ledger,
        submission_id=received.submission_id,
        reading_id=read.reading_id,
        district_code=received.district,
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
        case HeaderKnown(ledger=ledger, header=header):
            return row(identifier(ledger, header))
        case LayoutKnown(headers=headers):
            return row(identifier(*headers))
        case Explanation(code=code, record_key=record_key):
            return row(record_key, code)


def utc(moment: datetime) -> datetime:
    """A moment as the lists keep it."""
    return moment.astimezone(UTC).replace(tzinfo=None)
