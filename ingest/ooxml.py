"""An xlsx or xlsm workbook: its parts found and counted, its values read by calamine, what calamine does not give read beside it."""

import gc
import io
import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

import python_calamine
from lxml import etree

from ingest import struck
from ingest.area import Extent, are_within, merged_inside
from ingest.cells import Sheet, Value, Workbook
from ingest.limits import Limits
from ingest.number_format import telling_styles
from ingest.package import Package, XmlPart
from ingest.recognising import Kind
from ingest.sheet_xml import ERROR, Details, Place, SheetXml
from ingest.unreadable import UnreadableError, too_large
from ingest.zip_members import Compressed, archive_of, stored

ROOT_RELATIONS = "_rels/.rels"
USUAL_WORKBOOK = "xl/workbook.xml"
STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"  # ISO 29500 strict: other namespaces, the same elements
VISIBLE = (None, "visible")
DECLARED_STRINGS = re.compile(rb"""uniqueCount\s*=\s*["'](\d+)""")  # calamine makes room for as many before it reads one
HEAD = 10_000  # bytes at the beginning of the texts, in which they are counted

# What calamine is given is a package that we wrote: it sees exactly the parts that were counted, whatever else the directory of the original may hide.
OUR_WORKBOOK = (
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">{epoch}<sheets>{sheets}</sheets></workbook>'
)
OUR_EPOCH = '<workbookPr date1904="1"/>'
OUR_SHEET = '<sheet name="{n}" sheetId="{n}" r:id="rId{n}"/>'
OUR_RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}</Relationships>'
OUR_RELATION = '<Relationship Id="rId{n}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}"/>'
OUR_ROOT = OUR_RELATIONS.format(relations=OUR_RELATION.format(n=1, kind="officeDocument", target=USUAL_WORKBOOK))


@dataclass(frozen=True)
class Relation:
    """What a part points to: the kind, and the target's name in the package."""

    kind: str
    target: str


@dataclass(frozen=True)
class SheetPart:
    """A worksheet as the workbook lists it."""

    name: str
    hidden: bool
    part: XmlPart
    content: SheetXml
    struck: dict[Place, str] = field(default_factory=dict)  # the whole texts of cells from which struck characters were taken out


@dataclass(frozen=True)
class Parts:
    """The parts of a workbook that hold values."""

    is_strict: bool
    is_1904: bool  # days are counted from 1904, as old programs on the Macintosh did
    sheets: tuple[SheetPart, ...]
    beside: dict[str, XmlPart]  # sharedStrings, styles


def read_workbook(package: Package, kind: Kind, limits: Limits) -> Workbook:
    """The workbook, xlsx or xlsm by `kind`. UnreadableError: `damaged`, `bomb`, `too_large`, or `unsupported` where it has no sheet of cells."""
    parts = parts_of(package, limits)
    refuse_absurd(parts, limits)
    parts = without_struck(parts)
    styles = telling_styles(parts.beside["styles"].xml) if "styles" in parts.beside else {}
    sheets = tuple(sheet_of(part, rows, styles, limits) for part, rows in zip(parts.sheets, values_of(parts), strict=True))
    return Workbook("xlsx-strict" if parts.is_strict and kind == "xlsx" else kind, sheets)


# Parts ---------------------------------------------------------------------------------------------------------------


def parts_of(package: Package, limits: Limits) -> Parts:
    """The workbook's parts, found by following its relations."""
    home = workbook_part(package)
    workbook = package.xml(home)
    root = workbook.root
    relations = relations_of(package, home)
    sheets = tuple(sheet_parts(package, root, relations))
    if not sheets:
        raise UnreadableError("unsupported", kind="macro_only")
    if len(sheets) > limits.sheets:
        raise too_large("sheets", len(sheets), limits.sheets)
    properties = root.find("{*}workbookPr")
    beside = {relation.kind: relation.target for relation in relations.values() if relation.kind in ("sharedStrings", "styles")}
    return Parts(
        is_strict=STRICT in workbook.xml,
        is_1904=properties is not None and properties.get("date1904") in ("1", "true"),
        sheets=sheets,
        beside={kind: package.xml(target) for kind, target in beside.items() if target in package},
    )


