"""Marking a workbook: the guilty cells are filled and noted, our sheet stands in front, and nothing else is another byte."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.comments import Comment

from ingest.marking.unmarkable import UnmarkableError
from tests.ingest.marking.workbooks import (
    NOTE,
    WORDS,
    colour,
    line,
    mark,
    marked,
    note,
    opened,
    packed,
    parts,
    plain,
    replaced,
    rich,
    saved,
    styled,
    text,
    with_thread,
)

SHEET = "xl/worksheets/sheet1.xml"
NEW = {"xl/comments1.xml", "xl/drawings/vmlDrawing1.vml"}
TOUCHED = {SHEET, "xl/worksheets/_rels/sheet1.xml.rels", "xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml"}


def differing(before: bytes, after: bytes) -> set[str]:
    """The parts that are new, gone or other bytes."""
    old, new = parts(before), parts(after)
    return {name for name in old.keys() | new.keys() if old.get(name) != new.get(name)}


def test_a_guilty_cell_is_filled_and_says_what_is_wrong() -> None:
    """In the colour of its weight; its neighbours are left alone."""
    workbook = opened(marked(saved(styled(plain())), mark(), mark(row=4, column=3, severity="explain", note=None)))
    assert colour(workbook, "B3") == WORDS.colours["block"]
    assert note(workbook, "B3") == NOTE
    assert colour(workbook, "C4") == WORDS.colours["explain"]
    assert note(workbook, "C4") is None
    assert colour(workbook, "B4") is None


def test_only_the_parts_that_hold_marks_are_other_bytes() -> None:
    """Chart, picture, text box, control, macros, printer settings, hidden sheets: all as they were. The sheet that was open is no longer selected."""
    content = rich()
    after = marked(content)
    assert differing(content, after) == TOUCHED | NEW | {"xl/worksheets/sheet2.xml", "xl/worksheets/sheet5.xml"}
    assert [state.sheet_state for state in opened(after).worksheets] == ["visible", "visible", "visible", "hidden", "veryHidden"]


def test_in_a_marked_sheet_all_behind_the_rows_stays_but_for_the_place_of_the_notes() -> None:
    """Protection, filter, rules, lists, controls, sparklines: byte for byte, and the new element where the order of elements wants it."""
    content = rich()
    before, after = (text(parts(one), SHEET).partition("</sheetData>")[2] for one in (content, marked(content)))
    added = re.search(r'<legacyDrawing xmlns:r="[^"]*" r:id="rIdFq\d+"/>', after)
    assert added
    assert after.replace(added[0], "") == before
    assert after.index("<drawing") < added.start() < after.index("<mc:AlternateContent")


def test_every_other_cell_keeps_value_and_style() -> None:
    """All cells of all sheets, compared by what another program reads."""
    content = saved(styled(plain(also=["五月"])))
    before, after = opened(content), opened(marked(content))
    for sheet in before.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                same = after[sheet.title][cell.coordinate]
                was, stands = (repr((one.value, one.font, one.border, one.alignment, one.number_format, one.protection)) for one in (cell, same))
                assert stands == was
                assert (repr(same.fill) == repr(cell.fill)) == (cell.coordinate != "B3" or sheet.title != "台账")


def test_the_same_input_gives_the_same_bytes() -> None:
    """No time, no chance."""
    content = rich()
    assert marked(content) == marked(content)


# Our sheet -----------------------------------------------------------------------------------------------------------


def test_our_sheet_stands_in_front_and_is_the_only_one_selected() -> None:
    """Two selected sheets would both be typed into."""
    workbook = plain(also=["五月"])
    workbook.active = 1
    workbook.worksheets[0].sheet_view.tabSelected = True
    after = opened(marked(saved(workbook)))
    assert after.sheetnames == ["先改这几处", "台账", "五月"]
    assert after.active is after.worksheets[0]
    assert [bool(sheet.sheet_view.tabSelected) for sheet in after.worksheets] == [True, False, False]


def test_a_line_says_everything_and_leads_to_its_cell() -> None:
    """One A4 page wide, headers on every page, the key hidden, the answer's cell for text."""
    sheet = opened(marked(saved(plain())))["先改这几处"]
    assert [cell.value for cell in sheet[4]][:9] == ["序号", "轻重", "点击跳转", "在哪里", "错在哪里", "应为（例）", "怎么改", "手册", "说明（在这里填写）"]
    assert [cell.value for cell in sheet[5]][:9] == [1, "必须改", "B3", line().place, line().wrong, line().should_be, line().remedy, "第1节", None]
    assert sheet["C5"].hyperlink.location == "'台账'!B3"
    assert sheet["I5"].number_format == "@"
    assert sheet.column_dimensions["J"].hidden
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation, sheet.sheet_properties.pageSetUpPr.fitToPage) == (9, "landscape", True)
    assert sheet.print_title_rows == "$4:$4"


