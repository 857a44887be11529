"""Old workbooks: cells come out as they would from a new one, and what is broken is refused."""

import struct
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import load_workbook

from ingest.cells import Merged, Refused, Sheet, Value, Workbook
from ingest.limits import Limits
from ingest.opening import open_file
from tests.ingest.made_biff import MadeSheet, boolean, error, formula, hidden_row, label, merged, number, one_sheet, record, rich, workbook

SAMPLE = Path(__file__).parents[2] / "tests/samples/inbox/昆都仑区/人民调解案件导出_昆都仑区_202304.xls"
XLS = SAMPLE.read_bytes()


def opened(content: bytes) -> Workbook:
    """A file that opens; nobody believes its name."""
    found = open_file(content, "台账.xlsx")
    assert isinstance(found, Workbook), found
    return found


def only_sheet(content: bytes) -> Sheet:
    """The sheet of a workbook that has one."""
    (found,) = opened(content).sheets
    return found


def refused(content: bytes, limits: Limits | None = None) -> tuple[str, str]:
    """Why a file does not open: the code, and the kind where it says more."""
    found = open_file(content, "台账.xls", limits) if limits else open_file(content, "台账.xls")
    assert isinstance(found, Refused), found
    return found.code, found.facts.get("kind", "")


# What its cells hold -------------------------------------------------------------------------------------------------


def test_the_sample_holds_what_another_reader_finds_in_it() -> None:
    """The case export of an office: the same cells as of calamine."""
    found = only_sheet(XLS)
    assert found.rows == tuple(map(tuple, load_workbook(str(SAMPLE)).get_sheet_by_index(0).to_python(skip_empty_area=False)))
    assert (opened(XLS).format, found.name, found.merged) == ("xls", "诉源事件", (Merged(1, 1, 1, 25),))


def test_a_code_of_sixteen_digits_stays_text() -> None:
    """Its zero in front and its last digits stand."""
    assert only_sheet(XLS).value(3, 1) == "0150203202300001"


@pytest.mark.parametrize(
    ("days", "code", "value"),
    [
        (45019, "yyyy-mm-dd", date(2023, 4, 3)),
        (45019, 'yyyy"年"m"月"d"日"', date(2023, 4, 3)),
        (45019.25, "yyyy/m/d h:mm", datetime(2023, 4, 3, 6, 0)),  # noqa: DTZ001 - a cell knows no zone
        (0.5, "h:mm", time(12, 0)),
        (1.5, "[h]:mm", timedelta(hours=36)),
        (0, "yyyy-mm-dd", time(0, 0)),
        (-1, "yyyy-mm-dd", -1.0),
        (3e6, "yyyy-mm-dd", 3e6),
        (200, "#,##0.00;[Red]-#,##0.00", 200.0),
        (50, '0.00"yuan/dossier"', 50.0),
    ],
)
def test_a_number_under_a_format_is_a_day_or_money(days: float, code: str, value: Value) -> None:
    """The d of [Red] is no day, nor are the letters in quotes."""
    assert only_sheet(one_sheet(number(1, 1, days, style=1), formats=[code])).value(1, 1) == value


def test_days_counted_from_1904_are_the_same_days() -> None:
    """An old program on another machine."""
    assert only_sheet(one_sheet(number(1, 1, 43555, style=1), formats=["yyyy-mm-dd"], is_1904=True)).value(1, 1) == date(2023, 4, 1)


def test_formulas_give_their_stored_results() -> None:
    """A number, a text, and an empty text, which is nothing."""
    found = only_sheet(one_sheet(formula(1, 1, 12.5), formula(1, 2, "已履行"), formula(1, 3, ""), label(2, 1, "甲")))
    assert [found.value(1, column) for column in (1, 2, 3)] == [12.5, "已履行", None]


def test_error_values_are_no_text_that_could_be_taken_for_a_filing() -> None:
    """They stand beside the cells."""
    found = only_sheet(one_sheet(error(1, 1, 0x17), error(1, 2, 0x2A), boolean(1, 3, value=True)))
    assert found.errors == {(1, 1): "#REF!", (1, 2): "#N/A"}
    assert found.rows == (("", "", True),)


def test_hidden_rows_and_sheets_are_told_and_read() -> None:
    """A filter hides records; they stay records."""
    shown = MadeSheet("台账", number(1, 1, 1) + hidden_row(2) + number(2, 1, 2))
    first, second, third = opened(workbook(shown, MadeSheet("代码", label(1, 1, "甲"), visibility=1), MadeSheet("库", b"", visibility=2))).sheets
    assert (first.hidden, first.hidden_rows, first.rows) == (False, frozenset({2}), ((1.0,), (2.0,)))
    assert [second.hidden, third.hidden, third.rows] == [True, True, ()]


