"""A sheet that is printed: A4 across, one page wide, its head on each page; and the cells that are put on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from xlsxwriter.worksheet import Worksheet

from reporting.looks import Look, Looks

A4 = 9
MARGINS = {"left": 0.4, "right": 0.4, "top": 0.5, "bottom": 0.5}  # inches

Put = tuple[str | Decimal | int, Look]  # what is put into a cell, and how it looks


class Area(NamedTuple):
    """One cell, or several merged into one; rows and columns from 0."""

    row: int
    column: int
    last_row: int
    last_column: int

    @classmethod
    def cell(cls, row: int, column: int) -> "Area":
        """One cell."""
        return cls(row, column, row, column)

    @classmethod
    def across(cls, row: int, columns: range) -> "Area":
        """The cells of some columns of one row."""
        return cls(row, columns.start, row, columns.stop - 1)


@dataclass(frozen=True)
class Paper:
    """One sheet of the workbook."""

    sheet: Worksheet
    looks: Looks

    def put(self, area: Area, value: str | Decimal | int, look: Look) -> None:
        """Put a text or a number into a cell. Texts are texts, whatever they begin with; numbers are numbers, however they are shown."""
        made = self.looks.of(look, value if isinstance(value, str) else "")
        if (area.row, area.column) != (area.last_row, area.last_column):
            self.sheet.merge_range(*area, "", made)
        if isinstance(value, str):
            self.sheet.write_string(area.row, area.column, value, made)
        else:
            self.sheet.write_number(area.row, area.column, float(value), made)

    def set_up(self, head: range, widths: Sequence[float], footer: str) -> None:
        """How it is printed: `head` are the rows that stand on each page, and stay when one scrolls."""
        self.sheet.set_landscape()
        self.sheet.set_paper(A4)
        self.sheet.set_margins(**MARGINS)
        self.sheet.center_horizontally()
        self.sheet.fit_to_pages(1, 0)
        self.sheet.repeat_rows(head.start, head.stop - 1)
        self.sheet.freeze_panes(head.stop, 1)
        self.sheet.set_footer(f"&C{footer}")
        self.sheet.hide_gridlines(2)
        for column, width in enumerate(widths):
            self.sheet.set_column(column, column, width)
