"""The workbook's own part while it is marked: which sheets there are, and ours put in front of them without any name losing its sheet."""

from dataclasses import dataclass
from functools import cached_property

from ingest.marking.package_parts import PackageParts
from ingest.marking.relations import Relation, relations
from ingest.marking.unmarkable import UnmarkableError
from ingest.marking.xml_bytes import (
    Edit,
    Element,
    elements,
    escaped,
    first,
    inside,
    prefix_at,
    put_into,
    spliced,
    under,
    with_attribute,
    without_attribute,
)  # fmt: skip

USUAL_NAME = "xl/workbook.xml"
STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
VISIBLE = (None, "visible")
PRINT_TITLES = "_xlnm.Print_Titles"
OFFICE = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_OFFICE = b"http://purl.oclc.org/ooxml/officeDocument/relationships"
BEHIND_NAMES = (  # ECMA-376 18.2.27
    "calcPr", "oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr", "smartTagTypes", "webPublishing", "fileRecoveryPr", "webPublishObjects", "extLst",
)  # fmt: skip


@dataclass(frozen=True)
class SheetEntry:
    """A sheet as the workbook lists it: its name, its part, whether it is one of cells, whether it can be seen."""

    name: str
    part: str
    is_of_cells: bool
    is_hidden: bool


class WorkbookPart:
    """The workbook part."""

    def __init__(self, parts: PackageParts) -> None:
        """Find it. UnmarkableError where it is none that can be edited."""
        found = (relation.target for relation in relations(parts, "") if relation.kind == "officeDocument")
        self.name = next(found, USUAL_NAME)
        if self.name.lower().endswith(".bin"):
            raise UnmarkableError("binary")
        self._parts = parts
        self.xml = parts.read(self.name)
        self._elements = elements(self.xml, 2)
        self._relations = {relation.id: relation for relation in relations(parts, self.name)}
        self.is_strict = STRICT in self.xml

    @cached_property
    def sheets(self) -> tuple[SheetEntry, ...]:
        """The sheets in their order."""
        return tuple(self._entry(one) for one in self._sheet_elements)

    @property
    def styles(self) -> str:
        """The name of the styles part."""
        found = next((relation.target for relation in self._relations.values() if relation.kind == "styles"), None)
        if found is None or found not in self._parts:
            raise UnmarkableError("no_styles")
        return found

    @cached_property
    def _sheet_elements(self) -> list[Element]:
        listed = first(self._elements, "sheets")
        if listed is None:
            raise UnmarkableError("damaged")
        return [one for one in inside(self._elements, listed) if one.name == "sheet"]

    def _entry(self, element: Element) -> SheetEntry:
        known = next((value for name, value in element.attributes.items() if name.rpartition(":")[2] == "id"), "")
        relation = self._relations.get(known, Relation(known, "", ""))
        is_hidden = element.attributes.get("state") not in VISIBLE
        return SheetEntry(element.attributes.get("name", ""), relation.target, relation.kind == "worksheet", is_hidden)

    def with_first(self, name: str, relation: str, titles: str) -> bytes:
        """The part with one more sheet in front of the others, shown when it is opened; `titles` are the rows that are printed on each of its pages."""
        prefix = prefix_at(self.xml, self._elements[0])
        edits = [*self._views(), *self._names(prefix, titles)]
        number = max((int(one.attributes.get("sheetId", 0)) for one in self._sheet_elements), default=0) + 1
        office = STRICT_OFFICE if self.is_strict else OFFICE
        facts = (escaped(name, quotes=True), number, office, relation.encode())
        new = under(prefix, b'<Q:sheet name="%b" sheetId="%d" xmlns:r="%b" r:id="%b"/>' % facts)
        edits.append(Edit(self._sheet_elements[0].start, self._sheet_elements[0].start, new))
        return spliced(self.xml, edits)

    def opened_at_first(self) -> bytes:
        """The part with the first sheet shown when it is opened."""
        return spliced(self.xml, self._views())

    def _views(self) -> list[Edit]:
        """The windows, each at the first sheet, its tab in sight."""
        views = (one for one in self._elements if one.name == "workbookView")
        tags = [(one, with_attribute(without_attribute(self.xml[one.start : one.inner], b"firstSheet"), b"activeTab", "0")) for one in views]
        return [Edit(one.start, one.inner, tag) for one, tag in tags]

    def _names(self, prefix: bytes, titles: str) -> list[Edit]:
        """The defined names of single sheets, each moved on by one, and the print titles of ours in front."""
        ours = b'<Q:definedName name="%b" localSheetId="0">%b</Q:definedName>' % (PRINT_TITLES.encode(), escaped(titles))
        names = [one for one in self._elements if one.name == "definedName" and "localSheetId" in one.attributes]
        edits = [
            Edit(one.start, one.inner, with_attribute(self.xml[one.start : one.inner], b"localSheetId", str(int(one.attributes["localSheetId"]) + 1)))
            for one in names
        ]
        listed = first(self._elements, "definedNames")
        if listed is None:
            root = self._elements[0]
            at = next((one.start for one in inside(self._elements, root) if one.name in BEHIND_NAMES), root.inner_end)
            return [*edits, Edit(at, at, under(prefix, b"<Q:definedNames>%b</Q:definedNames>" % ours))]
        if listed.is_empty_tag:
            return [*edits, put_into(self.xml, listed, under(prefix, ours))]
        return [*edits, Edit(listed.inner, listed.inner, under(prefix, ours))]
