"""Rows of delimited text with more fields than the table has columns: a delimiter stands in a text, and what follows it lies one column too far right.

Nobody can know which of the delimiters it is, so none of the row counts.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ingest.cells import Sheet
from ingest.checked import CheckedRecord, Problem
from ingest.problems import Facts, Place, Sentences
from ingest.table import Table

CODE = "row_shifted"


def without_shifted(records: Iterable[CheckedRecord], sheet: Sheet) -> tuple[CheckedRecord, ...]:
    """The records, a shifted one without its values."""
    return tuple(emptied(record) if record.row in sheet.shifted else record for record in records)


def emptied(record: CheckedRecord) -> CheckedRecord:
    """A record of which something was filed and nothing counts."""
    filled = tuple(field for field, value in record.values.items() if value is not None)
    return replace(record, values=dict.fromkeys(record.values), problem_fields=(*record.problem_fields, *filled), is_blocked=True)


def shifted_problems(table: Table, sheet: Sheet, say: Sentences) -> tuple[Problem, ...]:
    """A problem for each shifted row of a table."""
    rows = [record.row for record in table.records if record.row in sheet.shifted]
    return tuple(say.problem(CODE, Place(sheet.name, row, 1), Facts(str(sheet.shifted[row]), expected=str(len(table.headers)))) for row in rows)


def of_whole_rows(problems: Sequence[Problem], sheet: Sheet) -> tuple[Problem, ...]:
    """The problems without those of single cells in shifted rows: they have but one cause."""
    return tuple(problem for problem in problems if problem.row not in sheet.shifted)
