"""HTML tables, as old web systems export them under the name of a workbook: the innermost tables of the page, one below another, as cells of one sheet."""

import re
from collections.abc import Iterator

from lxml import etree, html

from ingest.area import Extent, are_within, merged_inside
from ingest.cells import Merged, Sheet, Workbook
from ingest.encodings import text_of
from ingest.limits import Limits
from ingest.unreadable import UnreadableError, too_large

SHEET = "html"  # the name of a sheet that has none
TABLE, TABLE_ENDS = "<table", "</table"
LINE_BREAK = "br"
WHITE_SPACE, SEVERAL_BLANKS = re.compile(r"[ \t\r\n\f]+"), re.compile(" {2,}")
MOST_SPANNED = 1_000  # columns or rows; browsers take no more columns
Cells = dict[tuple[int, int], str]


def read_workbook(content: bytes, limits: Limits) -> Workbook:
    """The page's tables as a workbook of one sheet. UnreadableError: `damaged` where it ends within one, `bomb`, `unsupported` where it has none."""
    text = text_of(content)
    lowered = text.characters.lower() if text else ""
    if not text or TABLE not in lowered:
        raise UnreadableError("unsupported", kind="html")
    if not text.is_whole or lowered.count(TABLE_ENDS) < lowered.count(TABLE):
        raise UnreadableError("damaged", kind="cut_off")
    if (cells := lowered.count("<td") + lowered.count("<th")) > limits.cells:
        raise too_large("cells", cells, limits.cells)
    return Workbook("html", (sheet(tables(text.characters), limits),))


def tables(text: str) -> list[etree._Element]:
    """The tables that hold no other table: those around them only lay out the page."""
    page = html.document_fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8", huge_tree=True))  # whatever it says of its own encoding
    return [table for table in page.iter("table") if table.find(".//table") is None]


def sheet(found: list[etree._Element], limits: Limits) -> Sheet:
    """The tables on one sheet, an empty row between two of them."""
    if sum(span(cell, "colspan") for table in found for cell in table.iter("td", "th")) > limits.cells:
        raise UnreadableError("bomb", kind="area")
    cells: Cells = {}
    merged: list[Merged] = []
    top = 1
    for table in found:
        rows = list(table.iter("tr"))
        lay_out(rows, top, cells, merged)
        top += len(rows) + 1
    extent = Extent(max((row for row, _ in cells), default=0), max((column for _, column in cells), default=0))
    if not are_within([extent], limits):
        raise UnreadableError("bomb", kind="area")
    grid = tuple(tuple(cells.get((row, column), "") for column in range(1, extent.columns + 1)) for row in range(1, extent.rows + 1))
    return Sheet(SHEET, hidden=False, rows=grid, merged=merged_inside(merged, grid, limits))


def lay_out(rows: list[etree._Element], top: int, cells: Cells, merged: list[Merged]) -> None:
    """Put the cells of a table into the grid, each into the first column of its row that no cell from above or from the left takes up."""
    taken: dict[int, int] = {}  # column: the last row that a cell from above takes up
    for number, row in enumerate(rows, top):
        column = 1
        for cell in row.iterchildren("td", "th"):
            while taken.get(column, 0) >= number:
                column += 1
            width, height = span(cell, "colspan"), span(cell, "rowspan")
            last_row = min(number + height - 1, top + len(rows) - 1)
            if words := shown(cell):
                cells[number, column] = words
            if width > 1 or last_row > number:
                merged.append(Merged(number, column, last_row, column + width - 1))
                taken |= dict.fromkeys(range(column, column + width), last_row)
            column += width


def span(cell: etree._Element, name: str) -> int:
    """How many columns or rows a cell takes up; what is no such number is one, as browsers take it."""
    stated = (cell.get(name) or "").strip()
    return min(max(int(stated), 1), MOST_SPANNED) if stated.isascii() and stated.isdigit() else 1


def shown(cell: etree._Element) -> str:
    """The text of a cell as a browser shows it: white space as one blank, a line break where one is asked for."""
    return "\n".join(SEVERAL_BLANKS.sub(" ", line).strip(" ") for line in "".join(pieces(cell)).split("\n"))


def pieces(element: etree._Element) -> Iterator[str]:
    """The texts within an element, in order."""
    yield in_one_line(element.text)
    for child in element:
        if child.tag == LINE_BREAK:
            yield "\n"
        elif isinstance(child.tag, str):
            yield from pieces(child)
        yield in_one_line(child.tail)


def in_one_line(text: str | None) -> str:
    """A text with its line breaks and tabs, which only lay out the source, as blanks; a blank that must not break is no white space."""
    return WHITE_SPACE.sub(" ", text or "")
