"""An extract as a workbook: the table that is signed, what its figures are, and what stands behind them. Equal content gives equal bytes."""

import io
from datetime import datetime, time

from xlsxwriter import Workbook

from reporting.content import Content
from reporting.list_sheets import write_basis, write_coverage
from reporting.looks import BODY_SIZE, Looks
from reporting.paper import Paper
from reporting.table_sheet import write_table

OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}  # no file on the way, and no text becomes anything else


def workbook(content: Content) -> bytes:
    """The whole package."""
    words, made = content.catalog.extract, io.BytesIO()
    plain = {"font_name": words.fonts.body, "font_size": BODY_SIZE}  # widths are counted in its figures
    with Workbook(made, OPTIONS | {"default_format_properties": plain}) as book:
        looks = Looks(book, words.fonts)
        created = datetime.combine(content.as_of, time())  # the library would take the clock
        book.set_properties({"title": content.title, "subject": content.month, "comments": content.published.version, "created": created})
        for name, write in ((words.table.sheet, write_table), (words.basis.sheet, write_basis), (words.coverage.sheet, write_coverage)):
            write(Paper(book.add_worksheet(name), looks), content)
    return made.getvalue()
