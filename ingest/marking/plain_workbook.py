"""A workbook of our own, as small as the format allows: the same cells under the same addresses, for files that are no package (xls, csv, html).

Written by hand rather than with a library: it is then marked like any other, and equal cells give equal bytes.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from catalog.formula import SIGNS
from ingest.cells import Sheet, Value, Workbook, address, filed
from ingest.marking.package_parts import deflated
from ingest.marking.text_size import units
from ingest.marking.xml_bytes import escaped
from ingest.zip_members import archive_of

MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = b"application/vnd.openxmlformats-package.relationships+xml"
OFFICE = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = b"http://schemas.openxmlformats.org/package/2006"
KIND = b"application/vnd.openxmlformats-officedocument.spreadsheetml"
ALIGNMENT = b'<alignment vertical="top" wrapText="1"/>'
HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001  # day 0 of a spreadsheet, whose days have no zone
SECONDS_A_DAY = 86_400
PLAIN, DAY, MOMENT, CLOCK, SPAN, QUOTED = range(6)  # the formats that every copy has; those of its cells stand behind them
USUAL_FORMATS = ("yyyy-mm-dd", "yyyy-mm-dd hh:mm:ss", "hh:mm:ss", "[h]:mm:ss")  # of a day, a moment, a time of day, a span
OWN_NUMBER_FORMAT = 164  # lower numbers are built in
NARROWEST, WIDEST, LOOKED_AT = 6, 48, 200  # columns, in half-width characters; rows by which their widths are chosen
LONGEST_NAME = 31  # of a sheet


@dataclass(frozen=True)
class NewSheet:
    """A sheet to be written: its name, whether it is hidden, its part."""

    name: str
    hidden: bool
    part: bytes


def copied(workbook: Workbook, font: str) -> bytes:
    """The cells of a workbook as an xlsx package, written in a font."""
    codes = sorted({code for sheet in workbook.sheets for code in sheet.formats.values()})
    styles = {code: QUOTED + 1 + number for number, code in enumerate(codes)}
    sheets = [NewSheet(sheet.name[:LONGEST_NAME], sheet.hidden, sheet_part(under_keys(sheet), styles)) for sheet in workbook.sheets]
    return package(sheets, styles_part(font, codes))


def under_keys(sheet: Sheet) -> Sheet:
    """A sheet whose rows are objects with the keys above them; every other sheet as it is."""
    return replace(sheet, rows=(sheet.keys, *sheet.rows)) if sheet.keys else sheet


def package(sheets: Sequence[NewSheet], styles: bytes, names: bytes = b"") -> bytes:
    """A package of these sheets and styles; `names` are its defined names."""
    kinds = [(b"worksheet", b"worksheets/sheet%d.xml" % number) for number in range(1, len(sheets) + 1)] + [(b"styles", b"styles.xml")]
    relations = b"".join(relation(number, kind, target) for number, (kind, target) in enumerate(kinds, 1))
    declared = b"".join(override(target, kind) for kind, target in [*kinds, (b"sheet.main", b"workbook.xml")])
    parts = {
        "[Content_Types].xml": b'<Types xmlns="%b/content-types"><Default Extension="rels" ContentType="%b"/>'
        b'<Default Extension="xml" ContentType="application/xml"/>%b</Types>' % (PACKAGE, RELATIONS, declared),
        "_rels/.rels": b'<Relationships xmlns="%b/relationships">%b</Relationships>' % (PACKAGE, relation(1, b"officeDocument", b"xl/workbook.xml")),
        "xl/workbook.xml": b'<workbook xmlns="%b" xmlns:r="%b"><bookViews><workbookView/></bookViews><sheets>%b</sheets>%b</workbook>'
        % (MAIN, OFFICE, b"".join(listed(number, sheet) for number, sheet in enumerate(sheets, 1)), names),
        "xl/_rels/workbook.xml.rels": b'<Relationships xmlns="%b/relationships">%b</Relationships>' % (PACKAGE, relations),
        "xl/styles.xml": styles,
    } | {f"xl/worksheets/sheet{number}.xml": sheet.part for number, sheet in enumerate(sheets, 1)}
    return archive_of({name: deflated(xml if xml.startswith(b"<?xml") else HEAD + xml) for name, xml in parts.items()})


def listed(number: int, sheet: NewSheet) -> bytes:
    """A sheet in the workbook's list."""
    state = b' state="hidden"' if sheet.hidden else b""
    return b'<sheet name="%b" sheetId="%d"%b r:id="rId%d"/>' % (escaped(sheet.name, quotes=True), number, state, number)


def relation(number: int, kind: bytes, target: bytes) -> bytes:
    """A relation to a part."""
    return b'<Relationship Id="rId%d" Type="%b/%b" Target="%b"/>' % (number, OFFICE, kind, target)


def override(target: bytes, kind: bytes) -> bytes:
    """What a part is."""
    return b'<Override PartName="/xl/%b" ContentType="%b.%b+xml"/>' % (target, KIND, kind)


