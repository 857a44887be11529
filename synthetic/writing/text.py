"""A workbook as the text files that systems export: delimited, a web page that calls itself xls, and the objects of an app."""

import csv
import io
import json
from html import escape
from pathlib import Path

from synthetic.filing.entry import Cell
from synthetic.offices.sheet import Sheet, Workbook, shown

LEGACY = "gb18030"
PAGE = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head><body><table border=1>
{columns}{rows}</table></body></html>"""
BREAK = "<br>"
PIXELS = 8  # of the width of a letter


def write_csv(workbook: Workbook, target: Path) -> None:
    """Delimited text, in the encoding of the office's system."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([[shown(cell) for cell in row] for row in workbook.sheets[0].rows])
    target.write_bytes(text.getvalue().encode(workbook.encoding))


def write_html(workbook: Workbook, target: Path) -> None:
    """A web page with one table, as old systems export under the name of a spreadsheet."""
    sheet = workbook.sheets[0]
    spans = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in sheet.merges}
    covered = {(row, column) for top, left, bottom, right in sheet.merges for row in range(top, bottom + 1) for column in range(left, right + 1)} - set(spans)
    rows = "".join(f"<tr>{row_of(sheet, number, spans, covered)}</tr>\n" for number in range(len(sheet.rows)))
    columns = "".join(f"<col width={width * PIXELS}>" for width in sheet.widths)
    target.write_bytes(PAGE.format(columns=columns, rows=rows).encode(LEGACY))


def row_of(sheet: Sheet, number: int, spans: dict[tuple[int, int], tuple[int, int]], covered: set[tuple[int, int]]) -> str:
    """The cells of one row; those that a merged one covers are left out."""
    shown_cells = [(column, cell) for column, cell in enumerate(sheet.rows[number]) if (number, column) not in covered]
    return "".join(f"<td{spanning(spans.get((number, column)))}>{escape(shown(cell)).replace(chr(10), BREAK)}</td>" for column, cell in shown_cells)


def spanning(span: tuple[int, int] | None) -> str:
    """How many rows and columns a cell covers."""
    return f" rowspan={span[0]} colspan={span[1]}" if span else ""


def write_json(workbook: Workbook, target: Path) -> None:
    """The answer of the mobile app: its objects under `data`, each value under its title."""
    header, *rows = workbook.sheets[0].rows
    data: list[dict[str, Cell]] = [dict(zip(map(str, header), row, strict=True)) for row in rows]
    text = json.dumps({"code": 0, "msg": "success", "total": len(data), "data": data}, ensure_ascii=False, indent=1, default=str)
    target.write_text(text, encoding="utf-8")
