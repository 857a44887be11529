"""Relations: what a part points to, and one more; and what `[Content_Types].xml` has to say of new parts."""

import posixpath
import re
from dataclasses import dataclass

from ingest.marking.package_parts import PackageParts
from ingest.marking.unmarkable import UnmarkableError
from ingest.marking.xml_bytes import Edit, Element, elements, escaped, prefix_at, put_into, spliced, under

TYPES = "[Content_Types].xml"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
STRICT_KINDS = "http://purl.oclc.org/ooxml/officeDocument/relationships/"  # ISO 29500 strict
NONE = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
OUR_ID = "rIdFq{}"  # no program numbers its relations so
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml."
VML = "application/vnd.openxmlformats-officedocument.vmlDrawing"


@dataclass(frozen=True)
class Relation:
    """One thing a part points to: its id, its kind (`worksheet`, `comments` …), the name of the target in the package."""

    id: str
    kind: str
    target: str


def relations_part(part: str) -> str:
    """The name of the part that keeps a part's relations."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def relations(parts: PackageParts, part: str) -> list[Relation]:
    """What a part points to inside the package; the package itself for the empty name."""
    listing = relations_part(part)
    if listing not in parts:
        return []
    folder = posixpath.dirname(part)
    return [
        Relation(
            one.attributes.get("Id", ""),
            posixpath.basename(one.attributes.get("Type", "")),
            posixpath.normpath(posixpath.join("/", folder, one.attributes.get("Target", ""))).lstrip("/"),
        )
        for one in elements(parts.read(listing), 1)
        if one.name == "Relationship" and one.attributes.get("TargetMode") != "External"
    ]


def relate(parts: PackageParts, part: str, kind: str, target: str, *, is_strict: bool) -> str:
    """Let a part point to another; the id under which it does."""
    listing = relations_part(part)
    xml = parts.read(listing) if listing in parts else NONE
    found = elements(xml, 1)
    taken = {one.attributes.get("Id") for one in found}
    known = next(OUR_ID.format(number) for number in range(1, len(taken) + 2) if OUR_ID.format(number) not in taken)
    base = STRICT_KINDS if is_strict else KINDS
    new = b'<Q:Relationship Id="%b" Type="%b" Target="/%b"/>' % (known.encode(), escaped(base + kind, quotes=True), escaped(target, quotes=True))
    parts.write(listing, with_child(xml, found[0], new))
    return known


def with_child(xml: bytes, root: Element, new: bytes) -> bytes:
    """A document with one more element at the end of its root."""
    return spliced(xml, [put_into(xml, root, under(prefix_at(xml, root), new))])


def declare_part(parts: PackageParts, part: str, kind: str) -> None:
    """Say what a new part is: `worksheet`, `comments`."""
    xml = parts.read(TYPES)
    new = b'<Q:Override PartName="/%b" ContentType="%b"/>' % (escaped(part, quotes=True), f"{SPREADSHEET}{kind}+xml".encode())
    parts.write(TYPES, with_child(xml, root_of(xml), new))


def declare_vml(parts: PackageParts) -> None:
    """Say what parts ending in `.vml` are, where nobody has said so yet."""
    xml = parts.read(TYPES)
    if re.search(rb"""\sExtension\s*=\s*["']vml["']""", xml, re.IGNORECASE) is None:
        found = elements(xml, 1)
        new = under(prefix_at(xml, found[0]), b'<Q:Default Extension="vml" ContentType="%b"/>' % VML.encode())
        parts.write(TYPES, spliced(xml, [Edit(found[0].inner, found[0].inner, new)]))


def root_of(xml: bytes) -> Element:
    """The root of the list of types. UnmarkableError where it is not that."""
    root = elements(xml, 0)[0]
    if root.name != "Types":
        raise UnmarkableError("damaged")
    return root
