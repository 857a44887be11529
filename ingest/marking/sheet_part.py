"""A sheet's part while it is marked: cells get other formats, missing ones are put in, what stands before and behind the rows is touched in two places.

What stands around the rows is parsed; the rows, which may be megabytes, are searched in their bytes, and only those that hold a mark are looked into.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from ingest.cells import address
from ingest.marking.straight import straightened
from ingest.marking.unmarkable import UnmarkableError
from ingest.marking.xml_bytes import Edit, Element, elements, first, inside, spliced, with_attribute, without_attribute
from ingest.sheet_xml import Place, column_number

ATTRIBUTES = rb"""((?:\s+[^\s=>/]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(/?)>"""
SHEET_DATA = re.compile(rb"<(?:([\w.-]+):)?sheetData(?=[\s/>])" + ATTRIBUTES)
NUMBER = re.compile(rb"""\sr\s*=\s*["'](\d+)["']""")
ADDRESS = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]+)\d+["']""")
STYLE = re.compile(rb"""\ss\s*=\s*["'](\d+)["']""")
CUSTOM = re.compile(rb"""\scustomFormat\s*=\s*["'](?:1|true)["']""")
HIDDEN = re.compile(rb"""\shidden\s*=\s*["'](?:1|true)["']""")
HEIGHT = re.compile(rb"""\sht\s*=\s*["']([\d.]+)["']""")
RANGE = re.compile(r"([A-Za-z]+)(\d+):([A-Za-z]+)(\d+)")
TRUE = ("1", "true")
BEHIND_LEGACY_DRAWING = (  # ECMA-376 18.3.1.99; controls stand in an AlternateContent
    "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst", "AlternateContent",
)  # fmt: skip
OFFICE = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_OFFICE = b"http://purl.oclc.org/ooxml/officeDocument/relationships"
USUAL_WIDTH, USUAL_HEIGHT = 8.43, 15.0  # of a column, in characters; of a row, in points
PIXELS_PER_CHARACTER, PIXELS_PER_POINT, PADDING = 7, 4 / 3, 5  # of the usual font


@dataclass(frozen=True, slots=True)
class Row:
    """A row by its place in the bytes; `attributes` as written."""

    number: int
    start: int
    inner: int
    attributes: bytes
    is_empty_tag: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell by its place in the bytes."""

    column: int
    start: int
    inner: int  # where its start tag ends
    style: int | None


class SheetPart:
    """One sheet. Edits are collected, and made when it is `written`."""

    def __init__(self, xml: bytes) -> None:
        """Look at what surrounds the rows. UnmarkableError where it is not a sheet, or its rows are out of order."""
        self.xml = xml = straightened(xml)
        found = SHEET_DATA.search(xml)
        if found is None:
            raise UnmarkableError("no_sheet")
        self._prefix = found[1] + b":" if found[1] else b""
        self._start = found.end()
        self._end = self._start if found[3] else xml.rindex(b"</" + self._prefix + b"sheetData")
        self._around = around(xml, self._start, self._end)
        self._edits: list[Edit] = []
        self.rows = list(self._rows())
        self._numbers = [row.number for row in self.rows]
        if any(later <= earlier for earlier, later in zip(self._numbers, self._numbers[1:], strict=False)):
            raise UnmarkableError("out_of_order")

    def _rows(self) -> Iterator[Row]:
        tag = re.compile(b"<" + self._prefix + rb"row(?=[\s/>])" + ATTRIBUTES)
        for found in tag.finditer(self.xml, self._start, self._end):
            number = NUMBER.search(found[1])
            yield Row(int(number[1]) if number else 0, found.start(), found.end(), found[1], bool(found[2]))

    # What is known of it ---------------------------------------------------------------------------------------------

    @cached_property
    def columns(self) -> list[Element]:
        """The declared columns."""
        return [one for one in self._around if one.name == "col"]

    def origin(self, place: Place) -> Place:
        """The cell that shows what a cell of a merged range belongs to: its first."""
        row, column = place
        return next(((m[0], m[1]) for m in self.merged if m[0] <= row <= m[2] and m[1] <= column <= m[3]), place)

    @cached_property
    def merged(self) -> list[tuple[int, int, int, int]]:
        """The merged ranges: first row, first column, last row, last column."""
        ranges = (RANGE.fullmatch(one.attributes.get("ref", "")) for one in self._around if one.name == "mergeCell")
        return [(int(m[2]), column_number(m[1].encode()), int(m[4]), column_number(m[3].encode())) for m in ranges if m]

    def is_hidden(self, place: Place) -> bool:
        """Whether the row or the column of a cell is hidden, by hand or by a filter."""
        row = self._row(place[0])
        column = self._column(place[1])
        return bool(row and HIDDEN.search(row.attributes)) or bool(column and column.attributes.get("hidden") in TRUE)

    def pixels_wide(self, column: int) -> int:
        """The width of a column on a screen."""
        declared = self._column(column)
        if declared and declared.attributes.get("hidden") in TRUE:
            return 0
        usual = first(self._around, "sheetFormatPr")
        width = (declared and declared.attributes.get("width")) or (usual and usual.attributes.get("defaultColWidth")) or USUAL_WIDTH
        return int(float(width) * PIXELS_PER_CHARACTER) + PADDING

    def pixels_high(self, row_number: int) -> int:
        """The height of a row on a screen."""
        row = self._row(row_number)
        if row and HIDDEN.search(row.attributes):
            return 0
        height = row and HEIGHT.search(row.attributes)
        return int((float(height[1]) if height else USUAL_HEIGHT) * PIXELS_PER_POINT)

    def _row(self, number: int) -> Row | None:
        at = bisect_left(self._numbers, number)
        return self.rows[at] if at < len(self.rows) and self.rows[at].number == number else None

    def _column(self, number: int) -> Element | None:
        return next((one for one in self.columns if int(one.attributes.get("min", 0)) <= number <= int(one.attributes.get("max", 0))), None)

    # Edits -----------------------------------------------------------------------------------------------------------

    def restyle(self, places: Mapping[Place, Callable[[int], int]]) -> None:
        """Give each cell the format that its function makes of the one it has. A cell that is missing is put in, its format that of its row or column."""
        by_row: dict[int, dict[int, Callable[[int], int]]] = {}
        for (row, column), change in sorted(places.items()):
            by_row.setdefault(row, {})[column] = change
        for number, changes in by_row.items():
            there = self._row(number)
            self._edits += [self._new_row(number, changes)] if there is None else self._in_row(there, changes)

    def deselect(self) -> None:
        """Let the sheet be none of the selected ones: two selected sheets are typed into at once."""
        for view in (one for one in self._around if one.name == "sheetView" and one.attributes.get("tabSelected") in TRUE):
            self._edits.append(Edit(view.start, view.inner, without_attribute(self.xml[view.start : view.inner], b"tabSelected")))

    @property
    def drawing_of_notes(self) -> str | None:
        """The id of the relation to the drawing that holds the boxes of notes; None where there is none."""
        found = first(self._around, "legacyDrawing")
        return next((value for name, value in found.attributes.items() if name.endswith(":id")), None) if found else None

    def draw_notes(self, relation: str, *, is_strict: bool) -> None:
        """Name the drawing that holds the boxes of notes, where the order of elements wants it."""
        office = STRICT_OFFICE if is_strict else OFFICE
        new = b'<%blegacyDrawing xmlns:r="%b" r:id="%b"/>' % (self._prefix, office, relation.encode())
        root = self._around[0]
        behind = (one.start for one in inside(self._around, root) if one.start >= self._end and one.name in BEHIND_LEGACY_DRAWING)
        at = next(behind, root.inner_end)
        self._edits.append(Edit(at, at, new))

    def written(self) -> bytes:
        """The part with all edits made."""
        return spliced(self.xml, self._edits)

    def _in_row(self, row: Row, changes: Mapping[int, Callable[[int], int]]) -> Iterator[Edit]:
        cells, end = self._cells(row)
        columns = [cell.column for cell in cells]
        if columns != sorted(set(columns)):
            raise UnmarkableError("out_of_order")
        known = {cell.column: cell for cell in cells}
        missing = b""
        for column, change in changes.items():
            if (cell := known.get(column)) is not None:
                tag = self.xml[cell.start : cell.inner]
                yield Edit(cell.start, cell.inner, with_attribute(tag, b"s", str(change(cell.style or 0))))
                continue
            new = self._new_cell(row.number, column, change(self._base_style(row, column)))
            following = next((one.start for one in cells if one.column > column), end)
            if row.is_empty_tag:
                missing += new
            else:
                yield Edit(following, following, new)
        if missing or any(column not in known for column in changes):
            yield from self._open_row(row, missing)

    def _open_row(self, row: Row, new: bytes) -> Iterator[Edit]:
        """The row's start tag without `spans`, which no longer holds; an empty one opened and filled."""
        tag = without_attribute(self.xml[row.start : row.inner], b"spans")
        if row.is_empty_tag:
            tag = tag[: tag.rindex(b"/")] + b">" + new + b"</" + self._prefix + b"row>"
        yield Edit(row.start, row.inner, tag)

    def _cells(self, row: Row) -> tuple[list[Cell], int]:
        """The cells of a row, and where one more would stand behind them all."""
        if row.is_empty_tag:
            return [], row.inner
        end = self.xml.index(b"</" + self._prefix + b"row", row.inner)
        tag, closing = re.compile(b"<" + self._prefix + rb"c(?=[\s/>])" + ATTRIBUTES), b"</" + self._prefix + b"c>"
        cells, behind = [], row.inner
        for found in tag.finditer(self.xml, row.inner, end):
            letters, style = ADDRESS.search(found[1]), STYLE.search(found[1])
            cells.append(Cell(column_number(letters[1]) if letters else 0, found.start(), found.end(), int(style[1]) if style else None))
            behind = found.end() if found[2] else self.xml.index(closing, found.end()) + len(closing)
        return cells, behind

    def _base_style(self, row: Row | None, column: int) -> int:
        """The format that an absent cell shows: its row's, else its column's."""
        style = STYLE.search(row.attributes) if row and CUSTOM.search(row.attributes) else None
        if style:
            return int(style[1])
        declared = self._column(column)
        return int(declared.attributes.get("style", 0)) if declared else 0

    def _new_cell(self, row: int, column: int, style: int) -> bytes:
        return b'<%bc r="%b" s="%d"/>' % (self._prefix, address(row, column).encode(), style)

    def _new_row(self, number: int, changes: Mapping[int, Callable[[int], int]]) -> Edit:
        cells = b"".join(self._new_cell(number, column, change(self._base_style(None, column))) for column, change in changes.items())
        new = b'<%brow r="%d">%b</%brow>' % (self._prefix, number, cells, self._prefix)
        at = bisect_left(self._numbers, number)
        place = self.rows[at].start if at < len(self.rows) else self._end
        return Edit(place, place, new)


def around(xml: bytes, start: int, end: int) -> list[Element]:
    """The elements around the rows, with their places in the whole part."""
    found = elements(xml[:start] + xml[end:], 2)
    for one in found:
        for edge in ("start", "inner", "inner_end", "end"):
            if getattr(one, edge) > start or (edge in ("inner_end", "end") and getattr(one, edge) == start):
                setattr(one, edge, getattr(one, edge) + end - start)
    return found


def is_selected(beginning: bytes) -> bool:
    """Whether a sheet says at its beginning that it is selected; in whatever width it is written."""
    return b"tabSelected" in beginning.replace(b"\0", b"")


def deselected(xml: bytes) -> bytes:
    """A sheet of any kind that is not selected."""
    views = (one for one in elements(xml, 2) if one.name == "sheetView" and one.attributes.get("tabSelected") in TRUE)
    return spliced(xml, [Edit(one.start, one.inner, without_attribute(xml[one.start : one.inner], b"tabSelected")) for one in views])


def with_formats(xml: bytes, formats: Mapping[int, int]) -> bytes:
    """A sheet whose cells of some formats have others."""
    if not formats:
        return xml
    tag = re.compile(rb"(<(?:[\w.-]+:)?c(?=\s)[^<>]*?\ss\s*=\s*[\"'])(%b)([\"'])" % b"|".join(b"%d" % one for one in sorted(formats)))
    return tag.sub(lambda found: found[1] + b"%d" % formats[int(found[2])] + found[3], xml)


def with_any_format(xml: bytes, formats: Iterable[int]) -> bool:
    """Whether a cell of a sheet has one of the formats."""
    wanted = b"|".join(b"%d" % one for one in sorted(formats))
    return bool(wanted) and re.search(rb"\ss\s*=\s*[\"'](?:%b)[\"']" % wanted, xml) is not None
