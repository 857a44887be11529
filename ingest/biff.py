"""An old workbook, xls or what WPS keeps in an et: values, merged ranges, hidden rows and number formats, all read by xlrd."""

import io
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import time, timedelta
from functools import cached_property

import xlrd
from xlrd.biffh import XLRDError
from xlrd.book import Book
from xlrd.compdoc import CompDocError
from xlrd.sheet import Cell
from xlrd.sheet import Sheet as XlrdSheet
from xlrd.xldate import xldate_as_datetime

from ingest.area import Extent, are_within, merged_inside
from ingest.cells import Merged, Sheet, Value, Workbook
from ingest.limits import Limits
from ingest.number_format import tells
from ingest.recognising import Kind
from ingest.unreadable import UnreadableError, too_large

# What xlrd raises on streams that were changed or cut: its own errors, and whatever the broken bytes lead it to.
XLRD_FAULTS = (
    XLRDError, CompDocError, struct.error, ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError,
)  # fmt: skip
ENCRYPTED = "Workbook is encrypted"
BIFF8 = 80  # from here on texts are Unicode
NO_CODEPAGE = (None, 1252)  # what libraries wrote that did not know of any, whatever the texts were
OF_OFFICES = "gb18030"
EMPTY = (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK)
PLAIN = frozenset((*EMPTY, xlrd.XL_CELL_TEXT, xlrd.XL_CELL_NUMBER))  # cells whose value is what xlrd gives
CALENDAR = 2_958_466  # days from 1900 to the end of 9999, where a spreadsheet's calendar ends
ELAPSED = ("[h", "[m", "[s")  # a format of hours that go on counting

Place = tuple[int, int]  # row and column, counted from 1


class Nowhere(io.TextIOBase):
    """Where xlrd's remarks on odd records go, while it opens a workbook and while it reads its sheets: they are of no use to a clerk."""

    def write(self, text: str, /) -> int:
        """Say that it was written."""
        return len(text)


@dataclass(frozen=True)
class Styles:
    """How cells are shown: the number format and the font of each style, and from which year days are counted."""

    formats: tuple[str, ...]
    fonts: tuple[int, ...]  # the number of each style's font
    struck_fonts: frozenset[int]  # those whose characters are struck out
    is_1904: bool  # as old programs on the Macintosh did

    @cached_property
    def telling(self) -> dict[int, str]:
        """The styles whose number format changes what is shown, with the format."""
        return {style: code for style, code in enumerate(self.formats) if tells(code)}


def read_workbook(content: bytes, kind: Kind, limits: Limits) -> Workbook:
    """The workbook, xls or et by `kind`. UnreadableError: `damaged`, `encrypted`, `bomb`, `too_large`, or `unsupported` where it has no sheet of cells."""
    try:
        return Workbook(kind, tuple(sheets_of(book_of(content), limits)))
    except XLRD_FAULTS as error:
        raise UnreadableError("encrypted" if str(error) == ENCRYPTED else "damaged") from error


def book_of(content: bytes) -> Book:
    """The workbook as xlrd knows it, its sheets not yet read. One of XLRD_FAULTS where it is broken."""
    book = opened(content)
    is_unmarked = book.biff_version < BIFF8 and book.codepage in NO_CODEPAGE
    return opened(content, OF_OFFICES) if is_unmarked else book


def opened(content: bytes, encoding: str | None = None) -> Book:
    """The workbook with its texts in an encoding, else in the one it states."""
    return xlrd.open_workbook(logfile=Nowhere(), file_contents=content, encoding_override=encoding, formatting_info=True, on_demand=True, ragged_rows=True)


def sheets_of(book: Book, limits: Limits) -> Iterator[Sheet]:
    """The worksheets in their order, each let go before the next; sheets of charts and macros are none."""
    if not book.nsheets:
        raise UnreadableError("unsupported", kind="macro_only")
    if book.nsheets > limits.sheets:
        raise too_large("sheets", book.nsheets, limits.sheets)
    styles = styles_of(book)
    extents: list[Extent] = []
    for number in range(book.nsheets):
        found = book.sheet_by_index(number)
        extents.append(extent_of(found))
        if not are_within(extents, limits):
            raise UnreadableError("bomb", kind="area")
        yield sheet_of(found, extents[-1], styles, limits)
        book.unload_sheet(number)


def styles_of(book: Book) -> Styles:
    """The styles of a workbook."""
    return Styles(
        formats=tuple(book.format_map[style.format_key].format_str for style in book.xf_list),
        fonts=tuple(style.font_index for style in book.xf_list),
        struck_fonts=frozenset(number for number, font in enumerate(book.font_list) if font.struck_out),
        is_1904=bool(book.datemode),
    )


