"""A marked copy that comes back: our fills, notes and boxes of the time before are taken off, so that it shows what is wrong now and nothing else.

Ours are known by what programs keep when they save: the exact colour of a fill, the words with which a note begins.
"""

import re
from collections.abc import Callable, Collection

from ingest.marking.fills_before import Fills, remembered
from ingest.marking.note_boxes import without_boxes
from ingest.marking.workbook_part import SheetEntry
from ingest.marking.workshop import Workshop

CELL = rb"""<(?:[\w.-]+:)?c(?=\s)[^<>]*?\ss\s*=\s*["'](%b)["'][^<>]*>"""
ADDRESS = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]+\d+)["']""")
STYLE = re.compile(rb"""(\ss\s*=\s*["'])\d+""")


def clear(shop: Workshop, content: bytes) -> None:
    """Take off all that an earlier marking left; nothing where the workbook was never marked. `content` is the workbook as it came."""
    if shop.before is None:
        return
    ours, before = shop.styles.filled_with(shop.words.colours.values()), remembered(content, shop.before.name)
    for sheet in shop.sheets:
        if sheet.is_of_cells:
            clear_fills(shop, sheet, ours, before)
            clear_notes(shop, sheet)


def clear_fills(shop: Workshop, sheet: SheetEntry, ours: Collection[int], before: Fills) -> None:
    """Take our fills off a sheet's cells; one whose fill of before is remembered gets it again."""

    def cleared(at: str, format_index: int) -> int:
        fill = before.get((sheet.name, at))
        return shop.styles.refilled(format_index, shop.styles.fill_again(fill)) if fill else shop.styles.unfilled(format_index)

    xml = shop.parts.read(sheet.part)
    if (after := with_formats(xml, ours, cleared)) != xml:
        shop.parts.write(sheet.part, after)


def with_formats(xml: bytes, formats: Collection[int], change: Callable[[str, int], int]) -> bytes:
    """A sheet whose cells of some formats have others, by their address and the format they have."""
    if not formats:
        return xml

    def changed(found: re.Match[bytes]) -> bytes:
        at = ADDRESS.search(found[0])
        new = change(at[1].decode() if at else "", int(found[1]))
        return STYLE.sub(lambda style: style[1] + b"%d" % new, found[0], count=1)

    return re.sub(CELL % b"|".join(b"%d" % one for one in sorted(formats)), changed, xml)


def clear_notes(shop: Workshop, sheet: SheetEntry) -> None:
    """Take our notes and their boxes off a sheet."""
    related = shop.related(sheet)
    for notes in related.get("comments", ()):
        before = shop.parts.read(notes.target)
        after, gone = shop.notes(before).without_ours()
        if after != before:
            shop.parts.write(notes.target, after)
        for boxes in related.get("vmlDrawing", ()) if gone else ():
            shop.parts.write(boxes.target, without_boxes(shop.parts.raw(boxes.target), gone))
