"""The boxes of notes: shapes of the drawing that a sheet keeps for them (VML). Old ones are not even XML, so nothing here is parsed: it is found and put in.

Ids come in blocks of 1024, of which the drawing names its own (`idmap`); a block must be used by one drawing of the workbook alone.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, count, islice

from ingest.marking.sheet_part import SheetPart
from ingest.marking.unmarkable import UnmarkableError
from ingest.sheet_xml import Place

BLOCK, OF_A_BLOCK = 1024, 1023  # ids of a block; how many of them shapes may bear
NAMESPACES = b'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"'
NONE = b'<xml %b><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="%b"/></o:shapelayout></xml>'
SHAPE_TYPE = (
    b'<v:shapetype %b id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    b'<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
SHAPE = (
    b'<v:shape %b id="_x0000_s%d" type="#_x0000_t202" style="position:absolute;margin-left:0;margin-top:0;width:%dpx;height:%dpx;z-index:%d;visibility:hidden"'
    b' fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
    b'<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/>'
    b"<x:SizeWithCells/><x:Anchor>%b</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>%d</x:Row><x:Column>%d</x:Column></x:ClientData></v:shape>"
)
SHAPES = re.compile(rb"<((?:[\w.-]+:)?)shape(?=[\s>]).*?</\1shape\s*>", re.DOTALL)
ROW = re.compile(rb"<(?:[\w.-]+:)?Row>\s*(\d+)\s*<")
COLUMN = re.compile(rb"<(?:[\w.-]+:)?Column>\s*(\d+)\s*<")
ANCHOR = re.compile(rb"(<(?:[\w.-]+:)?Anchor>)[^<]*(</)")
NOTE = re.compile(rb"""ObjectType\s*=\s*["']Note["']""")
IDMAP = re.compile(rb"""(<(?:[\w.-]+:)?idmap\s[^>]*?data\s*=\s*["'])([\d,\s]*)(["'])""")
SHAPE_TYPE_ID = re.compile(rb"""id\s*=\s*["']_x0000_t202["']""")
SHAPE_ID = re.compile(rb"_x0000_s(\d+)")
WIDTH, LINE, MARGIN = 300, 17, 12  # of a box, in pixels: it holds some 23 Chinese characters of nine points in a line
CHARACTERS = 23
GAP = 12  # between a cell and its box
NEAR = 5  # columns or rows from which a box is tried on the other side
USUAL_ACROSS = ((0, GAP), (NEAR, 0))  # where nothing else is possible: at the left edge
REACH = 40  # columns or rows walked to find where a box ends; beyond it is hidden ones without end
LAST_COLUMN, LAST_ROW = 16_384, 1_048_576

Edge = tuple[int, int]  # a column or row, from 0, and the pixels into it


@dataclass(frozen=True)
class Box:
    """Where a box stands."""

    left: Edge
    top: Edge
    right: Edge
    bottom: Edge

    @property
    def anchor(self) -> bytes:
        """As the format writes it."""
        return ", ".join(str(number) for edge in (self.left, self.top, self.right, self.bottom) for number in edge).encode()


def none(block: int) -> bytes:
    """A drawing without boxes that owns a block of ids."""
    return NONE % (NAMESPACES, b"%d" % block)


def blocks_of(vml: bytes) -> frozenset[int]:
    """The blocks of ids that a drawing uses."""
    named = (int(number) for found in IDMAP.finditer(vml) for number in found[2].split(b",") if number.strip())
    return frozenset(named) | {int(number) // BLOCK for number in SHAPE_ID.findall(vml)}


def without_boxes(vml: bytes, places: Collection[Place]) -> bytes:
    """A drawing without the boxes of some cells' notes."""
    return SHAPES.sub(lambda shape: b"" if NOTE.search(shape[0]) and place_of(shape[0]) in places else shape[0], vml) if places else vml


def with_boxes(vml: bytes, new: Mapping[Place, Box], grown: Mapping[Place, Box], block: int) -> bytes:
    """A drawing with boxes for new notes, and those of grown notes made larger. `block` is the first that no drawing uses."""
    vml = SHAPES.sub(lambda shape: anchored(shape[0], grown), vml) if grown else vml
    end = vml.rfind(b"</xml>")
    if end < 0:
        raise UnmarkableError("damaged")
    type_of = b"" if SHAPE_TYPE_ID.search(vml) else SHAPE_TYPE % NAMESPACES
    ids = list(islice(free_ids(vml, block), len(new)))
    shapes = [drawn(place, box, known, number) for number, ((place, box), known) in enumerate(zip(sorted(new.items()), ids, strict=True), 1)]
    return naming_blocks(vml[:end], sorted({known // BLOCK for known in ids})) + type_of + b"".join(shapes) + vml[end:]


def free_ids(vml: bytes, block: int) -> Iterator[int]:
    """The ids that a drawing may give: first those left over in its own blocks, then those of new ones."""
    used = {int(number) for number in SHAPE_ID.findall(vml)}
    own = sorted(blocks_of(vml))
    for one in chain(own, count(max([block, *(known + 1 for known in own)]))):
        yield from (known for known in range(one * BLOCK + 1, one * BLOCK + 1 + OF_A_BLOCK) if known not in used)


def naming_blocks(vml: bytes, blocks: Iterable[int]) -> bytes:
    """A drawing that says which blocks it uses."""
    found = IDMAP.search(vml)
    if found is None:
        return vml
    known = [number.strip() for number in found[2].split(b",") if number.strip()]
    known += [b"%d" % block for block in blocks if b"%d" % block not in known]
    return vml[: found.start()] + found[1] + b",".join(known) + found[3] + vml[found.end() :]


def drawn(place: Place, box: Box, known: int, number: int) -> bytes:
    """The shape of one note, under its id."""
    row, column = place
    high = max(1, box.bottom[0] - box.top[0]) * LINE
    return SHAPE % (NAMESPACES, known, WIDTH, high, number, box.anchor, row - 1, column - 1)


def anchored(shape: bytes, boxes: Mapping[Place, Box]) -> bytes:
    """A shape at its new place."""
    box = boxes.get(place_of(shape)) if NOTE.search(shape) else None
    return ANCHOR.sub(lambda found: found[1] + box.anchor + found[2], shape, count=1) if box else shape


def place_of(shape: bytes) -> Place:
    """The cell that a note's shape belongs to."""
    row, column = ROW.search(shape), COLUMN.search(shape)
    return (int(row[1]) + 1, int(column[1]) + 1) if row and column else (0, 0)


def box_beside(place: Place, text: str, sheet: SheetPart) -> Box:
    """A box right of a cell that holds a text, left of it where there is no room; as wide as the columns are, hidden ones passed over."""
    row, column = place
    across = span(sheet.pixels_wide, column + 1, WIDTH, LAST_COLUMN) or span(sheet.pixels_wide, max(1, column - NEAR), WIDTH, LAST_COLUMN) or USUAL_ACROSS
    high = sum(-(-max(1, len(line)) // CHARACTERS) for line in text.split("\n")) * LINE + MARGIN
    down = span(sheet.pixels_high, max(1, row - 1), high, LAST_ROW) or ((row - 1, 0), (row + NEAR, 0))
    return Box(across[0], down[0], across[1], down[1])


def span(size: Callable[[int], int], start: int, wanted: int, last: int) -> tuple[Edge, Edge] | None:
    """Where a stretch of so many pixels begins and ends that starts in a column or row; None where that many do not come."""
    left = wanted + GAP
    for at in range(start, min(last, start + REACH) + 1):
        if size(at) >= left:
            return (start - 1, min(GAP, size(start))), (at - 1, left)
        left -= size(at)
    return None
