"""Workbooks to be marked, and what is said of them; each as plain or as rich as a test needs."""

import io
import re
import warnings
import zipfile
from collections.abc import Iterable, Mapping

from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.formatting.rule import DataBarRule
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation

from catalog.catalog import load
from catalog.severity import Severity
from ingest.marking.mark import Line, Mark, Marking
from ingest.marking.patching import patched

WORDS = load().marking
NOTE = f"{WORDS.opening}必须改\n错在：日历上没有这一天"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
THREADS = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
THREADED = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"
PIXEL = bytes.fromhex("89504e470d0a1a0a0000000d4948445200000001000000010806000000")  # the beginning of a picture: nobody decodes it here

SHAPES = f"""<xdr:wsDr xmlns:xdr="{DRAWING}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="{OFFICE}">
<xdr:absoluteAnchor><xdr:pos x="0" y="0"/><xdr:ext cx="9" cy="9"/><xdr:sp macro="" textlink="">
<xdr:nvSpPr><xdr:cNvPr id="2" name="盖章处"/><xdr:cNvSpPr/></xdr:nvSpPr>
<xdr:spPr/><xdr:txBody><a:bodyPr/><a:p><a:r><a:t>盖章处</a:t></a:r></a:p></xdr:txBody></xdr:sp><xdr:clientData/></xdr:absoluteAnchor></xdr:wsDr>"""
SPARKLINES = (
    '<extLst><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">'
    '<x14:sparklineGroups xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"/></ext></extLst>'
)
CONTROLS = (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x14" xmlns:x14="urn:x14">'
    f'<controls><control shapeId="1025" xmlns:r="{OFFICE}" r:id="rId9" name="是否复核"/></controls></mc:Choice></mc:AlternateContent>'
)


def mark(sheet: str = "台账", row: int = 3, column: int = 2, severity: Severity = "block", note: str | None = NOTE) -> Mark:
    """A mark of one cell."""
    return Mark(sheet, (row, column), severity, note)


def line(**changes: object) -> Line:
    """A line of the first sheet; what is named departs from an ordinary one."""
    usual: dict[str, object] = {
        "severity": "block",
        "jump": "B3",
        "place": "“台账”表\n第3行“化解时限”栏",
        "wrong": "“化解时限”写的是“2023.4.31”，日历上没有这一天",
        "should_be": "写成真实存在的日期，如 2023-04-30",
        "remedy": "核对原始材料后改正日期",
        "page": 1,
        "key": "0123456789abcdef a1b2c3",
        "sheet": "台账",
        "at": (3, 2),
    }
    return Line(**(usual | changes))  # type: ignore[arg-type]


def marking(*marks: Mark, lines: Iterable[Line] | None = None) -> Marking:
    """What is said of a workbook: these marks, and one line."""
    return Marking("《台账.xlsx》共1处：必须改1处，须说明0处，提示0处。", marks or (mark(),), tuple(lines) if lines is not None else (line(),))


def plain(rows: int = 6, *, also: Iterable[str] = ()) -> Workbook:
    """A ledger of some rows and four columns on the sheet 台账, other sheets of these names behind it."""
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = "台账"
    sheet.append(["编号", "化解时限", "人数", "备注"])
    for number in range(1, rows):
        sheet.append([f"第{number}号", f"2023.4.{number}", number, None])
    for name in also:
        workbook.create_sheet(name).append(["另一张表"])
    return workbook


def saved(workbook: Workbook) -> bytes:
    """A workbook as bytes."""
    target = io.BytesIO()
    workbook.save(target)
    return target.getvalue()


def styled(workbook: Workbook) -> Workbook:
    """With a look of its own in its first sheet: fonts, alignments, a filled head, a column and a row that have formats."""
    sheet = workbook.worksheets[0]
    for cell in sheet[1]:
        cell.font, cell.fill, cell.alignment = Font(bold=True, name="黑体"), PatternFill("solid", "FFD9E1F2"), Alignment(wrap_text=True)
    for row in sheet.iter_rows(min_row=2):
        row[1].alignment, row[2].number_format = Alignment(horizontal="right"), "0.00"
    sheet.column_dimensions["B"].width = 14
    return workbook


