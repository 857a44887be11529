"""The styles of a workbook while it is marked: fills, fonts and formats added at the ends of their lists, so that every index in use stays what it was."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ingest.marking.unmarkable import UnmarkableError
from ingest.marking.xml_bytes import (
    PREFIX,
    Edit,
    Element,
    elements,
    first,
    inside,
    put_into,
    spliced,
    under,
    with_attribute,
    without_attribute,
)  # fmt: skip

ORDER = ("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs")  # as ECMA-376 18.8.39 wants them
USUAL = {  # what a list holds that a writer left out
    "fonts": b"<Q:font/>",
    "fills": b'<Q:fill><Q:patternFill patternType="none"/></Q:fill><Q:fill><Q:patternFill patternType="gray125"/></Q:fill>',
    "borders": b"<Q:border/>",
}
UNFILLED = (0, 1)  # the fills that every list begins with: none, and a grey that nobody uses
OWN_PREFIX = re.compile(rb"(</?)(?:[\w.-]+:)?(?=[\w.-])")
MOST_FORMATS = 64_000  # of one workbook; Excel opens no more
SOLID = b'<Q:fill><Q:patternFill patternType="solid"><Q:fgColor rgb="%b"/><Q:bgColor indexed="64"/></Q:patternFill></Q:fill>'
COLOUR = re.compile(rb"""<(?:[\w.-]+:)?fgColor\s[^>]*?rgb\s*=\s*["']([0-9A-Fa-f]{8})["']""")


@dataclass
class StyleList:
    """One of the lists: its element in the part, its entries as bytes, those that came with it first."""

    element: Element
    entries: list[bytes]
    came: int

    def index_of(self, entry: bytes) -> int:
        """The index of an entry; one that is not there is put at the end."""
        if entry not in self.entries:
            self.entries.append(entry)
        return self.entries.index(entry)

    @property
    def new(self) -> bytes:
        """The entries that were added."""
        return b"".join(self.entries[self.came :])


class StylesPart:
    """The styles part. Indices that it gives hold in the part that `written` gives back."""

    def __init__(self, xml: bytes) -> None:
        """Find the lists. UnmarkableError where there is none of formats, or too many formats."""
        self._xml = with_all_lists(xml)
        found = elements(self._xml, 2)
        self._prefix = PREFIX.match(self._xml, found[0].start)
        self._lists = {name: self._list(found, name) for name in ("fonts", "fills", "borders", "cellXfs")}

    def _list(self, found: list[Element], name: str) -> StyleList:
        element = first(found, name)
        if element is None:
            raise UnmarkableError("no_styles")
        entries = [self._xml[one.start : one.end] for one in inside(found, element)]
        return StyleList(element, entries, len(entries))

    def font(self, inner: bytes) -> int:
        """The index of a font with these elements."""
        return self._lists["fonts"].index_of(self._ours(b"<Q:font>%b</Q:font>" % inner))

    def fill(self, colour: str) -> int:
        """The index of the fill of one colour (alpha, red, green, blue in hexadecimal)."""
        return self._lists["fills"].index_of(self._ours(SOLID % colour.encode()))

    def fill_of(self, format_index: int) -> str | None:
        """The fill of a format as XML of ours; None where it has none."""
        formats, fills = self._lists["cellXfs"].entries, self._lists["fills"].entries
        index = fill_of(formats[format_index]) if format_index < len(formats) else None
        if index is None or index in UNFILLED or index >= len(fills):
            return None
        return OWN_PREFIX.sub(lambda found: found[1] + b"Q:", fills[index]).decode()

    def fill_again(self, fill: str) -> int:
        """The index of a fill that `fill_of` gave."""
        return self._lists["fills"].index_of(self._ours(fill.encode()))

    def border(self, inner: bytes) -> int:
        """The index of a border with these elements."""
        return self._lists["borders"].index_of(self._ours(b"<Q:border>%b</Q:border>" % inner))

    def format(self, font: int, fill: int, border: int, alignment: bytes = b"", number_format: int = 0) -> int:
        """The index of a cell format of ours."""
        facts = b'numFmtId="%d" fontId="%d" fillId="%d" borderId="%d" xfId="0"' % (number_format, font, fill, border)
        applied = b'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"'
        return self._added(self._ours(b"<Q:xf %b %b>%b</Q:xf>" % (facts, applied, alignment)))

    def refilled(self, format_index: int, fill: int) -> int:
        """The index of a format that is another one, filled. One that is not in the part stands for the first."""
        formats = self._lists["cellXfs"].entries
        base = formats[format_index] if format_index < len(formats) else formats[0]
        end = base.index(b">") + 1 if b">" in base else len(base)
        tag = with_attribute(with_attribute(base[:end], b"applyFill", "1"), b"fillId", str(fill))
        return self._added(tag + base[end:])

    def unfilled(self, format_index: int) -> int:
        """The index of a format that is another one without its fill."""
        formats = self._lists["cellXfs"].entries
        base = formats[format_index]
        end = base.index(b">") + 1
        tag = with_attribute(without_attribute(base[:end], b"applyFill"), b"fillId", "0")
        return self._added(tag + base[end:])

    def filled_with(self, colours: Iterable[str]) -> frozenset[int]:
        """The formats whose fill is of one of these colours."""
        wanted = {colour.encode().upper() for colour in colours}
        fills = {number for number, fill in enumerate(self._lists["fills"].entries) if colour_of(fill) in wanted}
        return frozenset(number for number, one in enumerate(self._lists["cellXfs"].entries) if fill_of(one) in fills)

    def written(self) -> bytes:
        """The part with all that was added."""
        edits: list[Edit] = []
        for one in self._lists.values():
            if one.new:
                start = one.element
                edits.append(Edit(start.start, start.inner, with_attribute(self._xml[start.start : start.inner], b"count", str(len(one.entries)))))
                edits.append(Edit(start.inner_end, start.inner_end, one.new))
        return spliced(self._xml, edits)

    def _added(self, entry: bytes) -> int:
        index = self._lists["cellXfs"].index_of(entry)
        if index >= MOST_FORMATS:
            raise UnmarkableError("too_many_formats")
        return index

    def _ours(self, xml: bytes) -> bytes:
        return under((self._prefix and self._prefix[1]) or b"", xml)


def colour_of(fill: bytes) -> bytes | None:
    """The colour of a fill that is solid."""
    found = COLOUR.search(fill) if b"solid" in fill else None
    return found[1].upper() if found else None


def fill_of(entry: bytes) -> int | None:
    """The fill that a format names."""
    found = re.search(rb"""\sfillId\s*=\s*["'](\d+)["']""", entry[: entry.index(b">")])
    return int(found[1]) if found else None


def with_all_lists(xml: bytes) -> bytes:
    """The part with the lists that a spare writer left out, each in its place; empty tags opened."""
    found = elements(xml, 1)
    if not found or found[0].name != "styleSheet" or first(found, "cellXfs") is None:
        raise UnmarkableError("no_styles")
    prefix = (PREFIX.match(xml, found[0].start) or [b"", b""])[1] or b""
    edits: list[Edit] = []
    for name, usual in USUAL.items():
        if (there := first(found, name)) is None:
            following = [one for one in found[1:] if one.name not in ORDER[: ORDER.index(name)]]
            edits.append(Edit(following[0].start, following[0].start, under(prefix, b"<Q:%b>%b</Q:%b>" % (name.encode(), usual, name.encode()))))
        elif there.is_empty_tag:
            edits.append(put_into(xml, there, under(prefix, usual)))
    return spliced(xml, edits) if edits else xml
