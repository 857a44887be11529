"""Calling cells by the names that a person knows: of JSON by list, number and key, of a form read long by the cell of the form."""

from collections.abc import Iterable
from dataclasses import replace

from ingest.cells import Sheet
from ingest.checked import CheckedRecord, CheckedTable, Problem
from ingest.sheet_xml import ADDRESS, column_number


def as_called(table: CheckedTable, sheet: Sheet) -> CheckedTable:
    """A checked table with its places on the file as it came. A spreadsheet's own table is as it is."""
    if not sheet.keys and not sheet.origins:
        return table
    return replace(
        table,
        columns=tuple(replace(column, cell="") for column in table.columns),
        records=tuple(placed(record, sheet) for record in table.records),
        problems=tuple(problem_called(problem, sheet) for problem in table.problems),
        changed=tuple(replace(one, cell=cell(one.cell, sheet)) for one in table.changed),
        keys=sheet.keys,
    )


def placed(record: CheckedRecord, sheet: Sheet) -> CheckedRecord:
    """A record at its own row; of a form read long, at its own cell."""
    if not sheet.origins:
        return record
    row, column = sheet.origins[record.row - 1]
    return replace(record, row=row, column=column)


def problem_called(problem: Problem, sheet: Sheet) -> Problem:
    """A problem at its own place."""
    row = sheet.origins[problem.row - 1][0] if sheet.origins and problem.row else problem.row
    return replace(problem, row=row, cell=cell(problem.cell, sheet) if problem.cell else None, see_also=cells(problem.see_also, sheet))


def cells(addresses: Iterable[str], sheet: Sheet) -> tuple[str, ...]:
    """The names of several cells."""
    return tuple(cell(one, sheet) for one in addresses)


def cell(address: str, sheet: Sheet) -> str:
    """The name of the cell that lies at an address of the sheet."""
    found = ADDRESS.fullmatch(address)
    return sheet.called(int(found[2]), column_number(found[1].encode())) if found else address
