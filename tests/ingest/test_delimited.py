"""Delimited text: whatever its encoding, delimiter and line breaks, the fields come out as they were written; what is incomplete is refused."""

import codecs
import csv
import io
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ingest.cells import Refused, Sheet, Workbook
from ingest.limits import Limits
from ingest.opening import open_file

SAMPLE = Path(__file__).parents[2] / "tests/samples/inbox/昆都仑区/昆区5月调解案件.csv"
HEADER = ["序号", "案件编号", "涉案金额", "纠纷简要情况"]
MARKS = {"utf-8-sig": codecs.BOM_UTF8, "utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}
ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be")
DELIMITERS = (",", "\t", ";", "|", "，", "；")
LINE_BREAKS = ("\r\n", "\n", "\r")
CUT_OFF = (("damaged", "cut_off"), ("damaged", "open_quote"))
CASES = [
    ["1", "007", "1,200", "因院墙滴水，发生口角；\n经调解和好。"],
    ["2", "2023E0401", "", '甲说："不同意"'],
    ["", "", "", ""],
    ["3", " 1.10 ", "0.10", "\t"],
]


def written(rows: list[list[str]], delimiter: str = ",", line_break: str = "\r\n", *, is_quoted: bool = False) -> str:
    """A text as a careful program writes it: quotes where a field needs them, or around all; twice where they stand in one."""

    def field(text: str) -> str:
        needs_quotes = is_quoted or any(sign in text for sign in (delimiter, '"', "\r", "\n"))
        return '"' + text.replace('"', '""') + '"' if needs_quotes else text

    return "".join(delimiter.join(map(field, row)) + line_break for row in rows)


def only_sheet(content: bytes) -> Sheet:
    """The one sheet of a text that opens; nobody believes its name."""
    found = open_file(content, "台账.xlsx")
    assert isinstance(found, Workbook), found
    assert found.format == "csv"
    (sheet,) = found.sheets
    assert sheet.name == "csv"
    return sheet


def refused(content: bytes, limits: Limits | None = None) -> tuple[str, str]:
    """Why a text does not open: the code, and the kind where it says more."""
    found = open_file(content, "台账.csv", limits) if limits else open_file(content, "台账.csv")
    assert isinstance(found, Refused), found
    return found.code, found.facts.get("kind", "")


# Fields --------------------------------------------------------------------------------------------------------------


def test_the_sample_holds_what_is_written_in_it() -> None:
    """The case export of an office, in GB18030."""
    found = only_sheet(SAMPLE.read_bytes())
    assert [list(row) for row in found.rows] == list(csv.reader(io.StringIO(SAMPLE.read_bytes().decode("gb18030"), newline="")))


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("delimiter", DELIMITERS)
@pytest.mark.parametrize("line_break", LINE_BREAKS)
def test_a_table_is_read_as_it_was_written(encoding: str, delimiter: str, line_break: str) -> None:
    """Codes keep their zeros, amounts their commas, narratives their line breaks and quotes."""
    rows = [HEADER, *CASES]
    assert only_sheet(written(rows, delimiter, line_break).encode(encoding)).rows == tuple(map(tuple, rows))


FIELDS = st.text(st.characters(codec="gb18030", exclude_categories=("Cc", "Cs", "Co", "Cn"), include_characters='\t\n\r,;|，；"'), max_size=8)
LABELS = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=6)


@st.composite
def tables(draw: st.DrawFn) -> list[list[str]]:
    """A header of Chinese words and rows of any text, the last of them not blank."""
    columns = draw(st.integers(3, 8))
    header = draw(st.lists(LABELS, min_size=columns, max_size=columns))
    rows = draw(st.lists(st.lists(FIELDS, min_size=columns, max_size=columns), max_size=8))
    return [header, *rows, ["9", *["甲"] * (columns - 1)]]


@settings(deadline=None)
@given(
    table=tables(),
    encoding=st.sampled_from(ENCODINGS),
    delimiter=st.sampled_from(DELIMITERS),
    line_break=st.sampled_from(LINE_BREAKS),
    is_quoted=st.booleans(),
)
@example(table=[["项", "目", "数"], ["", "", "<TABLE"], ["9", "甲", "甲"]], encoding="utf-8", delimiter=",", line_break="\n", is_quoted=False)
@example(table=[["联通", "联通", "联通"], ["9", "甲", "甲"]], encoding="gb18030", delimiter=",", line_break="\n", is_quoted=False)
def test_any_table_comes_back(*, table: list[list[str]], encoding: str, delimiter: str, line_break: str, is_quoted: bool) -> None:
    """Whatever stands in its fields, in every dialect, encoding and way of ending a line."""
    content = written(table, delimiter, line_break, is_quoted=is_quoted).encode(encoding)
    assert only_sheet(content).rows == tuple(map(tuple, table))


def test_lines_above_and_below_a_table_may_be_shorter() -> None:
    """A title, a blank line, and a signature without a line break behind it."""
    text = "昆都仑区人民调解案件明细表\r\n\r\n" + written([HEADER, *CASES]) + "填报人：甲，2023年5月"
    rows = only_sheet(text.encode("gb18030")).rows
    assert (rows[0][0], rows[1], rows[-1][0]) == ("昆都仑区人民调解案件明细表", ("", "", "", ""), "填报人：甲，2023年5月")
    assert {len(row) for row in rows} == {4}


