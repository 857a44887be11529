"""The notes of one sheet: entries of its comments part. Notes of others keep every byte; ours stand behind them, and are known again by how they begin."""

from collections.abc import Collection, Iterator, Mapping
from html import unescape

from ingest.cells import address
from ingest.marking.xml_bytes import Edit, Element, elements, escaped, first, inside, prefix_at, put_into, spliced, under
from ingest.sheet_xml import ADDRESS, Place, column_number

NONE = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="%b"><authors/><commentList/></comments>'
MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT_MAIN = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
RUN = (
    b'<Q:r><Q:rPr><Q:sz val="9"/><Q:color indexed="81"/><Q:rFont val="%b"/><Q:family val="3"/><Q:charset val="134"/></Q:rPr>'
    b'<Q:t xml:space="preserve">%b</Q:t></Q:r>'
)
COMMENT = b'<Q:comment ref="%b" authorId="%d"><Q:text>%b</Q:text></Q:comment>'
TEXT_DEPTH = 6  # comments / commentList / comment / text / r / t, and the phonetic run beside it


def none(*, is_strict: bool) -> bytes:
    """A part without notes."""
    return NONE % (STRICT_MAIN if is_strict else MAIN)


class NotesPart:
    """A comments part."""

    def __init__(self, xml: bytes, opening: str, rule: str, font: str) -> None:
        """`opening` begins each note of ours, `rule` stands between somebody's and ours, `font` is its script."""
        self.xml = xml
        self._opening, self._rule, self._font = opening, rule, font

    def texts(self) -> dict[Place, str]:
        """What each note says."""
        found = elements(self.xml, TEXT_DEPTH)
        return {place_of(comment): "".join(self._pieces(found, comment)) for comment in found if comment.name == "comment"}

    def _pieces(self, found: list[Element], comment: Element) -> Iterator[str]:
        for text in texts_of(found, comment):
            yield plain_text(self.xml[text.inner : text.inner_end])

    def without_ours(self) -> tuple[bytes, frozenset[Place]]:
        """The part without what we wrote before, and the cells that have no note now."""
        found = elements(self.xml, TEXT_DEPTH)
        edits: list[Edit] = []
        gone: set[Place] = set()
        for comment in (one for one in found if one.name == "comment"):
            said = "".join(self._pieces(found, comment))
            if said.startswith(self._opening):
                edits.append(Edit(comment.start, comment.end, b""))
                gone.add(place_of(comment))
            elif f"{self._rule}\n{self._opening}" in said:
                edits += self._cut(found, comment)
        return spliced(self.xml, edits), frozenset(gone)

    def _cut(self, found: list[Element], comment: Element) -> Iterator[Edit]:
        """The edits that take ours off somebody's note: from the rule on."""
        ours = False
        for text in texts_of(found, comment):
            said = plain_text(self.xml[text.inner : text.inner_end])
            if ours:
                yield Edit(text.inner, text.inner_end, b"")
            elif self._rule in said:
                ours = True
                yield Edit(text.inner, text.inner_end, escaped(said.partition(self._rule)[0].rstrip("\n")))

    def with_notes(self, notes: Mapping[Place, str], author: str) -> bytes:
        """The part with a note for each cell; behind somebody's own where the cell has one."""
        found = elements(self.xml, 3)
        prefix = prefix_at(self.xml, found[0])
        authors, listed = first(found, "authors"), first(found, "commentList")
        there = {place_of(one): one for one in found if one.name == "comment"}
        edits: list[Edit] = []
        if authors is None or listed is None:
            return NotesPart(with_lists(self.xml, found[0]), self._opening, self._rule, self._font).with_notes(notes, author)
        known = [plain_text(self.xml[one.inner : one.inner_end]) for one in inside(found, authors)]
        if author not in known:
            edits.append(put_into(self.xml, authors, under(prefix, b"<Q:author>%b</Q:author>" % escaped(author))))
        number = [*known, author].index(author)
        new = b""
        for place, said in sorted(notes.items()):
            if (own := there.get(place)) is None:
                new += COMMENT % (address(*place).encode(), number, self._run(said))
            else:
                text = next(one for one in inside(found, own) if one.name == "text")
                edits.append(put_into(self.xml, text, under(prefix, self._run(f"\n{self._rule}\n{said}"))))
        edits.append(put_into(self.xml, listed, under(prefix, new)))
        return spliced(self.xml, edits)

    def _run(self, text: str) -> bytes:
        return RUN % (escaped(self._font, quotes=True), escaped(text))


def with_lists(xml: bytes, root: Element) -> bytes:
    """A part with the two lists that an empty one may lack."""
    return spliced(xml, [put_into(xml, root, under(prefix_at(xml, root), b"<Q:authors/><Q:commentList/>"))])


def texts_of(found: list[Element], comment: Element) -> Iterator[Element]:
    """The elements of a note that hold its words."""
    return (one for one in found if one.name == "t" and comment.start < one.start < comment.end)


def place_of(comment: Element) -> Place:
    """The cell of a note."""
    at = ADDRESS.match(comment.attributes.get("ref", ""))
    return (int(at[2]), column_number(at[1].encode())) if at else (0, 0)


def plain_text(xml: bytes) -> str:
    """The words of an element that holds nothing else; some programs write every Chinese character as its number."""
    return unescape(xml.decode())


def places(refs: Collection[str]) -> frozenset[Place]:
    """Addresses as places."""
    return frozenset((int(at[2]), column_number(at[1].encode())) for ref in refs if (at := ADDRESS.match(ref)))
