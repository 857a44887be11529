"""The cells of one row, as the original shows them and as they were read: the last step from a figure to what somebody wrote."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from catalog.catalog import Catalog
from ingest.cells import Refused, Sheet, filed
from ingest.checked import CheckedTable, Typed
from ingest.checking import checked_workbook
from ingest.identifying import Delivery
from ingest.opening import open_file


@dataclass(frozen=True)
class TracedCell:
    """One cell under one declared column; `field` and `value` are None where the column is not declared, `text` where nothing stands."""

    cell: str
    header: str
    field: str | None
    text: str | None
    value: Typed


def trace_cells(content: bytes, delivery: Delivery, catalog: Catalog, sheet: str, row: int) -> tuple[TracedCell, ...]:
    """Open an original again and give the cells of one of its rows, in the order of the sheet; none when it has no such record.

    Persons and narratives are shown as written: for those who may see them.
    """
    workbook = open_file(content, delivery.path)
    if isinstance(workbook, Refused):
        return ()
    checked = checked_workbook(workbook, hashlib.sha256(content).hexdigest(), delivery, catalog)
    sheets = {one.name: one for one in workbook.sheets}
    tables = [table for table in checked.tables if table.sheet == sheet and any(record.row == row for record in table.records)]
    return tuple(cell for table in tables for cell in cells(table, sheets[sheet], row))


def cells(table: CheckedTable, sheet: Sheet, row: int) -> Iterator[TracedCell]:
    """The cells of a record's row; one that holds two facts is given once for each."""
    values = next(record.values for record in table.records if record.row == row)
    for column in table.columns:
        text = filed(sheet.shown(row, column.column)) or None
        for field in column.fields or (None,):
            yield TracedCell(sheet.called(row, column.column), column.header, field, text, values.get(field) if field else None)
