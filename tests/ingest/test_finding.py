"""Tables are found by their looks: a library's books, boxes and shoes."""

import io
from dataclasses import replace
from datetime import date

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.catalog import load
from ingest.cells import Merged, Sheet, Value, Workbook
from ingest.finding import find_tables
from ingest.opening import open_file
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


LOANS = ("序号", "书名", "借阅人", "借阅日期", "册数")
MAY = date(2023, 5, 4)
LENT: tuple[tuple[Value, ...], ...] = ((1.0, "呐喊", "甲", MAY, 1.0), (2.0, "边城", "乙", MAY, 2.0), (3.0, "骆驼祥子", "丙", MAY, 1.0))
WIDE = Merged(0, 1, 0, 5)


def across(*rows: int) -> tuple[Merged, ...]:
    """Rows merged over the whole width of the loans."""
    return tuple(replace(WIDE, first_row=row, last_row=row) for row in rows)


def rows_and_skipped(sheet: ReadSheet) -> tuple[list[int], list[tuple[int, str]]]:
    """The rows of the only table's records, and those that are none."""
    return [record.row for record in sheet.tables[0].records], skipped(sheet)


def test_names_of_sections_stand_between_records() -> None:
    """Merged across, or in the column of numbers; each section may have its own total."""
    merged = found(
        ("借阅",),
        LOANS,
        ("一、一楼",),
        LENT[0],
        ("小计", None, None, None, 1.0),
        ("二、二楼",),
        *LENT[1:],
        ("总计", None, None, None, 4.0),
        merged=across(3, 6),
    )
    plain = found(LOANS, ("一楼",), LENT[0], ("二楼",), *LENT[1:])

    assert rows_and_skipped(merged) == ([4, 7, 8], [(1, "title"), (3, "section"), (5, "total"), (6, "section"), (9, "total")])
    assert rows_and_skipped(plain) == ([3, 5, 6], [(2, "section"), (4, "section")])


def test_a_page_break_repeats_title_info_and_header() -> None:
    """The program that printed the list did so; the table goes on."""
    page = (("借阅（2023年5月）",), ("填报单位：图书馆",), LOANS)
    sheet = found(*page, *LENT[:2], *page, LENT[2])

    assert rows_and_skipped(sheet) == ([4, 5, 9], [(1, "title"), (2, "info"), (6, "title"), (7, "info"), (8, "repeated_header")])


@pytest.mark.parametrize("example", [("例", "某书", "某人", "2023-05-01", "1"), ("示例",), ("例：", "某书", None, None, None)])
def test_an_example_is_no_loan(example: tuple[Value, ...]) -> None:
    """The body begins behind it."""
    sheet = found(LOANS, example, *LENT)

    assert rows_and_skipped(sheet) == ([3, 4, 5], [(2, "sample")])
    assert sheet.tables[0].first_row == 3


def test_numbers_of_columns_and_machine_names_below_a_header_are_no_records() -> None:
    """Statistical forms count their columns; exports name them twice."""
    assert skipped(found(LOANS, (1.0, 2.0, 3.0, 4.0, 5.0), *LENT)) == [(2, "code_row")]
    assert skipped(found(LOANS, ("XH", "SM", "JYR", "JYRQ", "CS"), *LENT)) == [(2, "code_row")]


@pytest.mark.parametrize(
    "nil",
    [("本月无借阅，零报告。",), (None, "本月无"), (1.0, "无", "无", "无", "无"), (None, "/", "/", "/", "/")],
)
def test_words_that_say_there_is_nothing_are_no_record(nil: tuple[Value, ...]) -> None:
    """The sheet is a header without records, and the words are kept as a note."""
    sheet = found(("借阅",), LOANS, nil)

    assert sheet.role == "template"
    assert (sheet.tables[0].first_row, sheet.tables[0].last_row) == (3, 2)
    assert [note.row for note in sheet.tables[0].notes] == [3]


@pytest.mark.parametrize(
    "signatures",
    [
        ("填报人：甲    审核人：乙    填报日期：2023年5月4日",),
        ("填报人：", "甲", "审核人：", "乙", "5月4日"),
        ("填报人：甲", None, "审核人：乙", None, None),
        ("备注：每月5日前报送。",),
    ],
)
def test_signatures_in_one_cell_or_several_are_a_note(signatures: tuple[Value, ...]) -> None:
    """Below the body, with a gap or without."""
    assert rows_and_skipped(found(LOANS, *LENT, signatures)) == ([2, 3, 4], [(5, "note")])
    assert rows_and_skipped(found(LOANS, *LENT, (), signatures)) == ([2, 3, 4], [(6, "note")])


@pytest.mark.parametrize("label", [("合计",), (None, "合计"), (4.0, "合　　计"), ("合计（册）",), ("全馆总计",)])
def test_a_total_is_known_by_its_word_wherever_it_stands(label: tuple[Value, ...]) -> None:
    """In the first cell, behind an empty one, behind a number."""
    row = (*label, *(None,) * (4 - len(label)), 4.0)
    sheet = found(LOANS, *LENT, row)

    assert rows_and_skipped(sheet) == ([2, 3, 4], [(5, "total")])
    assert [(one.column, one.text) for one in sheet.tables[0].control_totals] == [(5, "4")]