def test_a_number_format_that_tells_something_stands_beside_the_value() -> None:
    """35% is kept as 0.35; two plain decimals tell nothing."""
    cells = number(1, 1, 0.35, style=1) + number(1, 2, 5, style=2)
    assert only_sheet(one_sheet(cells, formats=["0.0%", "#,##0.00"])).formats == {(1, 1): "0.0%"}


def test_what_is_struck_out_is_no_part_of_a_text() -> None:
    """The old amount before the new one, and behind it; the whole text stands beside."""
    found = only_sheet(one_sheet(rich(1, 1, "100200", (0, 1), (3, 0)), rich(1, 2, "200元100", (4, 1)), rich(1, 3, "300", (1, 0)), label(1, 4, "400")))
    assert found.rows == (("200", "200元", "300", "400"),)
    assert found.struck == {(1, 1): "100200", (1, 2): "200元100"}


def test_cells_keep_their_addresses_where_the_sheet_begins_further_down() -> None:
    """A table at C5 is read at C5, and a merge over all columns ends where the cells do."""
    found = only_sheet(one_sheet(label(5, 3, "甲"), merged((5, 5, 1, 256))))
    assert (len(found.rows), found.width, found.value(5, 3), found.merged) == (5, 3, "甲", (Merged(5, 1, 5, 3),))


def test_what_the_reader_only_remarks_on_refuses_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """A merge beyond the last column, found when the sheet is read; and no word of it on the terminal."""
    found = only_sheet(one_sheet(label(1, 1, "甲"), number(1, 2, 5), merged((1, 1, 1, 300))))
    assert found.rows == (("甲", 5.0),)
    assert capsys.readouterr() == ("", "")


def test_texts_of_a_library_that_knew_no_unicode_are_read_as_offices_write() -> None:
    """A stream of the oldest kind, without a word about its encoding."""
    characters = "昆都仑区".encode("gb18030")
    cell = record(0x0204, struct.pack("<HHHH", 0, 0, 0, len(characters)) + characters)
    assert only_sheet(record(0x0809, struct.pack("<HHHH", 0, 0x10, 0, 0)) + cell + record(0x000A)).value(1, 1) == "昆都仑区"


def test_a_workbook_of_wps_is_an_old_workbook() -> None:
    """It brings a stream of its own beside it."""
    assert opened(XLS + "ETExtData".encode("utf-16-le")).format == "et"


# What is refused -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("share", [0.02, 0.1, 0.3, 0.6, 0.9, 0.999])
def test_a_file_cut_off_is_refused(share: float) -> None:
    """Compound or bare, none of them is read as far as it goes."""
    bare = one_sheet(*(label(row, 1, "甲乙丙") for row in range(1, 200)))
    for content in (XLS, bare):
        assert refused(content[: int(len(content) * share)])[0] == "damaged"


def test_a_password_is_recognised_in_a_bare_stream() -> None:
    """The clerk is told to take it off."""
    content = one_sheet(label(1, 1, "甲"))
    start = content.index(record(0x0042, struct.pack("<H", 1200)))
    assert refused(content[:start] + record(0x002F, bytes(54)) + content[start:]) == ("encrypted", "")


def test_a_workbook_of_charts_alone_is_refused() -> None:
    """It has no sheet of cells."""
    assert refused(workbook()) == ("unsupported", "macro_only")


def test_too_many_sheets_and_too_far_cells_are_refused() -> None:
    """As of a new workbook."""
    assert refused(one_sheet(label(1, 1, "甲")), Limits(sheets=0)) == ("too_large", "sheets")
    assert refused(one_sheet(label(1, 1, "甲"), label(65536, 256, "乙"))) == ("bomb", "area")


def test_merged_in_layers_is_refused() -> None:
    """A sheet merged over and over."""
    assert refused(one_sheet(number(9999, 26, 1), *(merged(*[(1, 9999, 1, 26)] * 1000) for _ in range(20)))) == ("bomb", "area")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(XLS) - 1), st.integers(0, 255)), min_size=1, max_size=40))
def test_changed_bytes_are_read_or_refused_and_nothing_else(changes: list[tuple[int, int]]) -> None:
    """Whatever they lead the reader to."""
    content = bytearray(XLS)
    for place, value in changes:
        content[place] = value
    assert isinstance(open_file(bytes(content), "台账.xls"), Workbook | Refused)
