"""Opening: cells come out with their addresses, and what is no workbook is refused by what it is."""

from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from catalog.catalog import load
from ingest.cells import Refused, Sheet, Workbook
from ingest.limits import Limits
from ingest.opening import open_file
from ingest.reader_version import FORMATS
from ingest.recognising import Kind
from tests.ingest.made_workbooks import MAIN, OFFICE, SHEET, STRINGS, STYLES, WORKBOOK, sheet, strict, strings, styles, workbook

SAMPLES = Path(__file__).parents[2] / "tests" / "samples" / "inbox"
XLS = (SAMPLES / "昆都仑区" / "人民调解案件导出_昆都仑区_202304.xls").read_bytes()
ENCRYPTED = (SAMPLES / "达尔罕茂明安联合旗" / "重大风险隐患（内部）.xlsx").read_bytes()
DOCX = (SAMPLES / "达尔罕茂明安联合旗" / "表彰决定.docx").read_bytes()
CSV = "序号,姓名\r\n1,甲\r\n2,乙\r\n".encode("gb18030")


def opened(content: bytes, name: str = "台账.xlsx", limits: Limits | None = None) -> Workbook:
    """A file that opens."""
    found = open_file(content, name, limits) if limits else open_file(content, name)
    assert isinstance(found, Workbook), found
    return found


def only_sheet(content: bytes) -> Sheet:
    """The sheet of a workbook that has one."""
    (found,) = opened(content).sheets
    return found


def refused(content: bytes, name: str = "台账.xlsx", limits: Limits | None = None) -> tuple[str, str]:
    """Why a file does not open: the code, and the kind where it says more."""
    found = open_file(content, name, limits) if limits else open_file(content, name)
    assert isinstance(found, Refused), found
    return found.code, found.facts.get("kind", "")


# What it is ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (DOCX, "docx"),
        (b"<html><p>1</p></html>", "html"),
        ("<meta charset=gb2312><p>甲</p>".encode("gb18030"), "html"),
        (b'{"data": {"a": 1}}', "json"),
        (b'<?xml version="1.0"?><Workbook/>', "xml"),
        ("各镇：本月请于5日前报送。".encode(), "text"),
        (b"%PDF-1.7 ...", "pdf"),
        (b"\x89PNG\r\n\x1a\n\0\0", "image"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "image"),
        (b"Rar!\x1a\x07\0", "archive"),
        (b"{\\rtf1 ...}", "rtf"),
    ],
)
def test_a_file_is_told_by_its_bytes_whatever_its_name(content: bytes, kind: str) -> None:
    """All of them are called 台账.xlsx."""
    assert refused(content) == ("unsupported", kind)


def test_every_kind_has_a_word_for_the_clerk() -> None:
    """Whoever sends a PDF reads that it is a PDF."""
    told = {*get_args(Kind), "macro_only"} - {*FORMATS, "unknown"} | {"html", "json"}  # a page and an export may hold no table
    assert told == set(load().refusals["unsupported"].kinds)


@pytest.mark.parametrize(("content", "kind"), [(workbook(), "xlsx"), (XLS, "xls"), (CSV, "csv")])
@pytest.mark.parametrize("name", ["台账.xls", "台账.xlsx", "台账.csv", "台账"])
def test_a_table_under_any_name_is_read(content: bytes, kind: str, name: str) -> None:
    """Its name says xls, its bytes say xlsx."""
    assert opened(content, name).format == kind


def test_bytes_that_are_nothing_known_are_a_damaged_file() -> None:
    """Neither an archive nor a text."""
    assert refused(bytes(range(256)) * 40) == ("damaged", "")


def test_an_empty_file_is_said_to_be_empty() -> None:
    """Nought bytes."""
    assert refused(b"") == ("empty", "")


@pytest.mark.parametrize("name", ["~$区台账.xlsx", ".~台账.xlsx", "昆都仑区/.~lock.台账.xlsx#", "昆都仑区\\~$区台账.xlsx"])
def test_lock_files_are_known_by_name(name: str) -> None:
    """Whatever stands in them."""
    assert refused(workbook(), name) == ("lock_file", "")


def test_a_password_is_recognised_and_not_tried() -> None:
    """The clerk is told to take it off."""
    assert refused(ENCRYPTED) == ("encrypted", "")


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.9])
def test_a_file_cut_off_is_damaged(share: float) -> None:
    """A workbook and an encrypted one, of which only the beginning came."""
    for content in (workbook({SHEET: sheet("".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 500)))}), ENCRYPTED):
        assert refused(content[: int(len(content) * share)])[0] in ("damaged", "encrypted")


