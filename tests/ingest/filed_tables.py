"""Tables as the finder hands them over, made from a few rows, so that a test shows only what matters to it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from catalog.catalog import load
from ingest.cells import Merged, Sheet, Value
from ingest.checked import CheckedTable
from ingest.identifying import Delivery
from ingest.judging import judge
from ingest.table import ControlTotal, FoundTable, Header, Note, Record, Skipped, Table

CATALOG = load()
HEADER_ROW = 3
UNIT_IN_BRACKETS = re.compile(r"[(（]([^()（）]+)[)）]$")

DISPUTE_TITLE = "昆都仑区2023年4月矛盾纠纷台账"
INFO = "填报单位：昆都仑区司法局（盖章）    填报月份：4月份    填报人：杜小满"
KUN_APRIL = Delivery("昆都仑区/昆区4月.xlsx", "150203", date(2023, 5, 5))


@dataclass(frozen=True)
class Filed:
    """A sheet with one table on it: title in row 1, info row 2, header in row 3, the body below, a total last."""

    sheet: Sheet
    table: Table

    def judged(self, delivery: Delivery = KUN_APRIL) -> CheckedTable:
        """The table under the ledger it is of."""
        checked = judge(FoundTable(self.sheet, self.table), 1, delivery, CATALOG)
        assert checked is not None
        return checked


def filed(  # noqa: PLR0913 - a test names only what matters to it
    headers: Sequence[str],
    *rows: Sequence[Value],
    title: str = DISPUTE_TITLE,
    info: str = INFO,
    name: str = "4月台账",
    totals: Mapping[str, str] | None = None,
    notes: Sequence[str] = (),
    merged: Sequence[Merged] = (),
    errors: Mapping[tuple[int, int], str] | None = None,
    unvalued: frozenset[tuple[int, int]] = frozenset(),
    struck: Mapping[tuple[int, int], str] | None = None,
    shifted: Mapping[int, int] | None = None,
) -> Filed:
    """A table of these headers and rows; `totals` by header."""
    first, last = HEADER_ROW + 1, HEADER_ROW + len(rows)
    stated = totals or {}
    body = [tuple(row) for row in rows] + [tuple(stated.get(header) for header in headers)] * bool(stated)
    grid = [padded((title,), headers), padded((info,), headers), tuple(headers), *body]
    beside = {"errors": dict(errors or {}), "struck": dict(struck or {})}
    sheet = Sheet(name, hidden=False, rows=tuple(grid), merged=tuple(merged), unvalued_formulas=unvalued, shifted=dict(shifted or {}), **beside)
    columns = range(1, len(headers) + 1)
    table = Table(
        sheet=name,
        header_rows=(HEADER_ROW,),
        first_row=first,
        last_row=last + bool(stated),
        headers=tuple(Header(column, re.sub(r"\s", "", header), unit_in(header)) for column, header in zip(columns, headers, strict=True)),
        records=tuple(Record(row, {column: sheet.shown(row, column) for column in columns}) for row in range(first, last + 1)),
        titles=(Note(1, title),) if title else (),
        infos=(Note(2, info),) if info else (),
        notes=tuple(Note(last + 3, note) for note in notes),
        skipped=tuple(Skipped(last + 3, "note", note) for note in notes),
        control_totals=tuple(ControlTotal(last + 1, list(headers).index(header) + 1, text) for header, text in stated.items()),
    )
    return Filed(sheet, table)


def padded(cells: tuple[Value, ...], headers: Sequence[str]) -> tuple[Value, ...]:
    """A row as wide as the table."""
    return cells + (None,) * (len(headers) - len(cells))


def unit_in(header: str) -> str | None:
    """The unit in a header's brackets."""
    found = UNIT_IN_BRACKETS.search(header)
    return CATALOG.wording.units_of_measure.get(found[1]) if found else None