def extent_of(sheet: XlrdSheet) -> Extent:
    """How far the cells reach that hold anything."""
    widths = [width_of(sheet.row_types(row)) for row in range(sheet.nrows)]
    rows = max((row for row, width in enumerate(widths, 1) if width), default=0)
    return Extent(rows, max(widths, default=0))


def width_of(types: Sequence[int]) -> int:
    """The number of a row's last cell that holds anything; none: 0."""
    return next((column for column in range(len(types), 0, -1) if types[column - 1] not in EMPTY), 0)


def sheet_of(sheet: XlrdSheet, extent: Extent, styles: Styles, limits: Limits) -> Sheet:
    """A sheet with all that is known beside its values."""
    rows = [values_of(sheet, row, styles) for row in range(extent.rows)]
    struck = dict(take_out_struck(sheet, rows, styles)) if styles.struck_fonts else {}
    grid = tuple(padded(row, extent.columns) for row in rows)
    merged = (Merged(top + 1, left + 1, bottom, right) for top, bottom, left, right in sheet.merged_cells)
    return Sheet(
        name=sheet.name,
        hidden=bool(sheet.visibility),
        rows=grid,
        merged=merged_inside(merged, grid, limits),
        hidden_rows=frozenset(row + 1 for row, facts in sheet.rowinfo_map.items() if facts.hidden),
        errors=dict(errors_of(sheet, extent)),
        struck=struck,
        formats=dict(formats_of(sheet, extent, styles.telling)) if styles.telling else {},
    )


# Values --------------------------------------------------------------------------------------------------------------


def padded(values: list[Value], columns: int) -> tuple[Value, ...]:
    """A row as wide as its sheet."""
    return (*values[:columns], *("",) * (columns - len(values)))


def values_of(sheet: XlrdSheet, row: int, styles: Styles) -> list[Value]:
    """The values of a row, from its first cell to its last."""
    types, values = sheet.row_types(row), sheet.row_values(row)
    if PLAIN.issuperset(types):
        return list(values)
    return [value if kind in PLAIN else typed(sheet.cell(row, column), styles) for column, (kind, value) in enumerate(zip(types, values, strict=True))]


def typed(cell: Cell, styles: Styles) -> Value:
    """The value of a cell that is no text and no mere number; an error value is nothing."""
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return bool(cell.value)
    if cell.ctype == xlrd.XL_CELL_DATE:
        return moment(float(cell.value), styles.formats[cell.xf_index or 0], is_1904=styles.is_1904)
    return ""


def moment(days: float, code: str, *, is_1904: bool) -> Value:
    """What a number under a format of dates is: a day, a time of day, both, or a duration; outside the calendar it stays a number."""
    if not 0 <= days < CALENDAR:
        return days
    if any(mark in code.lower() for mark in ELAPSED):
        return timedelta(days=days)
    found = xldate_as_datetime(days, 1 if is_1904 else 0)
    if days < 1:
        return found.time()
    return found.date() if found.time() == time() else found


def take_out_struck(sheet: XlrdSheet, rows: Sequence[list[Value]], styles: Styles) -> Iterator[tuple[Place, str]]:
    """Take the characters that are struck out from texts of several fonts; gives those texts as they were, with their places."""
    for (row, column), runs in sheet.rich_text_runlist_map.items():
        whole, first = str(sheet.cell_value(row, column)), styles.fonts[sheet.cell_xf_index(row, column)]
        ends = [*(start for start, _ in runs), len(whole)]
        fonts = [first, *(font for _, font in runs)]
        rest = "".join(whole[start:end] for start, end, font in zip([0, *ends], ends, fonts, strict=False) if font not in styles.struck_fonts)
        if rest != whole:
            rows[row][column] = rest
            yield (row + 1, column + 1), whole


# Beside the values ---------------------------------------------------------------------------------------------------


def errors_of(sheet: XlrdSheet, extent: Extent) -> Iterator[tuple[Place, str]]:
    """The error values, with their places."""
    for row in range(extent.rows):
        types = sheet.row_types(row)
        for column, kind in enumerate(types, 1) if xlrd.XL_CELL_ERROR in types else ():
            if kind == xlrd.XL_CELL_ERROR:
                yield (row + 1, column), xlrd.error_text_from_code[int(sheet.cell_value(row, column - 1))]


def formats_of(sheet: XlrdSheet, extent: Extent, telling: dict[int, str]) -> Iterator[tuple[Place, str]]:
    """The cells under a number format that tells something, with the format."""
    for row in range(extent.rows):
        for column, kind in enumerate(sheet.row_types(row)):
            if kind not in EMPTY and (code := telling.get(sheet.cell_xf_index(row, column))):
                yield (row + 1, column + 1), code