def test_names_of_single_sheets_keep_their_sheet() -> None:
    """Print areas and titles are counted by the place of the sheet, and ours moved all on by one."""
    workbook = plain(also=["五月"])
    workbook["台账"].print_area, workbook["五月"].print_title_rows = "A1:D6", "1:2"
    after = opened(marked(saved(workbook)))
    assert after["台账"].print_area == "'台账'!$A$1:$D$6"
    assert after["五月"].print_title_rows == "$1:$2"


def test_a_sheet_with_a_strange_name_is_linked_to() -> None:
    """Quotes are doubled, signs of XML are escaped."""
    workbook = plain()
    workbook.worksheets[0].title = "4月<'甲' & 乙>"
    after = opened(marked(saved(workbook), mark("4月<'甲' & 乙>"), lines=[line(sheet="4月<'甲' & 乙>")]))
    assert after["先改这几处"]["C5"].hyperlink.location == "'4月<''甲'' & 乙>'!B3"


def test_text_that_looks_like_a_formula_stays_text() -> None:
    """Whatever a clerk filed is repeated as words."""
    for sign in "=+-@＝＋－＠":
        cell = opened(marked(saved(plain()), lines=[line(wrong=f"{sign}1+1", explanation=f"{sign}cmd|'/c calc'!A1")]))["先改这几处"]
        assert (cell["E5"].data_type, cell["E5"].value) == ("s", f"{sign}1+1")
        assert cell["I5"].data_type == "s"


def test_a_line_without_a_place_has_no_link() -> None:
    """What is said of the whole file leads nowhere."""
    sheet = opened(marked(saved(plain()), lines=[line(sheet=None, at=None, jump="")]))["先改这几处"]
    assert sheet["C5"].hyperlink is None


# Cells ---------------------------------------------------------------------------------------------------------------


def test_a_merged_range_is_marked_at_the_cell_that_shows_it() -> None:
    """Fill, note and link."""
    workbook = plain()
    workbook.worksheets[0].merge_cells("B3:C4")
    after = opened(marked(saved(workbook), mark(row=4, column=3), lines=[line(at=(4, 3))]))
    assert colour(after, "B3") == WORDS.colours["block"]
    assert note(after, "B3") == NOTE
    assert after["先改这几处"]["C5"].hyperlink.location == "'台账'!B3"


@pytest.mark.parametrize("cell", ["D3", "F3", "B9", "A1048576", "XFD1"])
def test_a_cell_that_is_not_there_is_put_in(cell: str) -> None:
    """In its row, behind it, below all rows; at the last cell a sheet can have."""
    workbook = opened(saved(plain()))
    at = workbook["台账"][cell]
    after = opened(marked(saved(plain()), mark(row=at.row, column=at.column), lines=[line(at=(at.row, at.column))]))
    assert colour(after, cell) == WORDS.colours["block"]
    assert note(after, cell) == NOTE
    assert after["台账"]["A2"].value == "第1号"


def test_a_cell_that_is_not_there_looks_like_its_row_or_column() -> None:
    """The row's format outranks the column's."""
    workbook = plain()
    sheet = workbook.worksheets[0]
    sheet.column_dimensions["F"].number_format = "0.0%"
    after = opened(marked(saved(workbook), mark(row=9, column=6), lines=[]))
    assert after["台账"]["F9"].number_format == "0.0%"


def test_a_cell_beyond_the_last_row_is_refused_by_name() -> None:
    """There is no such cell."""
    with pytest.raises(UnmarkableError, match="no_cell"):
        marked(saved(plain()), mark(column=16_385))


