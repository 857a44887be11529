"""A workbook as xlsx, with the borders and merges of an office's own; no clock stands in it."""

from datetime import date, datetime
from pathlib import Path

from xlsxwriter import Workbook as Book
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from synthetic.filing.entry import Cell
from synthetic.offices.sheet import Sheet, Workbook, extent

MADE_AT = datetime(2023, 1, 1)  # noqa: DTZ001  # stands in every file instead of a clock
WIDEST, TITLE_HEIGHT, LINE_HEIGHT, BREAK = 50, 30, 13.5, "\n"
A4 = 9  # as spreadsheets number kinds of paper


class Pen:
    """Writes the cells of one sheet in the formats of its workbook."""

    def __init__(self, book: Book, sheet: Sheet) -> None:
        bordered = {"border": 1, "valign": "vcenter", "font_size": 10}
        self.page: Worksheet = book.add_worksheet(sheet.name)
        self.sheet = sheet
        self.title: Format = book.add_format({"bold": True, "font_size": 16, "align": "center", "valign": "vcenter"})
        self.line: Format = book.add_format({"font_size": 10, "valign": "vcenter"})
        self.header: Format = book.add_format({**bordered, "bold": True, "align": "center", "text_wrap": True})
        self.text: Format = book.add_format({**bordered, "text_wrap": True})
        self.number: Format = book.add_format({**bordered, "align": "center"})
        self.day: Format = book.add_format({**bordered, "num_format": sheet.date_format, "align": "center"})

    def style(self, row: int) -> Format | None:
        """The format of a row's cells, where it does not go by what each holds."""
        if row < self.sheet.title_rows:
            return self.line if row else self.title
        if row < self.sheet.header_rows:
            return self.header
        return self.line if row >= self.sheet.last_body_row else None

    def fill(self) -> None:
        """Every cell of the sheet, its widths, merges and hidden rows."""
        self.page.set_landscape()
        self.page.set_paper(A4)
        self.page.fit_to_pages(1, 0)
        if self.sheet.title_rows:
            self.page.set_row(0, TITLE_HEIGHT)
        for column, width in enumerate(self.sheet.widths):
            self.page.set_column(column, column, min(width, WIDEST))
        for first_row, first, last_row, last in self.sheet.merges:
            self.page.merge_range(first_row, first, last_row, last, None, self.style(first_row) or self.text)
        for row in self.sheet.hidden_rows:
            self.page.set_row(row, None, None, {"hidden": True})
        for row, cells in enumerate(self.sheet.rows):
            style = self.style(row)
            if self.sheet.header_rows <= row + 1 <= self.sheet.last_body_row and row not in self.sheet.hidden_rows and (lines := self.lines(cells)) > 1:
                self.page.set_row(row, lines * LINE_HEIGHT)
            for column, cell in enumerate(cells):
                self.put(row, column, cell, style)
        for row in range(len(self.sheet.rows), len(self.sheet.rows) + self.sheet.blank_rows):
            for column in range(len(self.sheet.widths)):
                self.page.write_blank(row, column, None, self.text)

    def lines(self, cells: list[Cell]) -> int:
        """How many lines the fullest cell of a row takes in its column."""
        found = 1
        for cell, width in zip(cells, self.sheet.widths, strict=False):
            if isinstance(cell, str) and (len(cell) * 2 > width or BREAK in cell):
                found = max(found, cell.count(BREAK) + 1, -(-extent(cell) // max(1, min(width, WIDEST) - 1)))
        return found

    def put(self, row: int, column: int, cell: Cell, style: Format | None) -> None:
        """One cell, by what it holds."""
        if cell is None:
            if style is None:
                self.page.write_blank(row, column, None, self.text)
        elif isinstance(cell, str):
            self.page.write_string(row, column, cell, style or self.text)
        elif isinstance(cell, date):
            self.page.write_datetime(row, column, datetime(cell.year, cell.month, cell.day), style or self.day)  # noqa: DTZ001  # a day of a spreadsheet has no zone
        else:
            self.page.write_number(row, column, cell, style or self.number)


def write(workbook: Workbook, target: Path) -> None:
    """Write one workbook."""
    book = Book(target, {"in_memory": True, "strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": MADE_AT})
    for sheet in workbook.sheets:
        Pen(book, sheet).fill()
    book.close()
