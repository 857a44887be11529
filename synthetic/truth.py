"""What is true, as Parquet: every record that an office without a mistake would file, ledger by ledger."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from catalog.catalog import Catalog
from catalog.ledger import Ledger
from synthetic.city.district import District
from synthetic.filing.ledgers import SOURCES
from synthetic.filing.periods import periods

ARROW = {
    "int": pa.int64(), "money": pa.int64(), "number": pa.float64(), "figure": pa.float64(),
    "date": pa.date32(), "month": pa.date32(), "yesno": pa.bool_(),
}  # fmt: skip


def write_truth(catalog: Catalog, district: District, folder: Path) -> None:
    """One file per ledger and unit: unit, period, the record's own key, and every column as its value."""
    for name, source in SOURCES.items():
        ledger = catalog.ledgers[name]
        rows = [
            {"unit_code": district.unit.code, "period": period.code, "record": entry.key, **entry.values}
            for period in periods(catalog, district, ledger)
            for entry in source(district, period)
        ]
        target = folder / name / f"{district.unit.code}.parquet"
        target.parent.mkdir(parents=True, exist_ok=True)
        pq.write_table(pa.Table.from_pylist(rows, schema=schema(ledger)), target)


def schema(ledger: Ledger) -> pa.Schema:
    """The columns of a ledger's truth; codes, units and texts are texts."""
    common = [("unit_code", pa.string()), ("period", pa.string()), ("record", pa.string())]
    return pa.schema([*common, *((name, ARROW.get(column.type, pa.string())) for name, column in ledger.columns.items() if not column.read_of)])
