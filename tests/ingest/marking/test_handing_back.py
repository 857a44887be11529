"""What goes back when a workbook must be left alone, or when the file is no package: a list of its problems, a copy with the same cells."""

import io
import zipfile
from datetime import datetime, time, timedelta

import pytest
from openpyxl import Workbook

from catalog.marking import Reason
from ingest.cells import Merged, Sheet
from ingest.cells import Workbook as Cells
from ingest.marking.handing_back import handed_back
from ingest.marking.plain_workbook import copied
from tests.ingest.marking.workbooks import WORDS, colour, mark, marking, note, opened, packed, parts, plain, replaced, saved

SHEET, BOOK = "xl/worksheets/sheet1.xml", "xl/workbook.xml"


def plus(name: str, content: bytes = b"<x/>") -> bytes:
    """A workbook with one more part."""
    return packed(parts(saved(plain())) | {name: content})


def without(name: str) -> bytes:
    """A workbook that lacks a part."""
    return packed({part: content for part, content in parts(saved(plain())).items() if part != name})


def with_twins() -> bytes:
    """A workbook with two parts of one name, told apart by case alone."""
    return plus("XL/worksheets/SHEET1.xml", parts(saved(plain()))[SHEET])


def with_broken_bytes() -> bytes:
    """A workbook whose sheet was damaged on the way."""
    content = bytearray(packed(parts(saved(plain()))))
    with zipfile.ZipFile(io.BytesIO(bytes(content))) as archive:
        start = archive.getinfo(SHEET).header_offset + 80
    content[start : start + 20] = bytes(20)
    return bytes(content)


def with_our_sheet_behind() -> bytes:
    """A workbook that has a sheet of our list's name, and not in front."""
    return saved(plain(also=["先改这几处"]))


REFUSED: list[tuple[Reason, bytes]] = [
    ("not_a_package", b"\xd0\xcf\x11\xe0 an old workbook under a new name"),
    ("damaged", with_broken_bytes()),
    ("damaged", saved(plain())[:900]),
    ("definitions", replaced(saved(plain()), BOOK, r"<workbook", '<!DOCTYPE workbook [<!ENTITY a "b">]><workbook')),
    ("twin_parts", with_twins()),
    ("no_styles", without("xl/styles.xml")),
    ("signed", plus("_xmlsignatures/sig1.xml")),
    ("shared", plus("xl/revisions/revisionHeaders.xml")),
    ("binary", replaced(saved(plain()), "_rels/.rels", r"xl/workbook\.xml", "xl/workbook.bin")),
    ("no_sheet", replaced(saved(plain()), "xl/_rels/workbook.xml.rels", r"relationships/worksheet\"", 'relationships/chartsheet"')),
    ("out_of_order", replaced(saved(plain()), SHEET, r'<row r="4"', '<row r="2"')),
    ("out_of_order", replaced(saved(plain()), SHEET, r'<c r="B3"', '<c r="A3"')),
    ("name_taken", with_our_sheet_behind()),
]


@pytest.mark.parametrize(("reason", "content"), REFUSED, ids=[f"{reason}-{number}" for number, (reason, _) in enumerate(REFUSED)])
def test_what_must_be_left_alone_gives_a_list_and_the_reason(reason: Reason, content: bytes) -> None:
    """The same lines in a workbook of their own, whose places are words; the reason has a sentence."""
    back = handed_back(content, "台账.xlsx", marking(), WORDS)
    listed = opened(back.content)
    assert back.unmarked == reason
    assert WORDS.unmarked[reason]
    assert listed.sheetnames == ["问题清单"]
    assert [cell.value for cell in listed["问题清单"][5]][1:3] == ["必须改", "B3"]
    assert listed["问题清单"]["C5"].hyperlink is None
    assert listed["问题清单"].print_title_rows == "$4:$4"


def test_every_reason_but_those_of_size_is_shown_by_a_file() -> None:
    """What is refused for its size is too large to be made here; a member with a password is no workbook any program reads."""
    shown = {reason for reason, _ in REFUSED}
    assert set(WORDS.unmarked) - shown == {"encrypted", "too_large", "too_many_formats", "no_cell"}


def test_a_csv_file_gets_a_workbook_with_its_cells_and_marks() -> None:
    """Under the addresses of lines and fields."""
    back = handed_back("编号,化解时限\n甲,2023.4.1\n乙,2023.4.31\n".encode(), "台账.csv", marking(mark("csv"), lines=[]), WORDS)
    workbook = opened(back.content)
    assert back.unmarked is None
    assert [[cell.value for cell in row] for row in workbook["csv"]["A1:B3"]] == [["编号", "化解时限"], ["甲", "2023.4.1"], ["乙", "2023.4.31"]]
    assert (colour(workbook, "B3", "csv"), note(workbook, "B3", "csv")) == (WORDS.colours["block"], mark().note)


def copy_of(*rows: tuple[object, ...], **more: object) -> Workbook:
    """A copy of one sheet of cells."""
    return opened(copied(Cells("csv", (Sheet("一月", False, rows, **more),)), WORDS.font))  # type: ignore[arg-type]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝", "＋", "－", "＠"])
def test_a_text_that_looks_like_a_formula_is_copied_as_text(sign: str) -> None:
    """And stays one when it is edited: it is marked as quoted."""
    cell = copy_of((f"{sign}HYPERLINK(1)",))["一月"]["A1"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (f"{sign}HYPERLINK(1)", "s", True)


def test_values_are_copied_as_what_they_are() -> None:
    """Numbers, days, moments, times, yes and no; nothing stays nothing."""
    morning = datetime.fromisoformat("2023-04-15T08:30:00")
    sheet = copy_of((3, 0.5, True, morning.date(), morning, morning.time(), timedelta(hours=30), "字", "", None))["一月"]
    assert [cell.value for cell in sheet[1]] == [3, 0.5, True, datetime.combine(morning, time()), morning, morning.time(), timedelta(hours=30), "字"]
    assert sheet["D1"].number_format == "yyyy-mm-dd"


def test_what_a_sheet_shows_beside_its_values_is_copied() -> None:
    """Number formats that tell something, merged ranges, hidden rows, errors."""
    copy = copy_of(
        (0.25, "甲", ""), ("乙", None, None), merged=(Merged(1, 2, 1, 3),), hidden_rows=frozenset({2}), errors={(2, 2): "#REF!"}, formats={(1, 1): "0.0%"}
    )
    sheet = copy["一月"]
    assert sheet["A1"].number_format == "0.0%"
    assert [str(one) for one in sheet.merged_cells.ranges] == ["B1:C1"]
    assert sheet.row_dimensions[2].hidden
    assert sheet["B2"].value == "#REF!"
