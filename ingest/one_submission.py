"""One submission: its original is checked, protected and landed, and the answer worded. This is what a worker process does, and nothing else."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from catalog.catalog import Catalog, load_having
from catalog.learned import Learned
from ingest import receipt
from ingest.answering.explaining import Given, given_in
from ingest.cells import Refused
from ingest.checked import CheckedFile, CheckedTable, LineAnswer
from ingest.checking import check
from ingest.dependencies import Dependencies
from ingest.identifying import Delivery
from ingest.landing import Origin, StagedTable, stage
from ingest.limits import Limits
from ingest.protect import Protector
from ingest.reader_version import READER_VERSION
from warehouse import hash_key
from warehouse.archive import Archive, OriginalLost
from warehouse.event import Read, Received, TableRead, Verdict, identifier
from warehouse.folder import Folder

UNKNOWN_COLUMN = "unknown_column"
LOST = "original_lost"  # not the file's fault: no reading is written down


@dataclass(frozen=True)
class Job:
    """A delivery to be read, by which declarations, within which limits, and where its tables are staged."""

    received: Received
    folder: Folder
    catalog: Path
    learned: Learned
    limits: Limits
    staging: Path


@dataclass(frozen=True)
class Answered:
    """A delivery that was read: what the journal will say, its tables on their way to landing, the places to correct.

    Of a marked copy that came back: what it explains, and the answers to what is no problem of the file itself.
    """

    read: Read
    staged: tuple[StagedTable, ...]
    details: tuple[str, ...]
    given: tuple[Given, ...] = ()
    answers: tuple[LineAnswer, ...] = ()


def answer(job: Job) -> Answered | Refused:
    """Read one delivery. Refused only when its original is not in the archive; a file that cannot be read is an answer."""
    received = job.received
    try:
        content = Archive(job.folder).open(received.sha256)
    except OriginalLost:
        return Refused(LOST)
    key = hash_key.read(job.folder.secrets)
    dependencies = dependencies_of(job.catalog, job.learned, key.id)
    checked = check(content, Delivery.of(received), dependencies.catalog, job.limits)
    return landed(checked, job, dependencies, Protector(key, dependencies.catalog.persons))


def landed(checked: CheckedFile, job: Job, dependencies: Dependencies, protector: Protector) -> Answered:
    """A checked file: the tables that do not go back are staged, the answer is worded."""
    catalog, fingerprint = dependencies.catalog, fingerprint_of(checked, dependencies)
    origin = Origin(job.received.submission_id, dependencies.reading_id(job.received.sha256, fingerprint))
    staged = {table.number: stage(table, origin, job.staging, catalog, protector) for table in checked.tables if table.verdict != "returned"}
    read = Read(
        submission_id=origin.submission_id,
        reading_id=origin.reading_id,
        reader_version=READER_VERSION,
        fingerprint=fingerprint,
        refusal=checked.refusal.code if checked.refusal else None,
        verdict=verdict(checked),
        tables=tuple(table_read(table, staged.get(table.number), catalog) for table in checked.tables),
        problem_hash=identifier(*(repr(problem) for problem in checked.every_problem)),
    )
    return Answered(read, tuple(staged.values()), tuple(receipt.details(checked, catalog)), *given_in(checked, catalog, protector))


@cache
def dependencies_of(home: Path, learned: Learned, key_id: str) -> Dependencies:
    """What readings of one worker depend on; hashing the declarations takes as long as reading a small file."""
    return Dependencies(load_having(home, learned), key_id)


def not_read(job: Job, refused: Refused, dependencies: Dependencies) -> Answered:
    """The answer for a file whose reading killed its worker, or did not end."""
    received, fingerprint = job.received, dependencies.everything
    read = Read(
        submission_id=received.submission_id,
        reading_id=dependencies.reading_id(received.sha256, fingerprint),
        reader_version=READER_VERSION,
        fingerprint=fingerprint,
        refusal=refused.code,
        verdict="refused",
    )
    return Answered(read, (), ())


def fingerprint_of(checked: CheckedFile, dependencies: Dependencies) -> str:
    """What this reading depends on: the ledgers of its tables, or all of them where something was not recognised."""
    is_whole = checked.tables and all(problem.code != "ledger_unknown" for problem in checked.problems)
    return dependencies.of(table.ledger for table in checked.tables) if is_whole else dependencies.everything


def verdict(checked: CheckedFile) -> Verdict:
    """The verdict on the whole file."""
    if checked.refusal:
        return "refused"
    return (checked.decision or "returned") if checked.tables else "unidentified"


def table_read(table: CheckedTable, staged: StagedTable | None, catalog: Catalog) -> TableRead:
    """One table as the journal keeps it: counts and codes, no value of a cell."""
    return TableRead(
        number=table.number,
        ledger=table.ledger,
        unit_code=table.unit_code,
        period=table.period.code if table.period else None,
        period_from=table.period.start if table.period else None,
        period_to=table.period.end if table.period else None,
        basis=table.basis,
        kind=table.kind,
        is_final_only=table.is_final_only,
        verdict=table.verdict,
        records=len(table.records),
        blocked=table.blocked,
        block_problems=table.count("block"),
        explain_problems=table.count("explain"),
        hint_problems=table.count("hint"),
        file=staged.file if staged else None,
        file_sha256=staged.sha256 if staged else None,
        townships=townships(table, catalog),
        unknown_headers=tuple(problem.value for problem in table.problems if problem.code == UNKNOWN_COLUMN and problem.value),
    )


def townships(table: CheckedTable, catalog: Catalog) -> tuple[str, ...]:
    """The townships with at least one row that counts."""
    columns = [name for name, column in catalog.ledgers[table.ledger].columns.items() if column.type == "township"]
    named = {record.values.get(name) for record in table.records if not record.is_blocked for name in columns}
    return tuple(sorted(code for code in named if isinstance(code, str)))
