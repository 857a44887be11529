"""Our own sheet: what to put right, a line for each kind of mistake, each with a link to its first cell and a cell to answer in. As an XML part."""

from collections.abc import Iterator, Sequence

from catalog.marking import MarkingWords
from ingest.cells import address
from ingest.marking.looks import Looks
from ingest.marking.mark import Line, Marking
from ingest.marking.text_size import lines
from ingest.marking.xml_bytes import escaped

WIDTHS = (6, 9, 10, 28, 36, 28, 34, 8, 36)  # of the columns, in half-width characters
KEYS = 10  # the hidden column behind them: by it a line is known again when the workbook comes back
LINKS = 3  # the column of links: short texts, since LibreOffice wraps no link
HEADER_ROW = 4
LINE_HEIGHT, ROW_MARGIN, TITLE_HEIGHT = 14.5, 4, 30  # in points
MOST_HEIGHT = 409  # of a row
MOST_TEXT = 32_000  # characters of a cell; Excel holds 32 767
KEY_HEADER = "fengqiao:1"  # says that the sheet is ours, and how its keys are made
MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT_MAIN = b"http://purl.oclc.org/ooxml/spreadsheetml/main"


def first_sheet(marking: Marking, words: MarkingWords, looks: Looks, *, is_strict: bool = False, is_selected: bool = True) -> bytes:
    """The whole part."""
    rows = [*head(marking, words, looks), *(line_row(number, line, words, looks) for number, line in enumerate(marking.lines, 1))]
    links = b"".join(link(HEADER_ROW + number, line) for number, line in enumerate(marking.lines, 1) if line.sheet and line.at)
    columns = b"".join(b'<col min="%d" max="%d" width="%d" customWidth="1"/>' % (at, at, width) for at, width in enumerate(WIDTHS, 1))
    merged = b"".join(b'<mergeCell ref="A%d:%b"/>' % (row, last_of(row)) for row in range(1, HEADER_ROW))
    return b"".join((
        b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="%b">' % (STRICT_MAIN if is_strict else MAIN),
        b'<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
        b'<sheetViews><sheetView %bworkbookViewId="0"><pane ySplit="%d" topLeftCell="A%d" activePane="bottomLeft" state="frozen"/>'
        % (b'tabSelected="1" ' if is_selected else b"", HEADER_ROW, HEADER_ROW + 1),
        b'<selection pane="bottomLeft" activeCell="%b" sqref="%b"/></sheetView></sheetViews>' % ((address(HEADER_ROW + 1, len(WIDTHS)).encode(),) * 2),
        b'<sheetFormatPr defaultRowHeight="15"/><cols>%b<col min="%d" max="%d" width="9" hidden="1" customWidth="1"/></cols>' % (columns, KEYS, KEYS),
        b'<sheetData>%b</sheetData><mergeCells count="%d">%b</mergeCells>' % (b"".join(rows), HEADER_ROW - 1, merged),
        b"<hyperlinks>%b</hyperlinks>" % links if links else b"",
        b'<printOptions horizontalCentered="1"/><pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>',
        b'<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
        b"<headerFooter><oddFooter>&amp;C%b</oddFooter></headerFooter></worksheet>" % escaped(words.print_title),
    ))  # fmt: skip


def print_titles(sheet: str) -> str:
    """The row of headers, repeated on every printed page."""
    return f"{quoted(sheet)}!${HEADER_ROW}:${HEADER_ROW}"


def head(marking: Marking, words: MarkingWords, looks: Looks) -> Iterator[bytes]:
    """What stands above the lines: title, counts, how to go on; and the headers."""
    yield row(1, [cell(1, 1, words.title, looks.title)], TITLE_HEIGHT)
    for number, text in ((2, marking.summary), (3, words.how_to)):
        yield row(number, [cell(number, 1, text, looks.words)], height([(text, sum(WIDTHS))]) + ROW_MARGIN)
    headers = [cell(HEADER_ROW, column, text, looks.header) for column, text in enumerate(words.columns.model_dump().values(), 1)]
    yield row(HEADER_ROW, [*headers, cell(HEADER_ROW, KEYS, KEY_HEADER, looks.text)], LINE_HEIGHT + ROW_MARGIN)


def line_row(number: int, line: Line, words: MarkingWords, looks: Looks) -> bytes:
    """One line."""
    at = HEADER_ROW + number
    page = words.page.format(page=line.page)
    shown = (
        (words.severities[line.severity], looks.severities[line.severity]),
        (line.jump, looks.link if line.sheet and line.at else looks.centred),
        (line.place, looks.text),
        (line.wrong, looks.text),
        (line.should_be, looks.text),
        (line.remedy, looks.text),
        (page, looks.centred),
        (line.explanation, looks.answer),
    )
    cells = [cell(at, column, text, style) for column, (text, style) in enumerate(shown, 2)]
    points = height([(text, width) for (text, _), width in zip(shown, WIDTHS[1:], strict=True)]) + ROW_MARGIN
    return row(at, [number_cell(at, number, looks.centred), *cells, cell(at, KEYS, line.key, looks.text)], points)


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
    """The cell that counts the lines."""
    return b'<c r="%b" s="%d"><v>%d</v></c>' % (address(row_number, 1).encode(), style, number)


def link(row_number: int, line: Line) -> bytes:
    """The link of a line to its first cell."""
    place = f"{quoted(line.sheet or '')}!{address(*(line.at or (1, 1)))}"
    return b'<hyperlink ref="%b" location="%b" display="%b"/>' % (address(row_number, LINKS).encode(), *(escaped(place, quotes=True),) * 2)


def quoted(sheet: str) -> str:
    """A sheet's name as a reference writes it."""
    return "'" + sheet.replace("'", "''") + "'"


def last_of(row_number: int) -> bytes:
    """The last cell of a row that anybody sees."""
    return address(row_number, len(WIDTHS)).encode()


def height(texts: Sequence[tuple[str, int]]) -> float:
    """The height of a row whose texts wrap in columns of these widths, in points."""
    return max(lines(text, width) for text, width in texts) * LINE_HEIGHT
