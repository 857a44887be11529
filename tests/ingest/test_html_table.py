"""HTML tables that call themselves workbooks: the cells lie where a browser shows them."""

from pathlib import Path

import pytest

from ingest.cells import Merged, Refused, Sheet, Workbook
from ingest.limits import Limits
from ingest.opening import open_file

SAMPLE = Path(__file__).parents[2] / "tests/samples/inbox/土默特右旗/网格线索上报（5月）.xls"


def sheet(page: str, encoding: str = "utf-8") -> Sheet:
    """The only sheet of a page."""
    found = open_file(page.encode(encoding), "台账.xls")
    assert isinstance(found, Workbook), found
    assert found.format == "html"
    return found.sheets[0]


def rows(body: str) -> tuple[tuple[object, ...], ...]:
    """The cells of a page with one table."""
    return sheet(f"<html><body><table>{body}</table></body></html>").rows


def refused(content: bytes, limits: Limits = Limits()) -> tuple[str, str]:  # noqa: B008 - it cannot be changed
    """Why a page does not open."""
    found = open_file(content, "台账.xls", limits)
    assert isinstance(found, Refused), found
    return found.code, found.facts.get("kind", "")


def test_the_sample_is_read_as_its_office_sees_it() -> None:
    """A title over eight columns, a header, twenty-six leads; its text in GBK though it says gb2312."""
    found = open_file(SAMPLE.read_bytes(), SAMPLE.name)
    assert isinstance(found, Workbook)
    (only,) = found.sheets
    assert (only.name, only.width, len(only.rows)) == ("html", 8, 28)
    assert only.rows[0][0] == "网格员矛盾线索上报（2023年5月）"
    assert only.merged == (Merged(1, 1, 1, 8),)


def test_spans_push_the_cells_of_later_rows_to_the_right() -> None:
    """The second row begins in the second column, because the first is taken."""
    table = sheet("<table><tr><td rowspan=2>甲</td><td colspan=2>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table>")
    assert table.rows == (("甲", "乙", ""), ("", "丙", "丁"))
    assert set(table.merged) == {Merged(1, 1, 2, 1), Merged(1, 2, 1, 3)}


def test_white_space_of_the_source_is_none_of_the_cell() -> None:
    """A line break is where the page asks for one."""
    assert rows("<tr><td>\n  张\n  <b>三</b>  <br>李四 </td><td>&nbsp;7&nbsp;</td></tr>")[0][0] == "张 三\n李四"
    assert rows("<tr><td>007</td><td>1.10</td></tr>") == (("007", "1.10"),)


def test_tables_that_only_lay_out_a_page_are_not_cells() -> None:
    """The inner tables stand one below the other, an empty row between them."""
    page = "<table><tr><td><table><tr><td>甲</td></tr></table></td><td><table><tr><td>乙</td></tr></table></td></tr></table>"
    assert sheet(page).rows == (("甲",), ("",), ("乙",))


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_the_bytes_tell_the_encoding_whatever_the_page_says(encoding: str) -> None:
    """A page that was converted and still calls itself gb2312."""
    assert sheet("<html><head><meta charset=gb2312></head><table><tr><td>扎萨克图</td><td>乙</td></tr></table></html>", encoding).rows == (("扎萨克图", "乙"),)


def test_a_page_that_ends_within_a_table_is_damaged() -> None:
    """Half a table says that the rest is empty."""
    assert refused(b"<html><table><tr><td>1</td></tr><tr><td>") == ("damaged", "cut_off")


def test_a_span_beyond_all_measure_is_a_bomb() -> None:
    """One tag may ask for a million cells."""
    wide = "<tr>" + "<td colspan=1000>1</td>" * 6 + "</tr>"
    assert refused(f"<table>{wide * 1200}</table>".encode())[0] == "bomb"


def test_a_page_without_a_table_is_said_to_be_a_page() -> None:
    """A login page that was saved instead of the export."""
    assert refused("<html><p>请登录</p></html>".encode()) == ("unsupported", "html")
