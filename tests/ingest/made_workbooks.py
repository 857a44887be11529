"""Workbooks made part by part, well or badly, so that a test shows only the part that matters to it."""

import io
import zipfile
from collections.abc import Mapping

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"

WORKBOOK = "xl/workbook.xml"
SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
STYLES = "xl/styles.xml"

PARTS = {
    "[Content_Types].xml": (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
    ),
    "_rels/.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    WORKBOOK: f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="台账" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
        f'<Relationship Id="rId3" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>'
    ),
}


def sheet(rows: str, after: str = "") -> str:
    """A sheet part of these rows."""
    return f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{after}</worksheet>'


def strings(*texts: str, attributes: str = "") -> str:
    """A part of shared texts."""
    return f'<sst xmlns="{MAIN}" {attributes}>{"".join(f"<si><t>{text}</t></si>" for text in texts)}</sst>'


def styles(*formats: str) -> str:
    """A part of styles: style 0 is plain, style n has the n-th number format."""
    declared = "".join(f"<numFmt numFmtId='{n + 164}' formatCode='{code}'/>" for n, code in enumerate(formats))
    used = "".join(f'<xf numFmtId="{n + 164}"/>' for n in range(len(formats)))
    return f'<styleSheet xmlns="{MAIN}"><numFmts>{declared}</numFmts><cellXfs><xf numFmtId="0"/>{used}</cellXfs></styleSheet>'


ONE_CELL = sheet('<row r="1"><c r="A1"><v>1</v></c></row>')


def workbook(parts: Mapping[str, str | bytes] | None = None) -> bytes:
    """A workbook of one sheet, with the given parts in place of the usual ones."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**PARTS, SHEET: ONE_CELL, **(parts or {})}.items():
            archive.writestr(name, content)
    return target.getvalue()


def strict(rows: str) -> bytes:
    """The workbook as ISO 29500 strict writes it: other namespaces, the same elements."""
    parts = {**PARTS, SHEET: sheet(rows)}
    return workbook({name: content.replace(MAIN, STRICT_MAIN).replace(OFFICE, STRICT_OFFICE) for name, content in parts.items()})
