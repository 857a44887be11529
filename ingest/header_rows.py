"""Where a table's header stands, how many rows it takes, and what its columns are called."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from catalog.wording import Wording
from ingest.cells import Sheet
from ingest.looks import Line
from ingest.table import Header

IN_BRACKETS = re.compile(r"[（(]([^（）()]+)[）)]$")


@dataclass(frozen=True)
class HeaderPlace:
    """The rows of a header, and the row of units or of hints below it where there is one; `body` is the first row after all of them."""

    rows: tuple[int, ...]
    unit_row: int | None = None
    hint_row: int | None = None

    @property
    def body(self) -> int:
        """The first row that can be a record."""
        return max(self.rows[-1], self.unit_row or 0, self.hint_row or 0) + 1


def find_header(sheet: Sheet, lines: dict[int, Line], wording: Wording, first: int = 1) -> HeaderPlace | None:
    """The first header from a row on; None when no row reads like one."""
    top = next((row for row in range(first, len(sheet.rows) + 1) if lines[row].is_header), None)
    if top is None:
        return None
    rows = [top]
    while rows[-1] < len(sheet.rows) and continues(sheet, lines, rows):
        rows.append(rows[-1] + 1)
    below = lines.get(rows[-1] + 1)
    unit_row = below.row if below and is_units(below, wording) else None
    below = lines.get((unit_row or rows[-1]) + 1)
    return HeaderPlace(tuple(rows), unit_row, below.row if below and is_hint(below, wording) else None)


def continues(sheet: Sheet, lines: dict[int, Line], rows: list[int]) -> bool:
    """Whether the row below belongs to the header: a name is merged down into it, or names stand below a group that is merged across."""
    below = rows[-1] + 1
    line = lines[below]
    if line.is_blank or not all(isinstance(value, str) for value in line.filled):
        return False
    groups = [m for m in sheet.merged if m.first_row in rows]
    if any(m.last_row >= below for m in groups):
        return True
    across = [m for m in groups if m.last_row == rows[-1] and m.last_column > m.first_column]
    named = [column for column, value in enumerate(line.own, 1) if value]
    return bool(across) and all(any(m.first_column <= column <= m.last_column for m in across) for column in named)


def is_units(line: Line, wording: Wording) -> bool:
    """Nothing but units of measure."""
    return bool(line.texts) and all(text.strip("（）()") in wording.units_of_measure for text in line.texts)


def is_hint(line: Line, wording: Wording) -> bool:
    """Words that tell the clerk how to fill in the columns above."""
    return not line.is_single and line.begins_with(wording.hints)


def headers(sheet: Sheet, lines: dict[int, Line], place: HeaderPlace, wording: Wording) -> Iterator[Header]:
    """The named columns, stacked names joined by `/`."""
    for column in range(1, sheet.width + 1):
        names = dict.fromkeys(lines[row].shown[column - 1] for row in place.rows)
        name = "/".join(text for text in names if text)
        if name:
            yield Header(column, name, unit_of(name, wording) or unit_below(lines, place, column, wording))


def unit_of(name: str, wording: Wording) -> str | None:
    """The unit that stands in brackets at a name's end; None when there is none, or the brackets hold other words."""
    found = IN_BRACKETS.search(name)
    return wording.units_of_measure.get(found[1]) if found else None


def unit_below(lines: dict[int, Line], place: HeaderPlace, column: int, wording: Wording) -> str | None:
    """The unit that the row of units states for a column."""
    return wording.units_of_measure.get(lines[place.unit_row].shown[column - 1].strip("（）()")) if place.unit_row else None
