"""Control totals: what a sheet says its rows add up to, against the rows."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from catalog.ledger import Column, Ledger
from ingest.checked import CheckedRecord, Problem
from ingest.notation import FEN_PER, YUAN
from ingest.problems import Facts, Place
from ingest.rows import Rows, Spot
from ingest.table import ControlTotal, Table
from ingest.typed import Target, read_by_type


def check_totals(table: Table, rows: Rows, ledger: Ledger) -> Iterator[Problem]:
    """A problem for each stated total that its rows do not add up to. Rows that repeat another are counted: the sheet has added them too."""
    summed = {named.header.column: field for field, named in rows.naming.fields.items() if is_summed(ledger.columns[field])}
    for total in table.control_totals:
        field = summed.get(total.column)
        if field is None:
            continue
        column, named = ledger.columns[field], rows.naming.fields[field]
        target = Target(column, named.header.unit, rows.body.frame)
        stated = read_by_type(total.text, target).value
        sums = [added(part, field) for part in parts(total, table, rows.records)]
        if isinstance(stated, int | float) and Decimal(str(stated)) not in sums:
            yield mismatch(total, field, in_unit(sums[0], target), rows)


def is_summed(column: Column) -> bool:
    """Whether a column adds up: an amount, or a count of something; running numbers do not."""
    return column.type == "money" or (column.type in ("int", "number") and column.unit is not None)


def parts(total: ControlTotal, table: Table, records: tuple[CheckedRecord, ...]) -> Iterator[tuple[CheckedRecord, ...]]:
    """The rows a total may add up: all of them, or those since the total above it (a sub-total)."""
    yield records
    above = max((other.row for other in table.control_totals if other.row < total.row), default=0)
    section = tuple(record for record in records if above < record.row < total.row)
    if section:
        yield section


def added(records: Iterable[CheckedRecord], field: str) -> Decimal:
    """The sum of a column; what does not count adds nothing."""
    return sum((Decimal(str(value)) for record in records if isinstance(value := record.values[field], int | float)), Decimal())


def in_unit(amount: Decimal, target: Target) -> str:
    """A sum as the column would write it: money in the column's unit, not in fen."""
    factor = FEN_PER[target.unit or YUAN] if target.column.type == "money" else 1
    return f"{(amount / factor).normalize():f}"


def mismatch(total: ControlTotal, field: str, expected: str, rows: Rows) -> Problem:
    """The problem at the total, beside the cells that could not be added, else the first and last that were."""
    header = rows.naming.fields[field].header
    unread = [record for record in rows.records if field in record.problem_fields]
    beside = [rows.place(Spot(record, field)).cell for record in unread or (rows.records[:1] + rows.records[-1:])]
    place = Place(rows.body.sheet.name, total.row, header.column, field)
    facts = Facts(total.text, header.name, expected=expected)
    return rows.body.say.problem("total_mismatch", place, facts, see_also=[cell for cell in beside if cell])