def test_macros_are_data_that_nobody_runs() -> None:
    """A workbook with macros is read like any other."""
    types = '<Types xmlns="x"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>'
    assert opened(workbook({"[Content_Types].xml": types})).format == "xlsm"


def test_a_workbook_of_macros_alone_is_refused() -> None:
    """It has no sheet of cells."""
    sheets = f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="宏" sheetId="1" r:id="rId9"/></sheets></workbook>'
    assert refused(workbook({WORKBOOK: sheets})) == ("unsupported", "macro_only")


# What its cells hold -------------------------------------------------------------------------------------------------


def test_cells_keep_their_addresses_where_the_sheet_begins_further_down() -> None:
    """A table at C5 is read at C5."""
    found = only_sheet(workbook({SHEET: sheet('<row r="5"><c r="C5" t="inlineStr"><is><t>甲</t></is></c></row>')}))
    assert (len(found.rows), found.width, found.value(5, 3)) == (5, 3, "甲")


def test_cells_without_addresses_follow_on_one_another() -> None:
    """What is missing stays missing and moves nothing; an address further on is believed."""
    row = '<row r="1"><c><v>1</v></c><c/><c r="D1"><v>4</v></c><c><v>5</v></c></row><row><c><v>6</v></c></row>'
    assert only_sheet(workbook({SHEET: sheet(row)})).rows == ((1.0, "", "", 4.0, 5.0), (6.0, "", "", "", ""))


def test_a_stated_extent_is_not_believed() -> None:
    """WPS and others say A1 of any sheet."""
    stated = sheet('<row r="2"><c r="B2"><v>1</v></c></row>').replace("<sheetData>", '<dimension ref="A1"/><sheetData>')
    assert only_sheet(workbook({SHEET: stated})).value(2, 2) == 1


def test_a_workbook_in_strict_spelling_is_read() -> None:
    """Its days are written as days."""
    found = opened(strict('<row r="1"><c r="A1" t="d"><v>2023-04-03</v></c></row>'))
    assert found.format == "xlsx-strict"
    assert found.sheets[0].value(1, 1) == date(2023, 4, 3)


def test_days_counted_from_1904_are_the_same_days() -> None:
    """An old program on another machine."""
    book = f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><workbookPr date1904="1"/><sheets><sheet name="台账" sheetId="1" r:id="rId1"/></sheets></workbook>'
    parts = {WORKBOOK: book, STYLES: styles("yyyy-mm-dd"), SHEET: sheet('<row r="1"><c r="A1" s="1"><v>43555</v></c></row>')}
    assert only_sheet(workbook(parts)).value(1, 1) == date(2023, 4, 1)


def test_a_formula_without_a_result_is_a_cell_all_the_same() -> None:
    """It even lies in the sheet when nothing else stands so far out."""
    found = only_sheet(workbook({SHEET: sheet('<row r="1"><c r="A1"><v>1</v></c></row><row r="3"><c r="B3"><f>SUM(A1:A2)</f><v></v></c></row>')}))
    assert found.unvalued_formulas == {(3, 2)}
    assert (len(found.rows), found.width) == (3, 2)


def test_a_formula_that_gives_an_empty_text_has_a_result() -> None:
    """Nothing is what it says."""
    assert (
        only_sheet(workbook({SHEET: sheet('<row r="1"><c r="A1" t="str"><f>""</f><v></v></c><c r="B1"><f>1+1</f><v>2</v></c></row>')})).unvalued_formulas
        == set()
    )


def test_error_values_are_no_text_that_could_be_taken_for_a_filing() -> None:
    """Neither the old ones nor those that the reader of values does not know."""
    row = '<row r="1"><c r="A1" t="e"><v>#REF!</v></c><c r="B1" t="e"><f>SORT(A1)</f><v>#SPILL!</v></c><c r="C1"><v>3</v></c></row>'
    found = only_sheet(workbook({SHEET: sheet(row)}))
    assert found.errors == {(1, 1): "#REF!", (1, 2): "#SPILL!"}
    assert [found.value(1, column) for column in (1, 2, 3)] == [None, None, 3.0]


