"""What is true, as Parquet: every record that an office without a mistake would file, ledger by ledger; and in which row of which file each is stated."""

from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from catalog.catalog import Catalog
from catalog.ledger import Ledger
from synthetic.filing.entry import Return, Value
from synthetic.offices.sheet import Workbook

ARROW = {
    "int": pa.int64(), "money": pa.int64(), "number": pa.float64(), "figure": pa.float64(),
    "date": pa.date32(), "month": pa.date32(), "yesno": pa.bool_(),
}  # fmt: skip

WHERE = pa.schema(
    [("ledger", pa.string()), ("period", pa.string()), ("file", pa.string()), ("record", pa.string()), ("row", pa.int32()), ("column", pa.int32())]
)


@dataclass
class Truth:
    """The true returns of one unit, as they are gathered and then written: one file per ledger and unit."""

    catalog: Catalog
    folder: Path
    rows: dict[str, list[dict[str, Value]]] = field(default_factory=dict)
    seen: dict[str, set[str]] = field(default_factory=dict)

    def add(self, asked: Return) -> None:
        """One true return: unit, period, the record's own key, and every column as its value."""
        of = {"unit_code": asked.unit.code, "period": asked.period.code}
        self.rows.setdefault(asked.ledger, []).extend({**of, "record": entry.key, **entry.values} for entry in asked.entries)
        self.seen.setdefault(asked.ledger, set()).update(entry.key for entry in asked.entries)

    @property
    def counts(self) -> dict[str, int]:
        """How many records there are of each ledger; one that stands in several returns counts once."""
        return {ledger: len(keys) for ledger, keys in self.seen.items()}

    def write(self, unit: str) -> None:
        """Write what was gathered of one unit."""
        for name, rows in self.rows.items():
            target = self.folder / name / f"{unit}.parquet"
            target.parent.mkdir(parents=True, exist_ok=True)
            pq.write_table(pa.Table.from_pylist(rows, schema=schema(self.catalog.ledgers[name])), target)


@dataclass
class Rows:
    """Which row of a unit's workbooks states which record: what a published row, which knows its file and its row, is compared by.

    A row that was added by mistake has a key of its own, which begins with that of the record it was made from.
    """

    folder: Path
    found: list[dict[str, str | int | None]] = field(default_factory=list)

    def add(self, asked: Return, workbook: Workbook) -> None:
        """The rows of one workbook."""
        of = {"ledger": asked.ledger, "period": asked.period.code, "file": workbook.path}
        self.found.extend({**of, "record": one.record, "row": one.row, "column": one.column} for sheet in workbook.sheets for one in sheet.records)

    def write(self, unit: str) -> None:
        """Write what was gathered of one unit."""
        self.folder.mkdir(parents=True, exist_ok=True)
        pq.write_table(pa.Table.from_pylist(self.found, schema=WHERE), self.folder / f"{unit}.parquet")


def schema(ledger: Ledger) -> pa.Schema:
    """The columns of a ledger's truth; codes, units and texts are texts."""
    common = [("unit_code", pa.string()), ("period", pa.string()), ("record", pa.string())]
    return pa.schema([*common, *((name, ARROW.get(column.type, pa.string())) for name, column in ledger.columns.items() if not column.read_of)])
