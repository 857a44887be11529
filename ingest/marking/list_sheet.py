"""A list for a clerk as a sheet part: a title, two lines of words, headers, rows; one A4 page wide in print, the headers on each page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.cells import address
from ingest.marking.looks import Looks
from ingest.marking.text_size import lines
from ingest.marking.xml_bytes import escaped
from ingest.sheet_xml import Place

HEADER_ROW = 4
LINE_HEIGHT, ROW_MARGIN, TITLE_HEIGHT = 14.5, 4, 30  # in points
MOST_HEIGHT = 409  # of a row
MOST_TEXT = 32_000  # characters of a cell; Excel holds 32 767
MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT_MAIN = b"http://purl.oclc.org/ooxml/spreadsheetml/main"


@dataclass(frozen=True)
class Link:
    """Where a click on a cell leads: the column of the cell, the sheet and the place on it."""

    column: int
    sheet: str
    place: Place


@dataclass(frozen=True)
class ListRow:
    """A row: its texts behind the number that counts it, each with its format; `key` stands in the hidden column."""

    cells: tuple[tuple[str, int], ...]
    link: Link | None = None
    key: str | None = None


@dataclass(frozen=True)
class ListSheet:
    """A list. `widths` are those of the columns, in half-width characters.

    `key_header` names the hidden column behind them, where there is one; `memory` stands on top of that.
    """

    title: str
    words: tuple[str, str]
    headers: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[ListRow, ...]
    footer: str
    key_header: str | None = None
    memory: str = ""

    @property
    def keys(self) -> int:
        """The hidden column."""
        return len(self.widths) + 1


def list_sheet(made: ListSheet, looks: Looks, *, is_strict: bool = False) -> bytes:
    """The whole part."""
    rows = [*head(made, looks), *(body_row(number, row, made, looks) for number, row in enumerate(made.rows, 1))]
    links = b"".join(link(HEADER_ROW + number, row.link) for number, row in enumerate(made.rows, 1) if row.link)
    columns = b"".join(b'<col min="%d" max="%d" width="%d" customWidth="1"/>' % (at, at, width) for at, width in enumerate(made.widths, 1))
    hidden = b'<col min="%d" max="%d" width="9" hidden="1" customWidth="1"/>' % (made.keys, made.keys) if made.key_header else b""
    merged = b"".join(b'<mergeCell ref="A%d:%b"/>' % (row, address(row, len(made.widths)).encode()) for row in range(1, HEADER_ROW))
    first = address(HEADER_ROW + 1, len(made.widths)).encode()
    return b"".join((
        b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="%b">' % (STRICT_MAIN if is_strict else MAIN),
        b'<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView tabSelected="1" workbookViewId="0">',
        b'<pane ySplit="%d" topLeftCell="A%d" activePane="bottomLeft" state="frozen"/>' % (HEADER_ROW, HEADER_ROW + 1),
        b'<selection pane="bottomLeft" activeCell="%b" sqref="%b"/></sheetView></sheetViews>' % (first, first),
        b'<sheetFormatPr defaultRowHeight="15"/><cols>%b%b</cols>' % (columns, hidden),
        b'<sheetData>%b</sheetData><mergeCells count="%d">%b</mergeCells>' % (b"".join(rows), HEADER_ROW - 1, merged),
        b"<hyperlinks>%b</hyperlinks>" % links if links else b"",
        b'<printOptions horizontalCentered="1"/><pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>',
        b'<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
        b"<headerFooter><oddFooter>&amp;C%b</oddFooter></headerFooter></worksheet>" % escaped(made.footer),
    ))  # fmt: skip


def print_titles(sheet: str) -> str:
    """The row of headers, repeated on every printed page."""
    return f"{quoted(sheet)}!${HEADER_ROW}:${HEADER_ROW}"


def head(made: ListSheet, looks: Looks) -> Iterator[bytes]:
    """What stands above the rows: title, words, headers."""
    memory = [cell(1, made.keys, made.memory, looks.words)] if made.memory else []
    yield row(1, [cell(1, 1, made.title, looks.title), *memory], TITLE_HEIGHT)
    for number, text in enumerate(made.words, 2):
        yield row(number, [cell(number, 1, text, looks.words)], height([(text, sum(made.widths))]))
    headers = [cell(HEADER_ROW, column, text, looks.header) for column, text in enumerate(made.headers, 1)]
    key = [cell(HEADER_ROW, made.keys, made.key_header, looks.text)] if made.key_header else []
    yield row(HEADER_ROW, [*headers, *key], LINE_HEIGHT + ROW_MARGIN)


def body_row(number: int, body: ListRow, made: ListSheet, looks: Looks) -> bytes:
    """One row, counted."""
    at = HEADER_ROW + number
    cells = [cell(at, column, text, style) for column, (text, style) in enumerate(body.cells, 2)]
    key = [cell(at, made.keys, body.key, looks.text)] if body.key else []
    points = height([(text, width) for (text, _), width in zip(body.cells, made.widths[1:], strict=True)])
    return row(at, [number_cell(at, number, looks.centred), *cells, *key], points)


def row(number: int, cells: Sequence[bytes], points: float) -> bytes:
    """A row. Its height is a proposal: a longer answer makes it grow."""
    return b'<row r="%d" ht="%.1f">%b</row>' % (number, min(points, MOST_HEIGHT), b"".join(cells))


def cell(row_number: int, column: int, text: str, style: int) -> bytes:
    """A cell of words; inline and never a formula, whatever it begins with."""
    at = address(row_number, column).encode()
    if not text:
        return b'<c r="%b" s="%d"/>' % (at, style)
    return b'<c r="%b" s="%d" t="inlineStr"><is><t xml:space="preserve">%b</t></is></c>' % (at, style, escaped(text[:MOST_TEXT]))


def number_cell(row_number: int, number: int, style: int) -> bytes:
    """The cell that counts the rows."""
    return b'<c r="%b" s="%d"><v>%d</v></c>' % (address(row_number, 1).encode(), style, number)


def link(row_number: int, to: Link) -> bytes:
    """A link to a cell of another sheet."""
    place = escaped(f"{quoted(to.sheet)}!{address(*to.place)}", quotes=True)
    return b'<hyperlink ref="%b" location="%b" display="%b"/>' % (address(row_number, to.column).encode(), place, place)


def quoted(sheet: str) -> str:
    """A sheet's name as a reference writes it."""
    return "'" + sheet.replace("'", "''") + "'"


def height(texts: Sequence[tuple[str, int]]) -> float:
    """The height of a row whose texts wrap in columns of these widths, in points."""
    return max(lines(text, width) for text, width in texts) * LINE_HEIGHT + ROW_MARGIN
