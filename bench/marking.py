"""Marking: our patch of the touched parts against openpyxl's load, same fills, notes and first sheet, and save."""

from functools import partial
from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from bench.pairs import Pair
from bench.reading import samples
from catalog.catalog import Catalog, load
from ingest.checking import check
from ingest.identifying import Delivery
from ingest.marking.handing_back import handed_back
from ingest.marking.mark import Marking
from ingest.marking.telling import told

BUDGET = 0.25


def pairs(_folder: Path) -> list[Pair]:
    """What is measured: every sample workbook that has something to mark, together."""
    catalog = load()
    marked = [found for file in samples() if (found := to_mark(file, catalog))]
    return [Pair(f"mark {len(marked)} office workbooks, against openpyxl", partial(by_us, marked, catalog), partial(by_openpyxl, marked), BUDGET)]


def to_mark(file: Path, catalog: Catalog) -> tuple[bytes, Marking] | None:
    """A workbook with its marks; None when nothing is wrong with it."""
    content = file.read_bytes()
    checked = check(content, Delivery(file.name, catalog.units.named(file.parent.name)[0].code), catalog)
    marking = told(checked, catalog)
    return (content, marking) if marking.marks else None


def by_us(marked: list[tuple[bytes, Marking]], catalog: Catalog) -> object:
    """Patched."""
    return [handed_back(content, "bench.xlsx", marking, catalog.marking) for content, marking in marked]


def by_openpyxl(marked: list[tuple[bytes, Marking]]) -> object:
    """Read whole, changed, written whole."""
    return [saved(content, marking) for content, marking in marked]


def saved(content: bytes, marking: Marking) -> bytes:
    """The workbook with the same fills, notes and lines."""
    book = load_workbook(BytesIO(content))
    fill = PatternFill("solid", fgColor="FFE4B5")
    for mark in marking.marks:
        cell = book[mark.sheet].cell(*mark.place)
        cell.fill = fill
        cell.comment = Comment(mark.note or "", "fengqiao")
    first = book.create_sheet("first", 0)
    for line in marking.lines:
        first.append([line.place, line.wrong, line.should_be, line.remedy])
    book.save(buffer := BytesIO())
    return buffer.getvalue()
