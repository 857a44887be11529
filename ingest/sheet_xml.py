"""A sheet's XML, looked at before and beside the reader of values: how far it reaches, what is merged, and what that reader does not give.

Excel, WPS and the usual libraries write a cell as `<c r="A1" …>`; there a search in the bytes finds in a moment what a walk through the
elements finds in seconds. Whoever writes otherwise gets the walk.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

from ingest.area import Extent
from ingest.cells import Merged
from ingest.unreadable import UnreadableError

Place = tuple[int, int]  # row and column, counted from 1

# How cells are usually written --------------------------------------------------------------------------------------

USUAL_CELL = b'<c r="'
USUAL_ROW = b'<row r="'
SAMPLE = 1_000_000  # bytes of rows that tell how a writer writes; who changes his way later meets the memory limit of the worker
CELL_COLUMN = re.compile(rb'<c r="([A-Za-z]+)')
CELL_ROW = re.compile(rb'<c r="[A-Za-z]+(\d+)')
FAR_CELL = re.compile(rb' r="(?:[A-Za-z]{2}|[A-Za-z]\d{6})')  # beyond column Z or row 99 999
SMALL = 50_000  # bytes; up to here the exact area costs less than a millisecond

HIDDEN, ERROR, FORMULA = b' hidden="', b't="e"', b'"><f'
HIDDEN_ROW = re.compile(rb'<row r="(\d+)"[^>]* hidden="(?:1|true)"')
ERROR_CELL = re.compile(rb'<c r="([A-Za-z]+)(\d+)"[^>]* t="e"[^>]*>(?:<f[^>]*(?:/>|>[^<]*</f>))?<v>([^<]*)</v>')
UNVALUED_CELL = re.compile(rb'<c r="([A-Za-z]+)(\d+)"([^>]*)><f[^>]*(?:/>|>[^<]*</f>)(?:<v></v>|<v ?/>)?</c>')
STYLED_CELL = re.compile(rb'<c r="([A-Za-z]+)(\d+)"[^>]* s="(\d+)"(?:[^>]*[^/>])?>')
TEXT = b't="str"'  # the result of a formula may be an empty text; a number that was never computed has no text either, but no such type
MERGED = re.compile(rb"""<(?:\w+:)?mergeCell\s[^>]*?ref\s*=\s*["']([A-Za-z]+)(\d+):([A-Za-z]+)(\d+)["']""")

ADDRESS = re.compile(r"([A-Za-z]+)(\d+)")
TRUE = ("1", "true")


NEAR = Extent(99_999, 26)  # as far as a sheet without far cells can reach


@dataclass(frozen=True)
class Details:
    """What the reader of values does not give."""

    hidden_rows: frozenset[int] = frozenset()
    unvalued_formulas: frozenset[Place] = frozenset()  # formulas whose result was never stored
    errors: dict[Place, str] = field(default_factory=dict)
    formats: dict[Place, str] = field(default_factory=dict)  # cells under a number format that tells something


@dataclass(frozen=True)
class SheetXml:
    """One sheet part in UTF-8."""

    xml: bytes

    @cached_property
    def body(self) -> tuple[int, int]:
        """Where the rows begin and end; nowhere when the sheet has none, or writes them under a prefix."""
        start = self.xml.find(b"<sheetData")
        return max(start, 0), self.xml.rfind(b"</sheetData>") if start >= 0 else 0

    @cached_property
    def is_usual(self) -> bool:
        """Whether every row and cell states its address first, so that a search in the bytes misses none. A writer writes all of them alike."""
        start, end = self.body
        if end - start > SAMPLE:
            end = self.xml.rfind(b"</row>", start, start + SAMPLE)
        alike = all(self.xml.count(usual[:bare], start, end) == self.xml.count(usual, start, end) for usual, bare in ((USUAL_CELL, 2), (USUAL_ROW, 4)))
        return start > 0 and alike and self.xml.find(b":c", start, end) < 0

    def has(self, marker: bytes) -> bool:
        """Whether the bytes stand anywhere among the rows."""
        return self.xml.find(marker, *self.body) >= 0

    @cached_property
    def has_errors(self) -> bool:
        """Whether any cell holds an error value."""
        return self.has(ERROR)

    # How far it reaches ----------------------------------------------------------------------------------------------

    def extent_at_most(self) -> Extent:
        """How far the cells reach, or somewhat more where only that is cheap to know."""
        if len(self.xml) > SMALL and self.is_usual and not FAR_CELL.search(self.xml, *self.body):
            return NEAR
        return self.extent_of_cells()

    def extent_of_cells(self) -> Extent:
        """How far the cells reach, those that only have a style included."""
        if not self.is_usual:
            return self.extent_of_values()
        columns = set(CELL_COLUMN.findall(self.xml, *self.body))
        rows = set(CELL_ROW.findall(self.xml, *self.body))
        return Extent(max(map(int, rows), default=0), max(map(column_number, columns), default=0))

    def extent_of_values(self) -> Extent:
        """How far the cells reach that hold anything."""
        rows = columns = 0
        for place, cell in self.cells():
            if len(cell):
                rows, columns = max(rows, place[0]), max(columns, place[1])
        return Extent(rows, columns)

    # What is beside the values ---------------------------------------------------------------------------------------

    def merged(self) -> tuple[Merged, ...]:
        """The merged ranges; they stand after the rows."""
        found = MERGED.findall(self.xml, max(self.body[1], 0))
        return tuple(Merged(int(top), column_number(left), int(bottom), column_number(right)) for left, top, right, bottom in found)

    def details(self, styles: dict[int, str]) -> Details:
        """Hidden rows, formulas without a stored result, error values, and cells under one of the `styles` (number formats that tell something)."""
        return self.searched(styles) if self.is_usual else self.walked(styles)

    def searched(self, styles: dict[int, str]) -> Details:
        """The details by a search in the bytes, each only where its mark stands at all."""
        xml, body = self.xml, self.body
        styled = STYLED_CELL.finditer(xml, *body) if any(self.has(b' s="%d"' % style) for style in styles) else ()
        return Details(
            hidden_rows=frozenset(map(int, HIDDEN_ROW.findall(xml, *body))) if self.has(HIDDEN) else frozenset(),
            unvalued_formulas=frozenset(place_of(*cell.groups()[:2]) for cell in UNVALUED_CELL.finditer(xml, *body) if TEXT not in cell[3])
            if self.has(FORMULA)
            else frozenset(),
            errors={place_of(*cell.groups()[:2]): cell[3].decode() for cell in ERROR_CELL.finditer(xml, *body)} if self.has_errors else {},
            formats={place_of(*cell.groups()[:2]): styles[style] for cell in styled if (style := int(cell[3])) in styles},
        )

    def walked(self, styles: dict[int, str]) -> Details:
        """The details by a walk through the elements."""
        hidden = frozenset(number for number, row in rows_of(self.xml) if row.get("hidden") in TRUE)
        unvalued, errors, formats = set(), {}, {}
        for place, cell in self.cells():
            kind, value = cell.get("t"), cell.findtext("{*}v")
            if kind == "e":
                errors[place] = value or ""
            elif not value and kind != "str" and cell.find("{*}f") is not None:
                unvalued.add(place)
            if len(cell) and (code := styles.get(int(cell.get("s", "0")))):
                formats[place] = code
        return Details(hidden, frozenset(unvalued), errors, formats)

    def cells(self) -> Iterator[tuple[Place, etree._Element]]:
        """Every cell element with its place."""
        for number, row in rows_of(self.xml):
            yield from cells_of(number, row)


def rows_of(xml: bytes) -> Iterator[tuple[int, etree._Element]]:
    """Each row element with its number, freed after use. UnreadableError: `damaged` where the XML breaks off."""
    number = 0
    try:
        for _, row in etree.iterparse(io.BytesIO(xml), tag="{*}row", resolve_entities=False, no_network=True):
            number = int(row.get("r", number + 1))
            yield number, row
            row.clear()
            parent = row.getparent()
            while parent is not None and row.getprevious() is not None:
                del parent[0]
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError("damaged") from error


def cells_of(number: int, row: etree._Element) -> Iterator[tuple[Place, etree._Element]]:
    """Every cell element of a row with its place; a cell without an address follows the one before."""
    place = (number, 0)
    for cell in row.iterchildren("{*}c"):
        found = ADDRESS.fullmatch(cell.get("r", ""))
        place = (int(found[2]), column_number(found[1].encode())) if found else (place[0], place[1] + 1)
        yield place, cell


def place_of(letters: bytes, row: bytes) -> Place:
    """The place of an address."""
    return int(row), column_number(letters)


def column_number(letters: bytes) -> int:
    """The number of a column, from 1; beyond XFD it only grows, so that what is absurd stays absurd."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number
