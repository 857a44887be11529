"""A made-up city that took the path: its truth, what was filed of it, and what the data folder says became of each file."""

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import pyarrow.parquet as pq

from catalog.catalog import Catalog
from ingest.landing import protected
from ingest.protect import Protector
from synthetic.generate import LABELS, RETURNS, ROWS, TRUTH
from synthetic.landing import stated
from synthetic.offices.layout import ROW_NUMBER
from warehouse import hash_key
from warehouse.event import Received
from warehouse.folder import Folder
from warehouse.journal import Journal

HASHED = "person", "narrative"
LACKS_CELL = ""

Value = object  # of a published column


class Key(NamedTuple):
    """A record as one return states it."""

    unit: str
    period: str
    record: str


class Place(NamedTuple):
    """A row of a file; of a form the column too, for a row holds several figures."""

    file: str
    row: int
    column: int | None = None


@dataclass(frozen=True)
class Label:
    """One thing wrong on purpose. No cell: the record is missing."""

    field: str
    kind: str
    is_loss: bool


@dataclass(frozen=True)
class MadeCity:
    """The data folder of a made-up city after a run."""

    home: Path
    catalog: Catalog

    @cached_property
    def received(self) -> Mapping[str, Received]:
        """Every delivery, by its submission."""
        events = Journal(Folder(self.home)).events()
        return {event.submission_id: event for event in events if isinstance(event, Received)}

    @cached_property
    def records(self) -> Mapping[Place, str]:
        """Which record each row of each workbook states."""
        found: dict[Place, str] = {}
        for file in sorted((self.home / ROWS).glob("*.parquet")):
            for row in pq.read_table(file).to_pylist():
                found[Place(row["file"], row["row"], row["column"])] = row["record"]
        return found

    @cached_property
    def labels(self) -> Mapping[tuple[str, str], list[Label]]:
        """What is wrong on purpose, by file and record."""
        found: dict[tuple[str, str], list[Label]] = defaultdict(list)
        with (self.home / LABELS).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                found[row["file"], row["record"]].append(Label(row["field"], row["kind"], row["cell"] == LACKS_CELL))
        return found

    @cached_property
    def returns(self) -> Mapping[tuple[str, str, str], list[dict[str, str]]]:
        """What became of each return of a unit, ledger and period: its files in the order in which they came; one without a file was never sent."""
        found: dict[tuple[str, str, str], list[dict[str, str]]] = defaultdict(list)
        with (self.home / RETURNS).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                found[row["unit_code"], row["ledger"], row["period"]].append(row)
        for deliveries in found.values():
            deliveries.sort(key=lambda one: one["received_at"])
        return found

    def truth(self, ledger: str) -> dict[Key, dict[str, Value]]:
        """Every true record of a ledger, under the columns that land; nothing of columns that only our own reading makes."""
        rows = [row for file in sorted((self.home / TRUTH / ledger).glob("*.parquet")) for row in pq.read_table(file).to_pylist()]
        columns = dict(self.columns(ledger, rows))
        return {Key(row["unit_code"], row["period"], row["record"]): {name: values[at] for name, values in columns.items()} for at, row in enumerate(rows)}

    def columns(self, ledger: str, rows: list[dict[str, Value]]) -> Iterator[tuple[str, list[Value]]]:
        """Each column of a ledger as it would land if its truth were filed."""
        protector = Protector(hash_key.read(Folder(self.home).secrets), self.catalog.persons)
        for name, column in self.catalog.ledgers[ledger].columns.items():
            if column.read_of or name == ROW_NUMBER or (column.privacy == "sensitive" and column.type != "yesno"):
                continue
            values = [row.get(name) for row in rows]
            if column.privacy in HASHED:
                landed: Mapping[str, Sequence[Value]] = protected(name, column, values, protector)  # type: ignore[arg-type]  # what Parquet holds is typed
                yield from ((own, list(cells)) for own, cells in landed.items() if own.endswith("_hash"))
                continue
            read = [stated(self.catalog, name, column, value) for value in values]  # type: ignore[arg-type]
            for own in read[0] if read else ():
                if own != name or len(read[0]) == 1:  # of a word that stands for a code the code: the word is each office's own
                    yield own, [one[own] for one in read]