def test_hidden_rows_and_sheets_are_told_and_read() -> None:
    """A filter hides records; they stay records."""
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row><row r="3" hidden="0"><c r="A3"><v>3</v></c></row>'
    book = f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="代码" sheetId="1" state="veryHidden" r:id="rId1"/></sheets></workbook>'
    found = only_sheet(workbook({SHEET: sheet(rows), WORKBOOK: book}))
    assert (found.hidden, found.hidden_rows, len(found.rows)) == (True, frozenset({2}), 3)


def test_a_number_format_that_tells_something_stands_beside_the_value() -> None:
    """35% is kept as 0.35; two plain decimals tell nothing."""
    parts = {STYLES: styles("0.0%", "#,##0.00"), SHEET: sheet('<row r="1"><c r="A1" s="1"><v>0.35</v></c><c r="B1" s="2"><v>5</v></c></row>')}
    assert only_sheet(workbook(parts)).formats == {(1, 1): "0.0%"}


def test_merged_cells_end_where_the_sheet_ends() -> None:
    """A merge over whole columns is no million cells."""
    rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>标题</t></is></c></row><row r="2"><c r="B2"><v>1</v></c></row>'
    found = only_sheet(workbook({SHEET: sheet(rows, '<mergeCells count="1"><mergeCell ref="A1:XFD1"/></mergeCells>')}))
    assert found.shown(1, 2) == "标题"
    assert len(found.merged_from) == 2


def test_texts_lose_reading_aids_and_escapes() -> None:
    """Pinyin above a name is not part of it, nor is the escape of a carriage return."""
    texts = f'<sst xmlns="{MAIN}"><si><t>王冬</t><rPh sb="0" eb="1"><t>wang</t></rPh></si><si><t>甲_x000D_</t></si></sst>'
    found = only_sheet(workbook({STRINGS: texts, SHEET: sheet('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>')}))
    assert [found.value(1, 1), found.value(1, 2)] == ["王冬", "甲\r"]


def test_what_is_struck_out_is_no_part_of_a_text() -> None:
    """The old amount before the new one, among the shared texts or in its cell; the whole text stands beside."""
    runs = "<r><rPr><strike/></rPr><t>100</t></r><r><rPr><strike val='0'/></rPr><t>200</t></r>"
    whole = "<r><rPr><strike val='1'/></rPr><t>作废</t></r>"
    row = f'<row r="2"><c r="B2" t="s"><v>1</v></c><c r="C2" t="inlineStr"><is>{runs}</is></c><c r="D2" t="s"><v>0</v></c><c r="E2" t="s"><v>2</v></c></row>'
    texts = f'<sst xmlns="{MAIN}"><si><t>300</t></si><si>{runs}</si><si>{whole}</si></sst>'
    found = only_sheet(workbook({STRINGS: texts, SHEET: sheet(row)}))
    assert [found.value(2, column) for column in (2, 3, 4, 5)] == ["200", "200", "300", None]
    assert found.struck == {(2, 2): "100200", (2, 3): "100200", (2, 5): "作废"}


def test_a_sheet_without_cells_is_an_empty_sheet() -> None:
    """The second and third sheet of every new workbook."""
    assert only_sheet(workbook({SHEET: f'<worksheet xmlns="{MAIN}"><sheetData/></worksheet>'})).rows == ()


def test_a_part_in_two_bytes_a_character_is_read() -> None:
    """UTF-16 is XML as well."""
    part = '<?xml version="1.0" encoding="UTF-16"?>' + sheet('<row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c></row>')
    assert only_sheet(workbook({SHEET: part.encode("utf-16")})).value(1, 1) == "甲"


# Limits --------------------------------------------------------------------------------------------------------------


def test_a_file_above_the_limit_is_refused_with_the_limit() -> None:
    """The sentence names both sizes."""
    found = open_file(workbook() + bytes(3 * 1024 * 1024), "台账.xlsx", Limits(file_bytes=2 * 1024 * 1024))
    assert found == Refused("too_large", {"kind": "bytes", "size": "3", "limit": "2"})


def test_too_many_sheets_are_refused() -> None:
    """Nobody fills them by hand."""
    assert refused(workbook(), limits=Limits(sheets=0)) == ("too_large", "sheets")


def test_more_texts_than_there_is_text_are_refused() -> None:
    """The reader of values would make room for each of them."""
    assert refused(workbook({STRINGS: strings("甲", attributes='count="1" uniqueCount="99999999999"')})) == ("bomb", "counts")
