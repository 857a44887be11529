"""What is true, as Parquet: every record that an office without a mistake would file, ledger by ledger."""

from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from catalog.catalog import Catalog
from catalog.ledger import Ledger
from synthetic.filing.entry import Return, Value

ARROW = {
    "int": pa.int64(), "money": pa.int64(), "number": pa.float64(), "figure": pa.float64(),
    "date": pa.date32(), "month": pa.date32(), "yesno": pa.bool_(),
}  # fmt: skip


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


def schema(ledger: Ledger) -> pa.Schema:
    """The columns of a ledger's truth; codes, units and texts are texts."""
    common = [("unit_code", pa.string()), ("period", pa.string()), ("record", pa.string())]
    return pa.schema([*common, *((name, ARROW.get(column.type, pa.string())) for name, column in ledger.columns.items() if not column.read_of)])
