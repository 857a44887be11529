"""Landing files as the journal knows them: which there are, whether each is as it was written, and what its records are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from catalog.landing import COMMON
from warehouse.archive import file_hash
from warehouse.event import Event, Read
from warehouse.fault import Fault
from warehouse.meeting import Record, Stated

NONE = "_none.parquet"  # each ledger's file without rows
IDENTITY = "identity_"  # begins the columns of the hashes of identity
OF_THE_FILE = frozenset(COMMON) - {"problem_fields"} | {"row_no"}  # columns in which the same record differs from file to file
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


def records(file: Path) -> list[Record]:
    """A landing file's records as a later file meets them; a blocked row is no record."""
    import pyarrow.parquet as pq  # only where two files meet

    with pq.ParquetFile(file) as landed:  # read_table loads pandas first
        rows = landed.read().to_pylist()
    return [Record(identity_of(row), states_of(row)) for row in rows if not row["is_blocked"]]


def identity_of(row: Mapping[str, object]) -> tuple[str | None, ...]:
    """The hashes of a row's identity, in the order of the alternatives."""
    return tuple(None if value is None else str(value) for name, value in row.items() if name.startswith(IDENTITY))


def states_of(row: Mapping[str, object]) -> Stated:
    """What a row states, by column; its number in the file and where it stands say nothing of the matter."""
    said = ((name, value) for name, value in row.items() if value is not None and not name.startswith(IDENTITY) and name not in OF_THE_FILE)
    return tuple(sorted((name, repr(value)) for name, value in said))