@settings(max_examples=25, deadline=None)
@given(st.sets(st.tuples(st.integers(1, 12), st.integers(1, 8)), min_size=1, max_size=20))
def test_exactly_the_marked_cells_are_filled_and_noted(cells: set[tuple[int, int]]) -> None:
    """Wherever they stand, in whatever order they come."""
    after = opened(marked(saved(plain()), *(mark(row=row, column=column) for row, column in cells), lines=[]))["台账"]
    filled = {(cell.row, cell.column) for row in after.iter_rows() for cell in row if cell.fill.fill_type == "solid"}
    noted = {(cell.row, cell.column) for row in after.iter_rows() for cell in row if cell.comment}
    assert filled == noted == cells


# Notes ---------------------------------------------------------------------------------------------------------------


def noted_by_the_office() -> bytes:
    """A workbook in which the office noted something itself."""
    workbook = plain()
    workbook.worksheets[0]["B3"].comment = Comment("请旗局核实", "王主任")
    workbook.worksheets[0]["A2"].comment = Comment("已核", "王主任")
    return saved(workbook)


def test_the_offices_own_notes_stay_and_ours_stand_behind_them() -> None:
    """One note per cell is all the format allows."""
    after = opened(marked(noted_by_the_office(), mark(), mark(row=4)))
    assert note(after, "B3") == f"请旗局核实\n{WORDS.rule}\n{NOTE}"
    assert note(after, "A2") == "已核"
    assert note(after, "B4") == NOTE


def test_a_discussed_cell_gets_no_note_and_its_line_says_so() -> None:
    """Its program would write over it."""
    after = opened(marked(with_thread(saved(plain()), "B3")))
    assert note(after, "B3") is None
    assert colour(after, "B3") == WORDS.colours["block"]
    assert "此格已有讨论" in str(after["先改这几处"]["D5"].value)


