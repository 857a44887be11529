"""The rows of a sheet, searched in their bytes: they may be megabytes, and only those that hold a mark are looked into."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from ingest.cells import address
from ingest.marking.unmarkable import UnmarkableError
from ingest.marking.xml_bytes import Edit, with_attribute, without_attribute
from ingest.sheet_xml import Place, column_number

ATTRIBUTES = rb"""((?:\s+[^\s=>/]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(/?)>"""
NUMBER = re.compile(rb"""\sr\s*=\s*["'](\d+)["']""")
ADDRESS = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]+)\d+["']""")
STYLE = re.compile(rb"""\ss\s*=\s*["'](\d+)["']""")
CUSTOM = re.compile(rb"""\scustomFormat\s*=\s*["'](?:1|true)["']""")
HIDDEN = re.compile(rb"""\shidden\s*=\s*["'](?:1|true)["']""")
HEIGHT = re.compile(rb"""\sht\s*=\s*["']([\d.]+)["']""")

Change = Callable[[int], int]  # the format that a cell has, the one it gets


@dataclass(frozen=True, slots=True)
class Row:
    """A row by its place in the bytes; `attributes` as written."""

    number: int
    start: int
    inner: int
    attributes: bytes
    is_empty_tag: bool

    @property
    def is_hidden(self) -> bool:
        """Whether it is hidden, by hand or by a filter."""
        return HIDDEN.search(self.attributes) is not None

    @property
    def points(self) -> float | None:
        """Its height, where it states one."""
        found = HEIGHT.search(self.attributes)
        return float(found[1]) if found else None


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell by its place in the bytes; `inner` is where its start tag ends."""

    column: int
    start: int
    inner: int
    style: int


class SheetRows:
    """The rows between `start` and `end` of a sheet's part, written with a prefix. `column_style` is the format of cells that a column has no cell for."""

    def __init__(self, xml: bytes, prefix: bytes, span: tuple[int, int], column_style: Change) -> None:
        """Find the rows. UnmarkableError where they are out of order."""
        self._xml, self._prefix, (self._start, self._end), self._column_style = xml, prefix, span, column_style
        self._rows = list(self._find())
        self._numbers = [row.number for row in self._rows]
        if any(later <= earlier for earlier, later in zip(self._numbers, self._numbers[1:], strict=False)):
            raise UnmarkableError("out_of_order")

    def _find(self) -> Iterator[Row]:
        tag = re.compile(b"<" + self._prefix + rb"row(?=[\s/>])" + ATTRIBUTES)
        for found in tag.finditer(self._xml, self._start, self._end):
            number = NUMBER.search(found[1])
            yield Row(int(number[1]) if number else 0, found.start(), found.end(), found[1], bool(found[2]))

    def __getitem__(self, number: int) -> Row | None:
        at = bisect_left(self._numbers, number)
        return self._rows[at] if at < len(self._rows) and self._numbers[at] == number else None

    def restyled(self, places: Mapping[Place, Change]) -> Iterator[Edit]:
        """The edits that give each cell another format. A missing cell is put in; it had the format of its row, else of its column."""
        by_row: dict[int, dict[int, Change]] = {}
        for (row, column), change in sorted(places.items()):
            by_row.setdefault(row, {})[column] = change
        for number, changes in by_row.items():
            there = self[number]
            yield from self._in_row(there, changes) if there else [self._new_row(number, changes)]

    def _in_row(self, row: Row, changes: Mapping[int, Change]) -> Iterator[Edit]:
        cells, end = self._cells(row)
        columns = [cell.column for cell in cells]
        if columns != sorted(set(columns)):
            raise UnmarkableError("out_of_order")
        known = {cell.column: cell for cell in cells}
        missing = b""
        for column, change in changes.items():
            if (cell := known.get(column)) is not None:
                yield Edit(cell.start, cell.inner, with_attribute(self._xml[cell.start : cell.inner], b"s", str(change(cell.style))))
                continue
            new = self._new_cell(row.number, column, change(self._base_style(row, column)))
            following = next((one.start for one in cells if one.column > column), end)
            if row.is_empty_tag:
                missing += new
            else:
                yield Edit(following, following, new)
        if any(column not in known for column in changes):
            yield self._opened(row, missing)

    def _opened(self, row: Row, new: bytes) -> Edit:
        """The row's start tag without `spans`, which no longer holds; an empty one opened and filled."""
        tag = without_attribute(self._xml[row.start : row.inner], b"spans")
        if row.is_empty_tag:
            tag = tag[: tag.rindex(b"/")] + b">" + new + b"</" + self._prefix + b"row>"
        return Edit(row.start, row.inner, tag)

    def _cells(self, row: Row) -> tuple[list[Cell], int]:
        """The cells of a row, and where one more would stand behind them all."""
        if row.is_empty_tag:
            return [], row.inner
        end = self._xml.index(b"</" + self._prefix + b"row", row.inner)
        tag, closing = re.compile(b"<" + self._prefix + rb"c(?=[\s/>])" + ATTRIBUTES), b"</" + self._prefix + b"c>"
        cells, behind = [], row.inner
        for found in tag.finditer(self._xml, row.inner, end):
            letters, style = ADDRESS.search(found[1]), STYLE.search(found[1])
            cells.append(Cell(column_number(letters[1]) if letters else 0, found.start(), found.end(), int(style[1]) if style else 0))
            behind = found.end() if found[2] else self._xml.index(closing, found.end()) + len(closing)
        return cells, behind

    def _base_style(self, row: Row, column: int) -> int:
        """The format that an absent cell shows: its row's, else its column's."""
        style = STYLE.search(row.attributes) if CUSTOM.search(row.attributes) else None
        return int(style[1]) if style else self._column_style(column)

    def _new_cell(self, row: int, column: int, style: int) -> bytes:
        return b'<%bc r="%b" s="%d"/>' % (self._prefix, address(row, column).encode(), style)

    def _new_row(self, number: int, changes: Mapping[int, Change]) -> Edit:
        cells = b"".join(self._new_cell(number, column, change(self._column_style(column))) for column, change in changes.items())
        new = b'<%brow r="%d">%b</%brow>' % (self._prefix, number, cells, self._prefix)
        at = bisect_left(self._numbers, number)
        place = self._rows[at].start if at < len(self._rows) else self._end
        return Edit(place, place, new)