def workbook_part(package: Package) -> str:
    """The name of the main part."""
    if ROOT_RELATIONS not in package:
        return USUAL_WORKBOOK
    return next((relation.target for relation in relations_of(package, "").values() if relation.kind == "officeDocument"), USUAL_WORKBOOK)


def sheet_parts(package: Package, workbook: etree._Element, relations: dict[str, Relation]) -> Iterator[SheetPart]:
    """The worksheets in their order; sheets of charts, dialogs and macros hold no cells of ours."""
    for element in workbook.iterfind("{*}sheets/{*}sheet"):
        relation = relations.get(next((value for name, value in element.attrib.items() if str(name).endswith("}id")), ""))
        if relation and relation.kind == "worksheet":
            part = package.xml(relation.target)
            yield SheetPart(element.get("name", ""), element.get("state") not in VISIBLE, part, SheetXml(part.xml))


def relations_of(package: Package, part: str) -> dict[str, Relation]:
    """Where a part points, by id; the package itself for the empty name. Targets stand relative to the part's folder."""
    folder, name = posixpath.split(part)
    root = package.xml(posixpath.join(folder, "_rels", f"{name}.rels")).root
    return {
        element.get("Id", ""): Relation(
            kind=posixpath.basename(element.get("Type", "")),
            target=posixpath.normpath(posixpath.join("/", folder, element.get("Target", ""))).lstrip("/"),
        )
        for element in root.iterfind("{*}Relationship")
    }


# Limits --------------------------------------------------------------------------------------------------------------


def refuse_absurd(parts: Parts, limits: Limits) -> None:
    """Refuse what calamine would make room for and nobody can hold: far cells, and more texts than there is text."""
    declared = DECLARED_STRINGS.search(parts.beside["sharedStrings"].xml, 0, HEAD) if "sharedStrings" in parts.beside else None
    if declared and int(declared[1]) > limits.cells:
        raise UnreadableError("bomb", kind="counts")
    measures: tuple[Callable[[SheetXml], Extent], ...] = (SheetXml.extent_at_most, SheetXml.extent_of_cells, SheetXml.extent_of_values)
    extents = ([measure(sheet.content) for sheet in parts.sheets] for measure in measures)  # each dearer and closer than the one before
    if not any(are_within(sheets, limits) for sheets in extents):
        raise UnreadableError("bomb", kind="area")


# Struck characters ---------------------------------------------------------------------------------------------------


def without_struck(parts: Parts) -> Parts:
    """The parts without the characters that are struck out, each sheet with the places where there were any."""
    if "sharedStrings" not in parts.beside:
        return replace(parts, sheets=tuple(sheet_without_struck(sheet, {}) for sheet in parts.sheets))
    strings, shared = struck.shared_without(parts.beside["sharedStrings"].xml)
    beside = parts.beside | {"sharedStrings": XmlPart(strings, stored(strings))} if shared else parts.beside
    return replace(parts, sheets=tuple(sheet_without_struck(sheet, shared) for sheet in parts.sheets), beside=beside)


def sheet_without_struck(sheet: SheetPart, shared: dict[int, str]) -> SheetPart:
    """A sheet without the characters that are struck out in it; `shared` are the shared texts that had any."""
    xml, inline = struck.sheet_without(sheet.part.xml)
    places = inline | struck.named_in(sheet.content, shared)
    if not places:
        return sheet
    part = XmlPart(xml, stored(xml)) if inline else sheet.part
    return replace(sheet, part=part, content=SheetXml(part.xml), struck=places)


# Values --------------------------------------------------------------------------------------------------------------