def rich() -> bytes:
    """A workbook with all that others lose: chart, picture, text box, control, sparklines, rules, lists, protection, print settings, hidden sheets, macros."""
    workbook = styled(plain(also=["图表", "底稿", "秘密"]))
    sheet, chart_sheet = workbook["台账"], workbook["图表"]
    sheet.conditional_formatting.add("C2:C6", DataBarRule("min", None, "max", None, "FF638EC6"))
    sheet.protection.sheet = True
    listed = DataValidation("list", '"甲,乙"')
    listed.add("D2:D6")
    sheet.add_data_validation(listed)
    sheet.auto_filter.ref, sheet.freeze_panes = "A1:D6", "A2"
    sheet.print_title_rows = "1:1"
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=3, min_row=1, max_row=6), titles_from_data=True)
    chart_sheet.add_chart(chart, "B2")
    workbook["底稿"].sheet_state, workbook["秘密"].sheet_state = "hidden", "veryHidden"
    workbook.active, chart_sheet.sheet_view.tabSelected = 1, True
    before = parts(saved(workbook))
    sheet_xml = text(before, "xl/worksheets/sheet1.xml").replace("</worksheet>", f'<drawing xmlns:r="{OFFICE}" r:id="rId8"/>{CONTROLS}{SPARKLINES}</worksheet>')
    relations = "".join(
        f'<Relationship Id="{known}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for known, kind, target in (("rId8", "drawing", "/xl/drawings/drawing9.xml"), ("rId9", "ctrlProp", "/xl/ctrlProps/ctrlProp1.xml"))
    )
    return packed(
        before
        | {
            "xl/worksheets/sheet1.xml": sheet_xml.encode(),
            "xl/worksheets/_rels/sheet1.xml.rels": f'<Relationships xmlns="{RELATIONS}">{relations}</Relationships>'.encode(),
            "xl/drawings/drawing9.xml": SHAPES.encode(),
            "xl/ctrlProps/ctrlProp1.xml": b'<formControlPr objectType="CheckBox"/>',
            "xl/media/image1.png": PIXEL,
            "xl/printerSettings/printerSettings1.bin": b"\x00\x01",
            "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0",
            "customXml/item1.xml": "<单位>昆都仑区</单位>".encode(),
        }
    )


def with_thread(content: bytes, cell: str) -> bytes:
    """The workbook with a thread of comments at a cell of its first sheet."""
    before = parts(content)
    thread = f'<ThreadedComments xmlns="{THREADS}"><threadedComment ref="{cell}"/></ThreadedComments>'
    relations = f'<Relationships xmlns="{RELATIONS}"><Relationship Id="rId7" Type="{THREADED}" Target="../threadedComments/one.xml"/></Relationships>'
    return packed(before | {"xl/worksheets/_rels/sheet1.xml.rels": relations.encode(), "xl/threadedComments/one.xml": thread.encode()})


def parts(content: bytes) -> dict[str, bytes]:
    """The parts of a package, unpacked."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def text(of: Mapping[str, bytes], name: str) -> str:
    """A part as text."""
    return of[name].decode()


def packed(of: Mapping[str, bytes]) -> bytes:
    """Parts as a package."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in of.items():
            archive.writestr(name, content)
    return target.getvalue()


def replaced(content: bytes, name: str, pattern: str, new: str) -> bytes:
    """The package with a piece of one part replaced; it must be there."""
    before = parts(content)
    changed, count = re.subn(pattern, new, text(before, name), count=1, flags=re.DOTALL)
    assert count
    return packed(before | {name: changed.encode()})


def marked(content: bytes, *marks: Mark, lines: Iterable[Line] | None = None) -> bytes:
    """The workbook marked."""
    return patched(content, marking(*marks, lines=lines), WORDS)


def opened(content: bytes) -> Workbook:
    """The workbook as another program reads it."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Sparkline Group extension")  # what it would lose is what we keep
        return load_workbook(io.BytesIO(content))


def colour(workbook: Workbook, cell: str, sheet: str = "台账") -> str | None:
    """The colour a cell is filled with; None where it is not."""
    fill = workbook[sheet][cell].fill
    return str(fill.fgColor.rgb) if fill.fill_type == "solid" else None


def note(workbook: Workbook, cell: str, sheet: str = "台账") -> str | None:
    """What is noted at a cell."""
    found = workbook[sheet][cell].comment
    return found.text if found else None
