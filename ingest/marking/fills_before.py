"""The fills that cells had before they were marked: kept in the hidden column of our sheet, so that a copy that comes back can have them again.

A line for each fill and sheet: the fill as XML, its cells, the sheet. A cell that has moved since is not found, and is left without a fill.
"""

import io
from collections.abc import Iterator, Mapping

import python_calamine

from ingest.marking.list_sheet import MOST_TEXT
from ingest.marking.unmarkable import UnmarkableError
from ingest.marking.xml_bytes import elements

OPENING = "fills"  # of the text that keeps them
BETWEEN = "|"  # the parts of a line; the last, a sheet's name, may hold it

Fills = Mapping[tuple[str, str], str]  # sheet and address of a cell; its fill as XML


def kept(fills: Fills) -> str:
    """The fills as the text of one cell; lines for which there is no room are left out."""
    cells: dict[tuple[str, str], list[str]] = {}
    for (sheet, at), fill in fills.items():
        cells.setdefault((fill, sheet), []).append(at)
    text = OPENING
    for (fill, sheet), found in cells.items():
        line = "\n" + BETWEEN.join((fill, " ".join(found), sheet))
        if len(text) + len(line) <= MOST_TEXT:
            text += line
    return text


def remembered(content: bytes, sheet: str) -> Fills:
    """The fills that our sheet of a workbook keeps; none where it was lost, or the workbook is one that the reader of values does not open."""
    try:
        rows = python_calamine.load_workbook(io.BytesIO(content)).get_sheet_by_name(sheet).to_python()
    except python_calamine.CalamineError:
        return {}
    found = (value for row in rows[:1] for value in row if isinstance(value, str) and value.startswith(OPENING))
    return dict(entries(next(found, "")))


def entries(text: str) -> Iterator[tuple[tuple[str, str], str]]:
    """The cells and fills of a text; a line that somebody has spoilt gives none."""
    for line in text.split("\n")[1:]:
        fill, _, rest = line.partition(BETWEEN)
        cells, is_whole, sheet = rest.partition(BETWEEN)
        if is_whole and is_fill(fill):
            yield from (((sheet, at), fill) for at in cells.split())


def is_fill(text: str) -> bool:
    """Whether a text is one fill and nothing else: whoever edits the hidden column must not edit the styles."""
    try:
        found = elements(b'<all xmlns:Q="ours">' + text.encode() + b"</all>", 1)
    except UnmarkableError:
        return False
    return [one.name for one in found[1:]] == ["fill"]
