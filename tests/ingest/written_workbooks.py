"""Workbooks written by a library, from rows of values."""

import io
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from ingest.cells import Value


def workbook(*sheets: tuple[str, Sequence[Sequence[Value]]], hidden: str = "") -> bytes:
    """A workbook with these sheets, one of them perhaps hidden, as bytes."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets:
        sheet: Worksheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        sheet.sheet_state = "hidden" if name == hidden else "visible"
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()
