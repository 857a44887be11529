"""Patching: a workbook of the office gets its marks, its notes and our first sheet; only the parts that hold them are written anew."""

from collections.abc import Mapping
from dataclasses import replace

from catalog.marking import MarkingWords
from ingest.marking.earlier_marks import clear
from ingest.marking.fills_before import kept
from ingest.marking.first_sheet import first_sheet
from ingest.marking.list_sheet import list_sheet, print_titles
from ingest.marking.looks import looks_in
from ingest.marking.mark import Line, Mark, Marking
from ingest.marking.marked_sheet import Seen, mark_sheet
from ingest.marking.relations import declare_part, relate
from ingest.marking.sheet_part import deselected, is_selected
from ingest.marking.unmarkable import UnmarkableError
from ingest.marking.workbook_part import SheetEntry
from ingest.marking.workshop import VML, Workshop
from ingest.marking.xml_bytes import must_be_whole
from ingest.package import PACKAGE_STARTS

SHEET = "xl/worksheets/sheet{}.xml"
HEAD = 16_384  # bytes in which a sheet says whether it is selected


def patched(content: bytes, marking: Marking, words: MarkingWords) -> bytes:
    """The workbook with its marks, all other parts as they lie. UnmarkableError where it must be left alone."""
    if not content.startswith(PACKAGE_STARTS):
        raise UnmarkableError("not_a_package")
    shop = Workshop.of(content, words)
    clear(shop, content)
    seen = mark_sheets(shop, marking)
    put_in_front(shop, replace(marking, lines=tuple(as_seen(line, seen, words) for line in marking.lines)))
    shop.parts.write(shop.workbook.styles, shop.styles.written())
    for name in shop.parts.written:
        if not name.lower().endswith(VML):
            must_be_whole(shop.parts.read(name))
    return shop.parts.packed()


def mark_sheets(shop: Workshop, marking: Marking) -> dict[str, Seen]:
    """Mark every sheet that has marks or that a line leads to; the others are only no longer selected."""
    entries = {sheet.name: sheet for sheet in shop.sheets}
    by_sheet: dict[str, list[Mark]] = {line.sheet: [] for line in marking.lines if line.sheet}
    for mark in marking.marks:
        by_sheet.setdefault(mark.sheet, []).append(mark)
    seen = {name: mark_sheet(shop, of_cells(entries.get(name)), marks) for name, marks in by_sheet.items()}
    for sheet in shop.sheets:
        if sheet.name not in seen and is_selected(shop.parts.beginning(sheet.part, HEAD)):
            shop.parts.write(sheet.part, deselected(shop.parts.read(sheet.part)))
    return seen


def of_cells(entry: SheetEntry | None) -> SheetEntry:
    """A sheet that can be marked. UnmarkableError where it is none of cells."""
    if entry is None or not entry.is_of_cells:
        raise UnmarkableError("no_sheet")
    return entry


def as_seen(line: Line, seen: Mapping[str, Seen], words: MarkingWords) -> Line:
    """A line with what a click on it will not show; into a hidden sheet no click leads."""
    if line.sheet is None or line.at is None:
        return line
    sheet = seen[line.sheet]
    place = sheet.part.origin(line.at)
    remarks = [
        (words.remarks.hidden_sheet, sheet.is_hidden),
        (words.remarks.hidden_cell, not sheet.is_hidden and sheet.part.is_hidden(place)),
        (words.remarks.discussed, place in sheet.discussed),
    ]
    said = "".join(remark for remark, holds in remarks if holds)
    return replace(line, place=line.place + said, at=None if sheet.is_hidden else place)


def put_in_front(shop: Workshop, marking: Marking) -> None:
    """Put our sheet in front of the others, or in the place of that of the time before."""
    words, parts, workbook = shop.words, shop.parts, shop.workbook
    looks = looks_in(shop.styles, words)
    xml = list_sheet(first_sheet(marking, words, looks, kept(shop.fills)), looks, is_strict=workbook.is_strict)
    if shop.before is not None:
        parts.write(shop.before.part, xml)
        parts.write(workbook.name, workbook.opened_at_first())
        return
    part = parts.free(SHEET)
    parts.write(part, xml)
    declare_part(parts, part, "worksheet")
    relation = relate(parts, workbook.name, "worksheet", part, is_strict=workbook.is_strict)
    parts.write(workbook.name, workbook.with_first(words.sheet, relation, print_titles(words.sheet)))
