"""Characters struck out in a cell of a new workbook: what a clerk crossed out is taken out of the parts before values are read from them.

A text of several formats lies in runs, either among the shared texts or in its cell; other readers join them, so that a struck 100 before a 200 makes 100200.
"""

from collections.abc import Mapping

from lxml import etree

from ingest.package import root_of
from ingest.sheet_xml import Place, SheetXml, cells_of

MARK = b"strike"  # the element that says so; hardly any part has it
OFF = ("0", "false")
SHARED = "s"  # the type of a cell that names a shared text


def shared_without(strings: bytes) -> tuple[bytes, dict[int, str]]:
    """The shared texts without their struck characters, and the whole texts of those that had any, by number."""
    if MARK not in strings:
        return strings, {}
    root = root_of(strings)
    whole = {number: text for number, item in enumerate(root.iterfind("{*}si")) if (text := take_out(item))}
    return etree.tostring(root, encoding="utf-8"), whole


def sheet_without(sheet: bytes) -> tuple[bytes, dict[Place, str]]:
    """A sheet without the struck characters of the texts that stand in its cells, and the whole texts of those that had any."""
    if MARK not in sheet:
        return sheet, {}
    root, number = root_of(sheet), 0
    whole: dict[Place, str] = {}
    for row in root.iterfind("{*}sheetData/{*}row"):
        number = int(row.get("r", number + 1))
        inline = ((place, item) for place, cell in cells_of(number, row) if (item := cell.find("{*}is")) is not None)
        whole |= {place: text for place, item in inline if (text := take_out(item))}
    return etree.tostring(root, encoding="utf-8"), whole


def named_in(sheet: SheetXml, shared: Mapping[int, str]) -> dict[Place, str]:
    """The cells of a sheet that name one of these shared texts, with the text."""
    if not shared:
        return {}
    named = ((place, int(cell.findtext("{*}v") or -1)) for place, cell in sheet.cells() if cell.get("t") == SHARED)
    return {place: shared[number] for place, number in named if number in shared}


def take_out(item: etree._Element) -> str | None:
    """Take the struck runs out of a text; gives the text as it was, None when it had none."""
    runs = item.findall("{*}r")
    struck = [run for run in runs if (mark := run.find("{*}rPr/{*}strike")) is not None and mark.get("val") not in OFF]
    if not struck:
        return None
    whole = "".join(run.findtext("{*}t") or "" for run in runs)
    for run in struck:
        for text in run.iterfind("{*}t"):
            text.text = ""
    return whole
