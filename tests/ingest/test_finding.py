"""Tables are found by their looks: a library's books, boxes and shoes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.catalog import load
from ingest.cells import Merged, Sheet, Value, Workbook
from ingest.finding import find_tables
from ingest.table import ReadSheet

CATALOG = load()
HEADER = ("序号", "书名", "作者", "册数")
BOOKS: tuple[tuple[Value, ...], ...] = ((1.0, "呐喊", "鲁迅", 3.0), (2.0, "边城", "沈从文", 2.0))


def found(*rows: tuple[Value, ...], merged: tuple[Merged, ...] = (), name: str = "图书", hidden: bool = False) -> ReadSheet:
    """What is found on a sheet of these rows, each as wide as the widest."""
    width = max(map(len, rows), default=0)
    grid = tuple(row + (None,) * (width - len(row)) for row in rows)
    (sheet,) = find_tables(Workbook("xlsx", (Sheet(name, hidden, grid, merged),)), CATALOG)
    return sheet


def skipped(sheet: ReadSheet) -> list[tuple[int, str]]:
    """The rows of the only table that are no records."""
    (table,) = sheet.tables
    return [(one.row, one.reason) for one in table.skipped]


def test_a_title_an_info_row_and_a_note_are_no_records() -> None:
    """Above the header the title and who filed it, below the body who signed."""
    sheet = found(("图书台账（2023年4月）",), ("填报单位：图书馆    填报月份：4月份",), HEADER, *BOOKS, (), ("填报人：甲",))
    (table,) = sheet.tables

    assert (table.header_rows, table.first_row, table.last_row, len(table.records)) == ((3,), 4, 5, 2)
    assert skipped(sheet) == [(1, "title"), (2, "info"), (7, "note")]


def test_a_total_becomes_a_control_total() -> None:
    """A total row is no book; its figures are kept to be checked."""
    sheet = found(HEADER, *BOOKS, ("合　计", None, None, 5.0))
    (table,) = sheet.tables

    assert [(one.row, one.column, one.text) for one in table.control_totals] == [(4, 4, "5")]
    assert len(table.records) == 2
    assert table.last_row == 4


def test_a_figure_alone_under_its_column_is_a_total() -> None:
    """Nobody wrote 合计, and still the last row is no book."""
    assert skipped(found(HEADER, *BOOKS, (None, None, None, 5.0))) == [(4, "total")]


def test_stacked_headers_are_joined_with_their_parent() -> None:
    """件 under 馆藏 and 件 under 外借 are two columns."""
    merged = (Merged(1, 1, 2, 1), Merged(1, 2, 2, 2), Merged(1, 3, 1, 4))
    sheet = found(("序号", "书名", "册数", None), (None, None, "馆藏（册）", "外借（册）"), (1.0, "呐喊", 3.0, 1.0), merged=merged)
    (table,) = sheet.tables

    assert [header.name for header in table.headers] == ["序号", "书名", "册数/馆藏（册）", "册数/外借（册）"]
    assert table.header_rows == (1, 2)


def test_codes_of_a_machine_stand_above_the_names() -> None:
    """An export's first row names database columns."""
    sheet = found(("XH", "BOOK_NAME", "AUTHOR", "N"), HEADER, *BOOKS)

    assert skipped(sheet) == [(1, "code_row")]
    assert len(sheet.tables[0].records) == 2


def test_units_and_hints_below_the_header_are_no_records() -> None:
    """件 and 必填 tell how to fill in the column."""
    assert skipped(found(HEADER, (None, None, None, "件"), *BOOKS)) == [(2, "unit")]
    assert skipped(found(HEADER, ("必填", "必填，不超过20字", None, "格式：整数"), *BOOKS)) == [(2, "hint")]


def test_rows_that_only_have_a_number_are_an_unfilled_template() -> None:
    """They lie in the body, and are no records."""
    sheet = found(HEADER, *BOOKS, (3.0,), (4.0,))

    assert skipped(sheet) == [(4, "number_only"), (5, "number_only")]
    assert sheet.tables[0].last_row == 5


def test_a_blank_row_inside_the_body_is_said_and_one_below_is_not() -> None:
    """The first may hide a lost record, the second is paper."""
    assert skipped(found(HEADER, BOOKS[0], (), BOOKS[1], (), ())) == [(3, "blank")]


def test_a_merged_cell_counts_for_every_row_it_covers() -> None:
    """Two books of one author, written once."""
    sheet = found(HEADER, (1.0, "呐喊", "鲁迅", 3.0), (2.0, "彷徨", None, 2.0), merged=(Merged(2, 3, 3, 3),))

    assert [record.values[3] for record in sheet.tables[0].records] == ["鲁迅", "鲁迅"]


def test_two_tables_stand_one_below_the_other() -> None:
    """Each with its own title."""
    sheet = found(("图书",), HEADER, *BOOKS, (), ("鞋类",), ("序号", "鞋名", "颜色", "双数"), (1.0, "布鞋", "黑", 4.0))

    assert sheet.role == "stacked"
    assert [[header.name for header in table.headers][1] for table in sheet.tables] == ["书名", "鞋名"]
    assert [len(table.records) for table in sheet.tables] == [2, 1]


@pytest.mark.parametrize(
    ("rows", "name", "hidden", "role"),
    [
        ((), "Sheet2", False, "empty"),
        ((HEADER,), "图书", False, "template"),
        ((("填表说明",), ("1.书名写全称。",)), "填表说明", False, "instructions"),
        ((("01", "小说"), ("02", "诗")), "dict", True, "code_list"),
        ((("总数", 5.0, "其中小说", 3.0), ("借出", 2.0, None, None)), "月报", False, "crosstab"),
        (((*HEADER,), *BOOKS), "图书", True, "table"),
    ],
)
def test_a_sheet_has_a_role(rows: tuple[tuple[Value, ...], ...], name: str, hidden: bool, role: str) -> None:  # noqa: FBT001  the table's last column but one
    """Hidden or not, a list of codes is none of ours, and a table is one."""
    assert found(*rows, name=name, hidden=hidden).role == role


WORDS = st.text(alphabet="甲乙丙丁戊己庚辛壬癸子丑寅卯", min_size=2, max_size=6)


@given(names=st.lists(WORDS, min_size=3, max_size=8, unique=True), count=st.integers(1, 9), above=st.booleans())
def test_any_list_below_a_title_is_found(names: list[str], count: int, above: bool) -> None:  # noqa: FBT001  drawn
    """Every row of figures and words under distinct names is a record, with or without a title."""
    title: tuple[tuple[Value, ...], ...] = (("某单位2023年4月登记表",),) if above else ()
    rows = [tuple(float(row + column) for column in range(len(names))) for row in range(count)]
    (table,) = found(*title, tuple(names), *rows).tables

    assert [header.name for header in table.headers] == names
    assert [tuple(record.values.values()) for record in table.records] == rows
