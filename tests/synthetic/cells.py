"""Reading a made-up workbook back by the addresses of its labels, by other means than ours."""

import csv
import io
import json
import re
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from lxml import html
from python_calamine import CalamineWorkbook

ADDRESS = re.compile(r"([A-Z]+)(\d+)")
OBJECT = re.compile(r"data\[(\d+)\]\.(.+)")


def rows(file: Path) -> dict[str, list[list[object]]]:
    """The rows of each sheet; of text and web files under the name of their kind."""
    content = file.read_bytes()
    match file.suffix:
        case ".xlsx":
            book = CalamineWorkbook.from_path(str(file))
            return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}
        case ".csv":
            return {"csv": [list(row) for row in csv.reader(io.StringIO(decoded(content)))]}
        case ".xls":
            found = html.fromstring(content.decode("gb18030"))
            return {"html": [[with_breaks(cell) for cell in row.xpath("./td")] for row in found.xpath("//tr")]}
        case _:
            data = json.loads(content)["data"]
            return {"data": [list(data[0]) if data else [], *([*one.values()] for one in data)]}


def with_breaks(cell: "html.HtmlElement") -> str:
    """The text of a cell of a web page, its lines broken where they were."""
    for line in cell.xpath(".//br"):
        line.tail = "\n" + (line.tail or "")
    return str(cell.text_content())


def decoded(content: bytes) -> str:
    """Text in one of the two encodings of offices."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("gb18030")


def at(sheet: list[list[object]], address: str) -> str:
    """What stands at an address, as labels write it; nothing where nothing stands."""
    if found := OBJECT.fullmatch(address):
        row, column = int(found[1]), sheet[0].index(found[2])
    else:
        letters, number = ADDRESS.fullmatch(address).groups()  # type: ignore[union-attr]
        row, column = int(number) - 1, sum((ord(letter) - 64) * 26**place for place, letter in enumerate(reversed(letters))) - 1
    return written(sheet[row][column]) if row < len(sheet) and column < len(sheet[row]) else ""


def written(value: object) -> str:
    """A value as labels write it."""
    match value:
        case None:
            return ""
        case float() if value.is_integer():
            return str(int(Decimal(f"{value:.15g}")))  # a spreadsheet shows no more digits
        case datetime():
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case _:
            return str(value)
