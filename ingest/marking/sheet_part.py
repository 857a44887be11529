"""A sheet's part while it is marked. What stands around the rows is parsed and touched in two places: which sheet is selected, where the notes are drawn."""

import re
from collections.abc import Mapping
from functools import cached_property

from ingest.marking.sheet_rows import ATTRIBUTES, Change, SheetRows
from ingest.marking.straight import straightened
from ingest.marking.unmarkable import UnmarkableError
from ingest.marking.xml_bytes import Edit, Element, elements, first, inside, spliced, without_attribute
from ingest.sheet_xml import Place, column_number

SHEET_DATA = re.compile(rb"<(?:([\w.-]+):)?sheetData(?=[\s/>])" + ATTRIBUTES)
RANGE = re.compile(r"([A-Za-z]+)(\d+):([A-Za-z]+)(\d+)")
TRUE = ("1", "true")
BEHIND_LEGACY_DRAWING = (  # ECMA-376 18.3.1.99; controls stand in an AlternateContent
    "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst", "AlternateContent",
)  # fmt: skip
OFFICE = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_OFFICE = b"http://purl.oclc.org/ooxml/officeDocument/relationships"
USUAL_WIDTH, USUAL_HEIGHT = 8.43, 15.0  # of a column, in characters; of a row, in points
PIXELS_PER_CHARACTER, PIXELS_PER_POINT, PADDING = 7, 4 / 3, 5  # of the usual font


class SheetPart:
    """One sheet. Edits are collected, and made when it is `written`."""

    def __init__(self, xml: bytes) -> None:
        """Look at what surrounds the rows. UnmarkableError where it is not a sheet, or its rows are out of order."""
        self._xml = xml = straightened(xml)
        found = SHEET_DATA.search(xml)
        if found is None:
            raise UnmarkableError("no_sheet")
        self._prefix = found[1] + b":" if found[1] else b""
        start = found.end()
        self._end = start if found[3] else xml.rindex(b"</" + self._prefix + b"sheetData")
        self._around = around(xml, start, self._end)
        self._edits: list[Edit] = []
        self.rows = SheetRows(xml, self._prefix, (start, self._end), self._column_style)

    # What is known of it ---------------------------------------------------------------------------------------------

    def origin(self, place: Place) -> Place:
        """The cell that shows what a cell of a merged range belongs to: its first."""
        row, column = place
        return next(((m[0], m[1]) for m in self._merged if m[0] <= row <= m[2] and m[1] <= column <= m[3]), place)

    @cached_property
    def _merged(self) -> list[tuple[int, int, int, int]]:
        """The merged ranges: first row, first column, last row, last column."""
        ranges = (RANGE.fullmatch(one.attributes.get("ref", "")) for one in self._around if one.name == "mergeCell")
        return [(int(m[2]), column_number(m[1].encode()), int(m[4]), column_number(m[3].encode())) for m in ranges if m]

    def is_hidden(self, place: Place) -> bool:
        """Whether the row or the column of a cell is hidden, by hand or by a filter."""
        row, column = self.rows[place[0]], self._column(place[1])
        return bool(row and row.is_hidden) or bool(column and column.attributes.get("hidden") in TRUE)

    def pixels_wide(self, number: int) -> int:
        """The width of a column on a screen."""
        column, usual = self._column(number), first(self._around, "sheetFormatPr")
        if column and column.attributes.get("hidden") in TRUE:
            return 0
        width = (column and column.attributes.get("width")) or (usual and usual.attributes.get("defaultColWidth")) or USUAL_WIDTH
        return int(float(width) * PIXELS_PER_CHARACTER) + PADDING

    def pixels_high(self, number: int) -> int:
        """The height of a row on a screen."""
        row = self.rows[number]
        if row and row.is_hidden:
            return 0
        return int(((row and row.points) or USUAL_HEIGHT) * PIXELS_PER_POINT)

    @cached_property
    def _columns(self) -> list[Element]:
        return [one for one in self._around if one.name == "col"]

    def _column(self, number: int) -> Element | None:
        return next((one for one in self._columns if int(one.attributes.get("min", 0)) <= number <= int(one.attributes.get("max", 0))), None)

    def _column_style(self, number: int) -> int:
        column = self._column(number)
        return int(column.attributes.get("style", 0)) if column else 0

    # Edits -----------------------------------------------------------------------------------------------------------

    def restyle(self, places: Mapping[Place, Change]) -> None:
        """Give each cell the format that its function makes of the one it has; a missing cell is put in."""
        self._edits += self.rows.restyled(places)

    def deselect(self) -> None:
        """Let the sheet be none of the selected ones: two selected sheets are typed into at once."""
        self._edits += deselecting(self._xml, self._around)

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
        return spliced(self._xml, self._edits)


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
    return spliced(xml, deselecting(xml, elements(xml, 2)))


def deselecting(xml: bytes, found: list[Element]) -> list[Edit]:
    """The edits by which a sheet is no longer selected."""
    views = (one for one in found if one.name == "sheetView" and one.attributes.get("tabSelected") in TRUE)
    return [Edit(one.start, one.inner, without_attribute(xml[one.start : one.inner], b"tabSelected")) for one in views]
