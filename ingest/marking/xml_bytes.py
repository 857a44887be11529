"""XML edited where it lies: elements found with their byte offsets, pieces put in between, everything else left as its writer wrote it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple
from xml.parsers import expat

from ingest.marking.unmarkable import UnmarkableError

# `>` is legal inside a quoted value: a tag ends at the first one outside of quotes.
START_TAG = re.compile(rb"""<[^\s/>]+(?:\s+[^\s=>/]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*(/?)>""")
PREFIX = re.compile(rb"<([^\s/>:]+:)?")
OUR_PREFIX = re.compile(rb"(</?)Q:")  # what we write bears Q: until the prefix of the part is known
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # characters that no XML may hold


class Edit(NamedTuple):
    """Bytes to stand in the place of others; nothing is replaced where start and end are the same."""

    start: int
    end: int
    new: bytes


@dataclass(slots=True)
class Element:
    """An element by its place in the bytes: of its start tag, of what is in it, of its end tag; `depth` counts from the root, which is 0."""

    name: str  # without prefix
    attributes: dict[str, str]
    depth: int
    start: int
    inner: int
    inner_end: int
    end: int

    @property
    def is_empty_tag(self) -> bool:
        """Whether it is written `<x/>`, with no place to put anything into."""
        return self.inner_end == self.end


def elements(xml: bytes, depth: int) -> list[Element]:
    """The elements of a document down to a depth, in their order. UnmarkableError: `damaged` where it is not well-formed, `definitions` where it has any."""
    parser, found, stack, level = expat.ParserCreate(), [], [], 0

    def refuse(*_: object) -> None:
        raise UnmarkableError("definitions")

    def begin(name: str, attributes: dict[str, str]) -> None:
        nonlocal level
        if level <= depth:
            tag = START_TAG.match(xml, parser.CurrentByteIndex)
            if tag is None:
                raise UnmarkableError("damaged")
            element = Element(name.rpartition(":")[2], attributes, level, tag.start(), tag.end(), tag.end(), tag.end() if tag[1] else 0)
            found.append(element)
            stack.append(element)
        level += 1

    def finish(_: str) -> None:
        nonlocal level
        level -= 1
        if level <= depth:
            element = stack.pop()
            if not element.end:
                element.inner_end = parser.CurrentByteIndex
                element.end = xml.index(b">", element.inner_end) + 1

    parser.StartDoctypeDeclHandler, parser.StartElementHandler, parser.EndElementHandler = refuse, begin, finish
    try:
        parser.Parse(xml, True)
    except expat.ExpatError as error:
        raise UnmarkableError("damaged") from error
    return found


def inside(found: Iterable[Element], outer: Element) -> Iterator[Element]:
    """The children of an element."""
    return (one for one in found if one.depth == outer.depth + 1 and outer.start < one.start < outer.end)


def first(found: Iterable[Element], name: str) -> Element | None:
    """The first element of a name."""
    return next((one for one in found if one.name == name), None)


def must_be_whole(xml: bytes) -> None:
    """UnmarkableError `damaged` where a document is not well-formed."""
    try:
        expat.ParserCreate().Parse(xml, True)
    except expat.ExpatError as error:
        raise UnmarkableError("damaged") from error


def spliced(xml: bytes, edits: Iterable[Edit]) -> bytes:
    """The document with all edits made; they come in any order and do not overlap. Of several at one place the first given stands first."""
    pieces, at = [], 0
    for edit in sorted(edits, key=lambda one: (one.start, one.end)):
        pieces += [xml[at : edit.start], edit.new]
        at = edit.end
    return b"".join([*pieces, xml[at:]])


def put_into(xml: bytes, element: Element, new: bytes) -> Edit:
    """The edit that puts content at the end of an element."""
    if not element.is_empty_tag:
        return Edit(element.inner_end, element.inner_end, new)
    tag = xml[element.start : element.inner]
    name = tag[1:].split(None, 1)[0].rstrip(b"/>")
    return Edit(element.start, element.inner, tag[: tag.rindex(b"/")] + b">" + new + b"</" + name + b">")


def with_attribute(tag: bytes, name: bytes, value: str) -> bytes:
    """A start tag with an attribute set, in its place where it is there, else in front of the others."""
    written = b'%b="%b"' % (name, escaped(value, quotes=True))
    changed, count = re.subn(rb"(\s)" + re.escape(name) + rb"\s*=\s*(?:\"[^\"]*\"|'[^']*')", lambda found: found[1] + written, tag, count=1)
    return changed if count else re.sub(rb"^<[^\s/>]+", lambda found: found[0] + b" " + written, tag, count=1)


def without_attribute(tag: bytes, name: bytes) -> bytes:
    """A start tag without an attribute."""
    return re.sub(rb"\s" + re.escape(name) + rb"\s*=\s*(?:\"[^\"]*\"|'[^']*')", b"", tag, count=1)


def prefix_at(xml: bytes, element: Element) -> bytes:
    """The namespace prefix that an element is written with, with its colon; mostly none."""
    found = PREFIX.match(xml, element.start)
    return (found[1] if found else None) or b""


def under(prefix: bytes, ours: bytes) -> bytes:
    """XML of ours, written with `Q:` before every name, under the prefix of the part it goes into."""
    return OUR_PREFIX.sub(lambda found: found[1] + prefix, ours)


def escaped(text: str, *, quotes: bool = False) -> bytes:
    """Text as it stands in XML: characters that XML cannot hold are left out."""
    text = ILLEGAL.sub("", text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return (text.replace('"', "&quot;").replace("\n", "&#10;") if quotes else text).encode()