def test_boxes_have_ids_of_their_own_in_every_sheet() -> None:
    """An id used twice makes programs repair the file; more than 1 023 need a second block."""
    workbook = plain(rows=1_200, also=["五月"])
    marks = [*(mark(row=row) for row in range(2, 1_200)), mark("五月", row=1, column=1)]
    after = parts(marked(saved(workbook), *marks, lines=[]))
    drawings = [text(after, name) for name in after if name.endswith(".vml")]
    ids = [int(found) for drawing in drawings for found in re.findall(r'id="_x0000_s(\d+)"', drawing)]
    blocks = [set(re.search(r'idmap v:ext="edit" data="([\d,]+)"', drawing)[1].split(",")) for drawing in drawings]  # type: ignore[index]
    assert len(set(ids)) == len(ids) == 1_199
    assert not blocks[0] & blocks[1]
    assert {str(one // 1024) for one in ids} == blocks[0] | blocks[1]


def test_a_box_stands_where_columns_can_be_seen() -> None:
    """Hidden columns to the right, without end: it stands left of the cell."""
    workbook = plain()
    workbook.worksheets[0].column_dimensions.group("C", "XFD", hidden=True)
    drawing = text(parts(marked(saved(workbook))), "xl/drawings/vmlDrawing1.vml")
    left, right = (int(re.search(r"<x:Anchor>([^<]*)<", drawing)[1].split(",")[at]) for at in (0, 4))  # type: ignore[index]
    assert 0 <= left <= right < 8


# What a click does not show ------------------------------------------------------------------------------------------


def test_no_link_leads_into_a_hidden_sheet() -> None:
    """It would do nothing; the line says why."""
    workbook = plain(also=["五月"])
    workbook["台账"].sheet_state = "hidden"
    workbook.active = 1
    sheet = opened(marked(saved(workbook)))["先改这几处"]
    assert sheet["C5"].hyperlink is None
    assert "此表被隐藏" in str(sheet["D5"].value)


@pytest.mark.parametrize("hide", ["row", "column"])
def test_a_hidden_cell_is_told_of(hide: str) -> None:
    """By hand or by a filter."""
    workbook = plain()
    sheet = workbook.worksheets[0]
    (sheet.row_dimensions[3] if hide == "row" else sheet.column_dimensions["B"]).hidden = True
    assert "隐藏或筛选" in str(opened(marked(saved(workbook)))["先改这几处"]["D5"].value)


# Unusual ways of writing ---------------------------------------------------------------------------------------------


def prefixed(content: bytes) -> bytes:
    """The workbook with its first sheet written under a prefix."""
    before = parts(content)
    xml = re.sub(r"<(/?)([a-zA-Z]+)(?=[\s/>])", r"<\1x:\2", text(before, SHEET)).replace("xmlns=", "xmlns:x=")
    return packed(before | {SHEET: xml.encode()})


def in_utf16(content: bytes) -> bytes:
    """The workbook with its first sheet in UTF-16."""
    before = parts(content)
    xml = '<?xml version="1.0" encoding="UTF-16"?>' + re.sub(r"^<\?xml[^>]*\?>", "", text(before, SHEET))
    return packed(before | {SHEET: xml.encode("utf-16")})


def in_gbk(content: bytes) -> bytes:
    """The workbook with its styles in the encoding of old Chinese programs."""
    before = parts(content)
    return packed(before | {"xl/styles.xml": ('<?xml version="1.0" encoding="GBK"?>' + text(before, "xl/styles.xml")).encode("gbk")})


def with_a_mark(content: bytes) -> bytes:
    """The workbook with the mark of UTF-8 before its first sheet."""
    before = parts(content)
    return packed(before | {SHEET: b"\xef\xbb\xbf" + before[SHEET]})


def without_addresses(content: bytes) -> bytes:
    """The workbook whose cells and rows state no address."""
    before = parts(content)
    return packed(before | {SHEET: re.sub(r'(<(?:row|c)\b[^>]*?) r="[^"]*"', r"\1", text(before, SHEET)).encode()})


def with_comments(content: bytes) -> bytes:
    """The workbook with comments and CDATA among its cells."""
    return replaced(content, SHEET, r"<sheetData>", "<sheetData><!-- <c r='B3'> --><?note?>")


def with_single_quotes(content: bytes) -> bytes:
    """The workbook whose sheet is written with single quotes and a sign of greater within one."""
    before = parts(content)
    xml = text(before, SHEET).replace('r="B3"', "x:n='a>b' r='B3'").replace("<worksheet ", '<worksheet xmlns:x="urn:x" ')
    return packed(before | {SHEET: xml.encode()})


def in_strict(content: bytes) -> bytes:
    """The workbook as ISO 29500 strict names its elements."""
    old, new = "http://schemas.openxmlformats.org/", "http://purl.oclc.org/ooxml/"
    names = {f"{old}spreadsheetml/2006/main": f"{new}spreadsheetml/main", f"{old}officeDocument/2006/relationships": f"{new}officeDocument/relationships"}
    before = parts(content)
    for plain_name, strict_name in names.items():
        before = {name: xml.replace(plain_name.encode(), strict_name.encode()) for name, xml in before.items()}
    return packed(before)


@pytest.mark.parametrize("written", [prefixed, in_utf16, in_gbk, with_a_mark, without_addresses, with_comments, with_single_quotes])
def test_workbooks_written_in_unusual_ways_are_marked_like_others(written: object) -> None:
    """Each is read by another program afterwards, with all its cells."""
    workbook = opened(marked(written(saved(styled(plain())))))  # type: ignore[operator]
    assert (colour(workbook, "B3"), note(workbook, "B3")) == (WORDS.colours["block"], NOTE)
    assert [cell.value for cell in workbook["台账"]["A"]] == ["编号", "第1号", "第2号", "第3号", "第4号", "第5号"]


def test_a_strict_workbook_gets_strict_relations() -> None:
    """Its new parts are found by the names that it uses."""
    after = parts(marked(in_strict(saved(plain()))))
    assert "http://schemas.openxmlformats.org/officeDocument" not in text(after, "xl/_rels/workbook.xml.rels") + text(
        after, "xl/worksheets/_rels/sheet1.xml.rels"
    )
    assert "purl.oclc.org" in text(after, "xl/comments1.xml") + text(after, "xl/worksheets/sheet2.xml")