def test_the_line_that_states_the_delimiter_is_no_row() -> None:
    """Excel takes it as a setting."""
    assert only_sheet(b"sep=;\r\na;b\r\n1,5;2\r\n").rows == (("a", "b"), ("1,5", "2"))


def test_a_code_in_a_formula_of_quotes_is_the_code() -> None:
    """Exports write it so that a spreadsheet leaves the zeros alone; any other formula stays the text it is."""
    assert only_sheet('编号,金额\n="007",=1+1\n"=""008""",2\n'.encode()).rows[1:] == (("007", "=1+1"), ("008", "2"))


def test_quotes_of_a_writer_who_knows_none_are_part_of_the_field() -> None:
    """Every line has as many fields as the header, and no field stands in quotes."""
    assert only_sheet('编号,名称\n1,"鹿城"调解室\n2,乙\n3,"梦工厂\n'.encode()).rows[1:] == (("1", '"鹿城"调解室'), ("2", "乙"), ("3", '"梦工厂'))


def test_a_row_with_a_field_too_many_is_told() -> None:
    """A comma stands in a text without quotes; lines that all have one delimiter more than the header are no such rows."""
    rows = [HEADER, *([str(number), "昆调", "12", "甲，乙。"] for number in range(1, 9))]
    assert only_sheet((written(rows) + "9,昆调,12,甲,乙。\n").encode()).shifted == {10: 5}
    assert only_sheet((written([HEADER]) + "1,昆调,12,甲,\n" * 8).encode()).shifted == {}
    assert only_sheet(written(rows).encode()).shifted == {}


def test_characters_that_only_gb18030_has_are_read() -> None:
    """Those of four bytes, and those that have left the private area since 2000, by both their codes."""
    text = "编号,姓名\n1,马䶮宁\n2,高㧟枝\n3,田𬱖林\n4,"
    both = text.encode("gb18030") + b"\xfe\x59\n5,\x82\x35\x90\x37\n"
    assert [row[1] for row in only_sheet(both).rows[1:]] == ["马䶮宁", "高㧟枝", "田𬱖林", "龴", "龴"]


# What is refused -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("is_quoted", [False, True])
def test_a_table_cut_off_in_a_row_is_refused_as_incomplete(*, encoding: str, is_quoted: bool) -> None:
    """Between two fields, in a quoted one, in a character; a cut behind a whole row, or in its last field without quotes, nobody can see."""
    rows = [HEADER, *([str(number), f"昆调{number}", "1200", "因院墙滴水，发生口角。\n和好。"] for number in range(1, 19))]
    for more in ("19", "19,昆调", '19,昆调19,1200,"因院墙', '"19","昆', '"19","昆调19","1200","因院墙滴水。\n和好'):
        content = (written(rows, is_quoted=is_quoted) + more).encode(encoding)
        assert refused(content) in CUT_OFF
        assert refused(content[:-1]) in CUT_OFF


@pytest.mark.parametrize("end", ['1,"甲', "1,甲\n2"])
def test_a_table_of_few_rows_is_refused_as_incomplete(end: str) -> None:
    """Nothing but its header and a piece of a row, or a row and a piece."""
    assert refused(f"序号,姓名\n{end}".encode()) in CUT_OFF


def test_the_sample_is_refused_wherever_a_row_of_it_breaks_off() -> None:
    """Byte by byte through one row, up to its last field."""
    content = SAMPLE.read_bytes()
    start = content.index(b"\r\n", len(content) // 2) + 2
    end = content.rindex(b",", start, content.index(b"\r\n", start))
    codes = {refused(content[:cut]) for cut in range(start + 1, end + 1)}
    assert codes == {("damaged", "cut_off")}


def test_a_quote_that_never_closes_is_said_with_its_row() -> None:
    """Everything below it would be one field."""
    assert open_file(b'a,b\n1,"2"\n3,"4\n5,6\n', "x.csv") == Refused("damaged", {"kind": "open_quote", "row": "3"})


def test_two_stray_quotes_swallow_no_rows() -> None:
    """What stands between them would be one field without a word."""
    assert refused(b'a,b\n"1",2\n3,"4\n5,6\n7,"8\n9,0\n') == ("damaged", "open_quote")


@pytest.mark.parametrize("text", ["各镇：本月请于5日前报送。", "昆北街道\n昆工路街道\n阿尔丁大街街道\n", "各镇，本月请报送，谢谢。", "\n\n"])
def test_a_text_that_is_no_table_is_refused_as_text(text: str) -> None:
    """Words, a list of one column, blank lines."""
    for encoding in ("utf-8", "gb18030", "utf-16"):
        assert refused(text.encode(encoding)) == ("unsupported", "text")


def test_a_table_too_large_is_refused_before_it_is_made() -> None:
    """By its fields, by one row that is wider than all, and by its length."""
    assert refused(b"a,b\n" * 100, Limits(cells=150)) == ("too_large", "cells")
    assert refused(b"a,b\n" * 10 + b"," * 50 + b"c\n", Limits(cells=100)) == ("bomb", "area")
    assert refused(b"a,b\n" * 100, Limits(rows=99)) == ("bomb", "area")


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_and_nothing_else(content: bytes) -> None:
    """No text leads the reader astray."""
    for mark in (b"", *MARKS.values()):
        assert isinstance(open_file(mark + content, "台账.csv"), Workbook | Refused)
