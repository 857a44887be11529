"""A workbook as xlsx, with the borders and merges of an office's own; no clock stands in it."""

from datetime import date, datetime
from pathlib import Path

from xlsxwriter import Workbook as Book
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from synthetic.filing.entry import Cell
from synthetic.offices.sheet import Sheet, Workbook
from synthetic.writing.heights import heights

MADE_AT = datetime(2023, 1, 1)  # noqa: DTZ001  # stands in every file instead of a clock
TITLE_HEIGHT = 30
A4 = 9  # as spreadsheets number kinds of paper
FONT = {"font_name": "宋体", "font_size": 10, "valign": "vcenter"}


class Pen:
    """Writes the cells of one sheet in the formats of its workbook."""

    def __init__(self, book: Book, sheet: Sheet) -> None:
        bordered = {**FONT, "border": 1}
        in_the_middle = {**bordered, "align": "center"}
        self.page: Worksheet = book.add_worksheet(sheet.name)
        self.sheet = sheet
        self.title: Format = book.add_format({**FONT, "bold": True, "font_size": 16, "align": "center"})
        self.line: Format = book.add_format(FONT)
        self.header: Format = book.add_format({**in_the_middle, "bold": True, "text_wrap": True})
        self.text: Format = book.add_format({**(in_the_middle if sheet.is_form else bordered), "text_wrap": True})
        self.number: Format = book.add_format(in_the_middle)
        self.day: Format = book.add_format({**in_the_middle, "num_format": sheet.date_format})

    def style(self, row: int) -> Format | None:
        """The format of a row's cells, where it does not go by what each holds."""
        if row < self.sheet.header_rows and len(self.sheet.rows[row]) > 1:
            return self.header
        if row < self.sheet.title_rows:
            return self.line if row else self.title
        return self.line if row >= self.sheet.last_body_row else None

    def fill(self) -> None:
        """Every cell of the sheet, its widths, heights, merges and hidden rows."""
        self.page.set_landscape()
        self.page.set_paper(A4)
        self.page.fit_to_pages(1, 0)
        if self.sheet.title_rows:
            self.page.set_row(0, TITLE_HEIGHT)
        for column, width in enumerate(self.sheet.widths):
            self.page.set_column(column, column, width)
        for row, height in heights(self.sheet).items():
            self.page.set_row(row, height)
        for first_row, first, last_row, last in self.sheet.merges:
            self.page.merge_range(first_row, first, last_row, last, None, self.style(first_row) or self.text)
        for row in self.sheet.hidden_rows:
            self.page.set_row(row, None, None, {"hidden": True})
        for row, cells in enumerate(self.sheet.rows):
            style = self.style(row)
            for column, cell in enumerate(cells):
                self.put(row, column, cell, style)
            if style is None and len(cells) > 1:
                self.blank(row, len(cells))
        for row in range(len(self.sheet.rows), len(self.sheet.rows) + self.sheet.blank_rows):
            self.blank(row, 0)

    def blank(self, row: int, first: int) -> None:
        """Empty cells with borders, up to the last column."""
        for column in range(first, len(self.sheet.widths)):
            self.page.write_blank(row, column, None, self.text)

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
