"""Landing files as the journal knows them: which there are, whether each is as it was written, and the identities of its records."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from warehouse.archive import file_hash
from warehouse.event import Event, Read
from warehouse.fault import Fault
from warehouse.meeting import Record

NONE = "_none.parquet"  # each ledger's file without rows
UNSEEN = "."  # begins the names of files that are still being written


@dataclass(frozen=True)
class Landed:
    """One landing file: where it stands below landing/, its hash, and the delivery it is of."""

    file: str
    sha256: str
    submission_id: str


def known(events: Iterable[Event]) -> list[Landed]:
    """Every landing file that the journal tells of, older readings included."""
    found: dict[str, Landed] = {}
    for event in events:
        if isinstance(event, Read):
            found |= {landed.file: landed for landed in files_of(event)}
    return list(found.values())


def files_of(read: Read) -> list[Landed]:
    """The landing files of one reading."""
    return [Landed(table.file, table.file_sha256, read.submission_id) for table in read.tables if table.file and table.file_sha256]


def fault(landing: Path, landed: Landed) -> Fault | None:
    """What is wrong with a landing file; None when its bytes are those that were written. DuckDB checks no page of it."""
    file = landing / landed.file
    place = f"{landing.name}/{landed.file}"
    if not file.is_file():
        return Fault("reading_missing", place)
    return None if file_hash(file) == landed.sha256 else Fault("reading_changed", place)


def planted(landing: Path, landed: Iterable[Landed]) -> list[Fault]:
    """Parquet files that no reading is known to have written: orphans of killed runs, or put there by somebody. None of them counts."""
    files = {one.file for one in landed}
    found = (file.relative_to(landing) for file in sorted(landing.rglob("*.parquet")) if file.name != NONE and not file.name.startswith(UNSEEN))
    return [Fault("reading_unknown", f"{landing.name}/{file.as_posix()}") for file in found if file.as_posix() not in files]


def identities(file: Path) -> list[Record]:
    """The identities of a landing file's records, one hash per alternative; a blocked row is no record."""
    import pyarrow.parquet as pq  # only where two files meet

    names = [name for name in pq.read_schema(file).names if name.startswith("identity_")]
    rows = pq.read_table(file, columns=[*names, "is_blocked"]).to_pylist()
    return [tuple(row[name] for name in names) for row in rows if not row["is_blocked"]]
