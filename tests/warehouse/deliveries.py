"""Deliveries as the journal tells of them, with records that are single letters; a test says only what matters to it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from hashlib import sha256

import pyarrow as pa
import pyarrow.parquet as pq

from warehouse.archive import Archive, file_hash
from warehouse.event import CHINA, Event, Read, Received, ReturnKind, TableRead, TableVerdict
from warehouse.folder import Folder
from warehouse.meeting import Record

START = datetime(2023, 5, 4, 9, tzinfo=CHINA)


@dataclass(frozen=True)
class Table:
    """What one table of a file holds; each letter is a record."""

    letters: str
    kind: ReturnKind = "return"
    ledger: str | None = "dispute"
    unit: str | None = "150203"
    month: int | None = 4
    verdict: TableVerdict = "accepted"
    is_final_only: bool = False
    blocked: str = ""
    townships: tuple[str, ...] = ()


@dataclass
class Desk:
    """Takes deliveries; `records` are those of every landing file, for a fold without files."""

    events: list[Event] = field(default_factory=list)
    records: dict[str, list[Record]] = field(default_factory=dict)

    def receive(self, content: str, *, hour: int, path: str = "", district: str = "150203") -> Received:
        """A file arrives, hours after the start; its content stands for its bytes."""
        received = Received.of(district, path or f"昆都仑区/{content}.xlsx", sha(content), len(content), START + timedelta(hours=hour))
        self.events.append(received)
        return received

    def deliver(self, *tables: Table, hour: int, path: str = "", district: str = "150203") -> Received:
        """A file arrives and is read."""
        received = self.receive(repr(tables), hour=hour, path=path, district=district)
        self.read(received, tables)
        return received

    def refuse(self, content: str, *, hour: int) -> Received:
        """A file arrives that cannot be read."""
        received = self.receive(content, hour=hour)
        self.events.append(
            Read(submission_id=received.submission_id, reading_id="0" * 16, reader_version="1", fingerprint="f", refusal="encrypted", verdict="refused")
        )
        return received

    def read(self, received: Received, tables: Sequence[Table]) -> None:
        """A delivery is read."""
        found = tuple(self.table(received, number, table) for number, table in enumerate(tables, 1))
        verdict = "accepted" if any(table.is_accepted for table in found) else "returned" if found else "unidentified"
        self.events.append(Read(submission_id=received.submission_id, reading_id="1" * 16, reader_version="1", fingerprint="f", verdict=verdict, tables=found))

    def table(self, received: Received, number: int, table: Table) -> TableRead:
        """One table as it was read; what goes back lands nothing."""
        file = f"{table.ledger}/district={received.district}/period=2023-{table.month or 0:02}/{received.submission_id}-{number}-1.parquet"
        lands = table.verdict != "returned"
        if lands:
            self.records[file] = [record(letter) for letter in table.letters if letter not in table.blocked]
        return TableRead(
            number=number,
            ledger=table.ledger,
            unit_code=table.unit,
            period=f"2023-{table.month:02}" if table.month else None,
            period_from=date(2023, table.month, 1) if table.month else None,
            period_to=date(2023, table.month, 28) if table.month else None,
            kind=table.kind,
            is_final_only=table.is_final_only,
            verdict=table.verdict,
            records=len(table.letters),
            blocked=len(table.blocked),
            file=file if lands else None,
            file_sha256=self.land(file, table) if lands else None,
            townships=table.townships,
        )

    def land(self, file: str, table: Table) -> str:
        """The hash of a landing file; here there is none."""
        return sha(f"{file} {table}")


@dataclass
class RealDesk(Desk):
    """Archives what arrives and writes real landing files into a data folder."""

    folder: Folder = field(kw_only=True)

    def receive(self, content: str, *, hour: int, path: str = "", district: str = "150203") -> Received:
        """A file arrives, and its bytes are kept."""
        Archive(self.folder).keep(content.encode())
        return super().receive(content, hour=hour, path=path, district=district)

    def land(self, file: str, table: Table) -> str:
        """Write a landing file with the columns that meetings look at."""
        place = self.folder.landing / file
        place.parent.mkdir(parents=True, exist_ok=True)
        blocked = [letter in table.blocked for letter in table.letters]
        identity = [None if is_blocked else letter for letter, is_blocked in zip(table.letters, blocked, strict=True)]
        pq.write_table(pa.table({"identity_1": pa.array(identity, pa.string()), "is_blocked": pa.array(blocked, pa.bool_())}), place)
        return file_hash(place)


def record(letter: str) -> Record:
    """A record that is known by a letter."""
    return Record((letter,))


def sha(content: str) -> str:
    """The hash that stands for a content."""
    return sha256(content.encode()).hexdigest()


def received(events: Iterable[Event]) -> list[Received]:
    """The deliveries among events."""
    return [event for event in events if isinstance(event, Received)]