def styles_part(font: str, number_formats: Sequence[str] = ()) -> bytes:
    """The styles: plain, those of times, a text that must stay one, then one for each number format."""
    own = b"".join(
        b'<numFmt numFmtId="%d" formatCode="%b"/>' % (OWN_NUMBER_FORMAT + number, escaped(code, quotes=True))
        for number, code in enumerate((*USUAL_FORMATS, *number_formats))
    )
    formats = [(0, b""), *((OWN_NUMBER_FORMAT + number, b"") for number in range(len(USUAL_FORMATS))), (0, b' quotePrefix="1"')]
    formats += [(OWN_NUMBER_FORMAT + len(USUAL_FORMATS) + number, b"") for number in range(len(number_formats))]
    cells = b"".join(
        b'<xf numFmtId="%d" fontId="0" fillId="0" borderId="0" xfId="0"%b applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>' % one
        for one in formats
    )
    return (
        b'<styleSheet xmlns="%b"><numFmts count="%d">%b</numFmts><fonts count="1"><font><sz val="11"/><name val="%b"/></font></fonts>'
        b'<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
        b'<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="%d">%b</cellXfs>'
        b'<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    ) % (MAIN, len(USUAL_FORMATS) + len(number_formats), own, escaped(font, quotes=True), len(formats), cells)


def sheet_part(sheet: Sheet, styles: Mapping[str, int]) -> bytes:
    """The cells of a sheet, its merged ranges and hidden rows."""
    rows = b"".join(row(number, values, sheet, styles) for number, values in enumerate(sheet.rows, 1))
    ranges = [f"{address(m.first_row, m.first_column)}:{address(m.last_row, m.last_column)}".encode() for m in sheet.merged]
    merged = b'<mergeCells count="%d">%b</mergeCells>' % (len(ranges), b"".join(b'<mergeCell ref="%b"/>' % one for one in ranges)) if ranges else b""
    columns = b"".join(b'<col min="%d" max="%d" width="%d" customWidth="1"/>' % (number, number, width) for number, width in enumerate(widths(sheet), 1))
    return b'<worksheet xmlns="%b">%b<sheetData>%b</sheetData>%b</worksheet>' % (MAIN, b"<cols>%b</cols>" % columns if columns else b"", rows, merged)


def widths(sheet: Sheet) -> Iterator[int]:
    """A width for each column, by what stands in it."""
    rows = [values for values in sheet.rows[:LOOKED_AT] if sum(value not in (None, "") for value in values) > 1]  # a title is no measure
    for column in range(sheet.width):
        longest = max((units(filed(values[column])) for values in rows), default=0)
        yield max(NARROWEST, min(WIDEST, longest + 2))


def row(number: int, values: Sequence[Value], sheet: Sheet, styles: Mapping[str, int]) -> bytes:
    """A row of cells."""
    cells = b"".join(cell((number, column), value, sheet, styles) for column, value in enumerate(values, 1))
    return b'<row r="%d"%b>%b</row>' % (number, b' hidden="1"' if number in sheet.hidden_rows else b"", cells)


def cell(place: tuple[int, int], value: Value, sheet: Sheet, styles: Mapping[str, int]) -> bytes:
    """A cell with the value that was read; nothing where nothing stands. Texts are texts, whatever they begin with."""
    at, style = address(*place).encode(), styles.get(sheet.formats.get(place, ""), PLAIN)
    if (error := sheet.errors.get(place)) is not None:
        return b'<c r="%b" t="e"><v>%b</v></c>' % (at, escaped(error))
    match value:
        case None | "":
            return b""
        case bool():
            return b'<c r="%b" t="b"><v>%d</v></c>' % (at, value)
        case int() | float():
            return b'<c r="%b" s="%d"><v>%b</v></c>' % (at, style, repr(value).encode())
        case date() | time() | timedelta():
            return b'<c r="%b" s="%d"><v>%b</v></c>' % (at, *day_number(value, style))
        case _:
            style = QUOTED if value.startswith(SIGNS) else style
            return b'<c r="%b" s="%d" t="inlineStr"><is><t xml:space="preserve">%b</t></is></c>' % (at, style, escaped(value))


def day_number(value: date | time | timedelta, style: int) -> tuple[int, bytes]:
    """A day, a time or a span as a spreadsheet counts it, in days, and the format it is shown in: the cell's own where it has one."""
    match value:
        case datetime():
            span, usual = value - EPOCH, DAY if value.time() == time() else MOMENT
        case date():
            span, usual = datetime.combine(value, time()) - EPOCH, DAY
        case time():
            span, usual = datetime.combine(EPOCH, value) - EPOCH, CLOCK
        case _:
            span, usual = value, SPAN
    days = span.total_seconds() / SECONDS_A_DAY
    return style or usual, (b"%d" % days if days.is_integer() else repr(days).encode())
