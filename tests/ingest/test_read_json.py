"""What `read --json` prints of a file."""

from catalog.catalog import load
from ingest.read_json import ReadAnswer, read_answer
from ingest.reading import read
from tests.ingest.made_workbooks import SHEET, sheet, workbook

CATALOG = load()
CELLS = [
    ["图书借阅（2023年5月）"],
    ["填报单位：图书馆"],
    ["序号", "书名", "电话", "电话", "押金（元）"],
    ["1", "呐喊", "19000000001", "19000000002", "5"],
    ["合计", "", "", "", "5"],
    ["填报人：甲"],
]


def written(cells: list[list[str]]) -> bytes:
    """A workbook of these cells; figures are numbers, unless they are as long as a telephone number."""
    rows = []
    for row, texts in enumerate(cells, 1):
        placed = [(f"{letter}{row}", text) for letter, text in zip("ABCDE", texts, strict=False) if text]
        rows.append(
            f'<row r="{row}">{"".join(number(place, text) if text.isdecimal() and len(text) < 9 else words(place, text) for place, text in placed)}</row>'
        )
    return workbook({SHEET: sheet("".join(rows))})


def number(place: str, text: str) -> str:
    """A cell with a number."""
    return f'<c r="{place}"><v>{text}</v></c>'


def words(place: str, text: str) -> str:
    """A cell with words."""
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def answer(*, records: bool = False) -> ReadAnswer:
    """The answer about the books."""
    return read_answer(read(written(CELLS), "图书馆/借阅.xlsx", CATALOG), CATALOG, records=records)


def test_a_table_is_told_by_rows_columns_units_and_totals() -> None:
    """Rows counted from 1; whole numbers without a point."""
    (table,) = answer().model_dump(mode="json")["sheets"][0]["tables"]

    assert (table["header_rows"], table["first_row"], table["last_row"], table["row_count"]) == ([3], 4, 5, 1)
    assert table["columns"] == ["序号", "书名", "电话", "电话", "押金（元）"]
    assert table["units"] == {"押金（元）": "元"}
    assert table["control_totals"] == [{"row": 5, "column": "押金（元）", "text": "5"}]
    assert table["notes"] == [{"row": 6, "text": "填报人：甲"}]
    assert [(one["row"], one["reason"]) for one in table["skipped"]] == [(1, "title"), (2, "info"), (5, "total"), (6, "note")]


def test_records_come_when_they_are_asked_for() -> None:
    """As filed; of two columns of one name the second has its letter behind it, so that neither overwrites the other."""
    assert answer().sheets[0].tables[0].records is None
    (record,) = answer(records=True).sheets[0].tables[0].records or ()
    assert record.values == {"序号": "1", "书名": "呐喊", "电话": "19000000001", "电话 (D)": "19000000002", "押金（元）": "5"}


def test_a_file_that_is_not_read_says_what_it_is_and_what_to_do() -> None:
    """The word for what it is stands in the message."""
    refused = read_answer(read(b"%PDF-1.7 ...", "决定.pdf", CATALOG), CATALOG, records=False)

    assert (refused.opened, refused.format, refused.sheets) == (False, None, ())
    assert refused.refusal is not None
    assert (refused.refusal.code, "PDF" in refused.refusal.message) == ("unsupported", True)