def values_of(parts: Parts) -> list[tuple[tuple[Value, ...], ...]]:
    """The values of each sheet, from A1 on."""
    try:
        workbook = python_calamine.load_workbook(io.BytesIO(repacked(parts)))
        return [grid(workbook.get_sheet_by_index(number)) for number in range(len(parts.sheets))]
    except python_calamine.CalamineError as error:
        raise UnreadableError("damaged") from error


def grid(sheet: python_calamine.CalamineSheet) -> tuple[tuple[Value, ...], ...]:
    """The rows of a sheet from A1 on. A million new values and not one to throw away: the collector would walk them all, again and again."""
    gc.disable()
    try:
        return tuple(map(tuple, sheet.to_python(skip_empty_area=False)))
    finally:
        gc.enable()


def repacked(parts: Parts) -> bytes:
    """The parts in a package of our own."""
    sheets = {f"worksheets/sheet{number}.xml": readable(sheet) for number, sheet in enumerate(parts.sheets, 1)}
    targets = [("worksheet", name) for name in sheets] + [(kind, f"{kind}.xml") for kind in parts.beside]
    relations = "".join(OUR_RELATION.format(n=number, kind=kind, target=target) for number, (kind, target) in enumerate(targets, 1))
    listed = "".join(OUR_SHEET.format(n=number) for number in range(1, len(sheets) + 1))
    ours = {
        ROOT_RELATIONS: OUR_ROOT,
        USUAL_WORKBOOK: OUR_WORKBOOK.format(epoch=OUR_EPOCH if parts.is_1904 else "", sheets=listed),
        "xl/_rels/workbook.xml.rels": OUR_RELATIONS.format(relations=relations),
    }
    theirs = sheets | {f"{kind}.xml": part.compressed for kind, part in parts.beside.items()}
    return archive_of({name: stored(text.encode()) for name, text in ours.items()} | {f"xl/{name}": part for name, part in theirs.items()})


def readable(sheet: SheetPart) -> Compressed:
    """The sheet with its error values as texts: calamine knows seven of them and gives up the workbook at an eighth (#SPILL!, #CALC!)."""
    return stored(sheet.part.xml.replace(ERROR, b't="str"')) if sheet.content.has_errors else sheet.part.compressed


def sheet_of(part: SheetPart, rows: tuple[tuple[Value, ...], ...], styles: dict[int, str], limits: Limits) -> Sheet:
    """The values of a sheet with all that is known beside them."""
    details = part.content.details(styles)
    rows = reaching(blanked(rows, details), details)
    return Sheet(
        name=part.name,
        hidden=part.hidden,
        rows=rows,
        merged=merged_inside(part.content.merged(), rows, limits),
        hidden_rows=frozenset(details.hidden_rows),
        unvalued_formulas=frozenset(details.unvalued_formulas),
        errors=details.errors,
        struck=part.struck,
        formats=details.formats,
    )


def blanked(rows: tuple[tuple[Value, ...], ...], details: Details) -> tuple[tuple[Value, ...], ...]:
    """The rows without the texts of error values: nothing stands there that could be taken for a filing."""
    wrong: dict[int, set[int]] = {}
    for row, column in details.errors:
        wrong.setdefault(row, set()).add(column)
    if not wrong:
        return rows
    return tuple(
        tuple("" if column in wrong[number] else value for column, value in enumerate(row, 1)) if number in wrong else row for number, row in enumerate(rows, 1)
    )


def reaching(rows: tuple[tuple[Value, ...], ...], details: Details) -> tuple[tuple[Value, ...], ...]:
    """The grid, wide and long enough for the formulas without a result, which calamine leaves out of the used area."""
    width = max((column for _, column in details.unvalued_formulas), default=0)
    height = max((row for row, _ in details.unvalued_formulas), default=0)
    had = len(rows[0]) if rows else 0
    if width > had:
        rows = tuple(row + ("",) * (width - had) for row in rows)
    return rows + (("",) * max(width, had),) * (height - len(rows))