def test_a_record_of_one_cell_is_a_record() -> None:
    """A name without anything else: the judge of cells must see it."""
    assert rows_and_skipped(found(("书名", "作者", "出版社"), ("呐喊",), ("边城", "沈从文", "商务"))) == ([2, 3], [])


def test_groups_need_not_be_merged() -> None:
    """An empty cell continues the group to its left where labels stand below."""
    sheet = found(("序号", "书名", "册数", None, "备注"), (None, None, "馆藏", "外借", None), (1.0, "呐喊", 3.0, 1.0, None), (2.0, "边城", 2.0, 2.0, None))

    assert [header.name for header in sheet.tables[0].headers] == ["序号", "书名", "册数/馆藏", "册数/外借", "备注"]


def test_a_table_may_begin_anywhere() -> None:
    """Two empty rows, two empty columns."""
    sheet = found((), (), (None, None, "图书"), (None, None, *HEADER), *((None, None, *book) for book in BOOKS))
    (table,) = sheet.tables

    assert (table.header_rows, [header.column for header in table.headers]) == ((4,), [3, 4, 5, 6])
    assert [record.values[4] for record in table.records] == ["呐喊", "边城"]


def test_lines_above_a_header_are_told_apart() -> None:
    """Title, how to fill in, who filed it; keys and their values may stand in cells of their own."""
    sheet = found(("图书",), ("填表说明：书名写全称。",), ("填报单位：", "图书馆", "填报月份：", "5月"), HEADER, *BOOKS)

    assert skipped(sheet) == [(1, "title"), (2, "hint"), (3, "info")]


def test_a_formula_without_a_result_is_a_total_whose_figure_nobody_knows() -> None:
    """The row is there although no value is."""
    grid: tuple[tuple[Value, ...], ...] = (HEADER, *BOOKS, ("合计", None, None, None))
    (sheet,) = find_tables(Workbook("xlsx", (Sheet("图书", hidden=False, rows=grid, unvalued_formulas=frozenset({(4, 4)})),)), CATALOG)

    assert [(one.row, one.column, one.text) for one in sheet.tables[0].control_totals] == [(4, 4, None)]


def test_a_form_whose_rows_are_measures_is_no_list() -> None:
    """Found, handled, rate: again and again under labels nested one in the other."""
    rows = [(kind if n == 0 else None, measure, 1.0, 2.0) for kind in ("小说", "诗", "戏剧") for n, measure in enumerate(("借出数", "归还数"))]
    assert found(("项目", "指标", "一楼", "二楼"), *rows).role == "crosstab"


def test_a_hidden_row_is_a_record() -> None:
    """A filter hides it; it was filed."""
    grid: tuple[tuple[Value, ...], ...] = (HEADER, *BOOKS)
    (sheet,) = find_tables(Workbook("xlsx", (Sheet("图书", hidden=False, rows=grid, hidden_rows=frozenset({3})),)), CATALOG)

    assert len(sheet.tables[0].records) == 2


WORDS = st.text(alphabet="甲乙丙丁戊己庚辛壬癸子丑寅卯", min_size=2, max_size=6)


@given(names=st.lists(WORDS, min_size=3, max_size=8, unique=True), count=st.integers(1, 9), above=st.booleans())
def test_any_list_of_figures_below_a_title_is_found(names: list[str], count: int, above: bool) -> None:  # noqa: FBT001  drawn
    """Every row of figures under distinct names is a record, with or without a title."""
    title: tuple[tuple[Value, ...], ...] = (("某单位2023年4月登记表",),) if above else ()
    rows = [tuple(float(row + column) for column in range(len(names))) for row in range(count)]
    (table,) = found(*title, tuple(names), *rows).tables

    assert [header.name for header in table.headers] == names
    assert [tuple(record.values.values()) for record in table.records] == rows


@st.composite
def word_tables(draw: st.DrawFn) -> tuple[list[str], list[list[str]]]:
    """Distinct names, and rows of words as wide as them."""
    names = draw(st.lists(WORDS, min_size=2, max_size=7, unique=True))
    rows = draw(st.lists(st.lists(WORDS, min_size=len(names), max_size=len(names)), min_size=1, max_size=8))
    return names, [row for row in rows if row != names] or [[f"{name}子" for name in names]]


@given(table=word_tables(), down=st.integers(0, 3), right=st.integers(0, 3))
@settings(max_examples=40, deadline=None)
def test_any_table_of_words_written_by_a_library_is_found(table: tuple[list[str], list[list[str]]], down: int, right: int) -> None:
    """A title, a header, rows of words, anywhere on the sheet: written by openpyxl, opened and found with its rows and columns."""
    names, rows = table
    book = openpyxl.Workbook()
    page = book.create_sheet("登记", 0)
    page.cell(down + 1, right + 1, "某单位2023年4月登记表")
    for number, row in enumerate([names, *rows], down + 2):
        for column, text in enumerate(row, right + 1):
            page.cell(number, column, text)
    written = io.BytesIO()
    book.save(written)

    opened = open_file(written.getvalue(), "登记表.xlsx")
    assert isinstance(opened, Workbook)
    (found_table,) = find_tables(opened, CATALOG)[0].tables
    assert (found_table.header_rows, found_table.first_row, found_table.last_row) == ((down + 2,), down + 3, down + 2 + len(rows))
    assert [(header.column, header.name) for header in found_table.headers] == list(enumerate(names, right + 1))
    assert [list(record.values.values()) for record in found_table.records] == rows
