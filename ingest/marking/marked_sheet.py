"""One sheet gets its marks: cells filled, notes written beside what others noted, boxes drawn for them; and what a click will not show is told."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from ingest.cells import address
from ingest.marking import note_boxes, notes_part
from ingest.marking.mark import Mark
from ingest.marking.note_boxes import box_beside
from ingest.marking.relations import declare_part, declare_vml, relate
from ingest.marking.sheet_part import SheetPart
from ingest.marking.unmarkable import UnmarkableError
from ingest.marking.workbook_part import SheetEntry
from ingest.marking.workshop import Workshop
from ingest.marking.xml_bytes import elements
from ingest.sheet_xml import Place

NOTES, BOXES = "xl/comments{}.xml", "xl/drawings/vmlDrawing{}.vml"
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384


@dataclass(frozen=True)
class Seen:
    """What is known of a sheet behind its marks: whether it can be seen, the cells that cannot, those that are discussed."""

    is_hidden: bool
    part: SheetPart
    discussed: frozenset[Place]


def mark_sheet(shop: Workshop, entry: SheetEntry, marks: Sequence[Mark]) -> Seen:
    """Mark a sheet. UnmarkableError where a cell is outside of what a sheet can hold."""
    if any(not (0 < mark.place[0] <= LAST_ROW and 0 < mark.place[1] <= LAST_COLUMN) for mark in marks):
        raise UnmarkableError("no_cell")
    sheet = SheetPart(shop.parts.read(entry.part))
    fill(shop, entry, sheet, marks)
    sheet.deselect()
    discussed = discussions(shop, entry)
    notes = notes_of(sheet, marks, discussed)
    if notes:
        write_notes(shop, entry, sheet, notes)
    shop.parts.write(entry.part, sheet.written())
    return Seen(entry.is_hidden, sheet, discussed)


def fill(shop: Workshop, entry: SheetEntry, sheet: SheetPart, marks: Sequence[Mark]) -> None:
    """Fill the cells; of several marks of one cell the heaviest gives the colour. Merged ranges are filled at the cell that shows them."""
    colours = {sheet.origin(mark.place): shop.words.colours[mark.severity] for mark in reversed(marks)}
    sheet.restyle({place: partial(refilled, shop, (entry.name, address(*place)), colour) for place, colour in colours.items()})


def refilled(shop: Workshop, cell: tuple[str, str], colour: str, format_index: int) -> int:
    """A cell's format with another fill; the one it had is remembered."""
    if (before := shop.styles.fill_of(format_index)) is not None:
        shop.fills[cell] = before
    return shop.styles.refilled(format_index, shop.styles.fill(colour))


def notes_of(sheet: SheetPart, marks: Sequence[Mark], discussed: Collection[Place]) -> dict[Place, str]:
    """What is noted at each cell; a cell with a thread of comments gets none, for its program would write over it."""
    notes: dict[Place, str] = {}
    for mark in marks:
        place = sheet.origin(mark.place)
        if mark.note and place not in discussed:
            notes[place] = f"{notes[place]}\n{mark.note}" if place in notes else mark.note
    return notes


def discussions(shop: Workshop, entry: SheetEntry) -> frozenset[Place]:
    """The cells of a sheet that have a thread of comments."""
    threads = shop.related(entry).get("threadedComment", ())
    refs = [one.attributes.get("ref", "") for thread in threads for one in elements(shop.parts.read(thread.target), 1) if one.name == "threadedComment"]
    return notes_part.places(refs)


def write_notes(shop: Workshop, entry: SheetEntry, sheet: SheetPart, notes: Mapping[Place, str]) -> None:
    """Write the notes of a sheet and draw their boxes."""
    part = notes_of_sheet(shop, entry)
    before = shop.notes(shop.parts.read(part))
    there = before.texts()
    shop.parts.write(part, before.with_notes(notes, shop.words.opening))
    new = {place: box_beside(place, text, sheet) for place, text in notes.items() if place not in there}
    grown = {place: box_beside(place, f"{there[place]}\n{text}", sheet) for place, text in notes.items() if place in there}
    drawing = boxes_of_sheet(shop, entry, sheet)
    shop.parts.write(drawing, note_boxes.with_boxes(shop.parts.raw(drawing), new, grown, shop.next_block))
    shop.next_block = max(shop.next_block, max(note_boxes.blocks_of(shop.parts.raw(drawing))) + 1)


def notes_of_sheet(shop: Workshop, entry: SheetEntry) -> str:
    """The name of the part that keeps a sheet's notes, made where there is none."""
    for relation in shop.related(entry).get("comments", ()):
        return relation.target
    part = shop.parts.free(NOTES)
    shop.parts.write(part, notes_part.none(is_strict=shop.workbook.is_strict))
    declare_part(shop.parts, part, "comments")
    relate(shop.parts, entry.part, "comments", part, is_strict=shop.workbook.is_strict)
    return part


def boxes_of_sheet(shop: Workshop, entry: SheetEntry, sheet: SheetPart) -> str:
    """The name of the drawing that holds a sheet's boxes, made and named by the sheet where there is none."""
    for relation in shop.related(entry).get("vmlDrawing", ()):
        if relation.id == sheet.drawing_of_notes:
            return relation.target
    part = shop.parts.free(BOXES)
    shop.parts.write(part, note_boxes.none(shop.next_block))
    declare_vml(shop.parts)
    sheet.draw_notes(relate(shop.parts, entry.part, "vmlDrawing", part, is_strict=shop.workbook.is_strict), is_strict=shop.workbook.is_strict)
    return part
