"""A marked copy that comes back: our fills, notes and boxes of the time before are taken off, so that it shows what is wrong now and nothing else.

Ours are known by what programs keep when they save: the exact colour of a fill, the words with which a note begins. The fill that a cell had before
its mark is not known any more.
"""

from collections.abc import Collection

from ingest.marking.note_boxes import without_boxes
from ingest.marking.sheet_part import with_any_format, with_formats
from ingest.marking.workbook_part import SheetEntry
from ingest.marking.workshop import Workshop


def clear(shop: Workshop) -> None:
    """Take off all that an earlier marking left; nothing where the workbook was never marked."""
    if shop.before is None:
        return
    ours = shop.styles.filled_with(shop.words.colours.values())
    for sheet in shop.sheets:
        if sheet.is_of_cells:
            clear_fills(shop, sheet, ours)
            clear_notes(shop, sheet)


def clear_fills(shop: Workshop, sheet: SheetEntry, ours: Collection[int]) -> None:
    """Take our fills off a sheet's cells."""
    xml = shop.parts.read(sheet.part)
    if with_any_format(xml, ours):
        shop.parts.write(sheet.part, with_formats(xml, {one: shop.styles.unfilled(one) for one in ours}))


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
