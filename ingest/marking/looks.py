"""The formats of our own sheets, in the styles of the workbook they are put into."""

from collections.abc import Mapping
from dataclasses import dataclass

from catalog.marking import MarkingWords
from catalog.severity import Severity
from ingest.marking.styles_part import StylesPart
from ingest.marking.xml_bytes import escaped

TEXT = 49  # the built-in number format for text: what is typed under it stays as it was typed
EDGE = b'<Q:%b style="thin"><Q:color rgb="FFBFBFBF"/></Q:%b>'
BORDER = b"".join(EDGE % (side, side) for side in (b"left", b"right", b"top", b"bottom"))
WRAPPED = b'<Q:alignment vertical="top" wrapText="1"/>'
CENTRED = b'<Q:alignment horizontal="center" vertical="top" wrapText="1"/>'
LINE_OF_WORDS = b'<Q:alignment vertical="center" wrapText="1"/>'
HEAD, ANSWER = "FFEDEDED", "FFFFFDF2"  # the row of headers; the cells to be filled in


@dataclass(frozen=True)
class Looks:
    """The formats of a list of problems, by what they are for."""

    title: int
    words: int
    header: int
    text: int
    centred: int
    link: int
    answer: int
    severities: Mapping[Severity, int]


def looks_in(styles: StylesPart, words: MarkingWords) -> Looks:
    """The formats, put into the styles where they are not there yet."""
    plain, bold, large = (styles.font(font(words.font, size, weight)) for size, weight in ((11, b""), (11, b"<Q:b/>"), (18, b"<Q:b/>")))
    blue = styles.font(font(words.font, 11, b"<Q:u/>", "FF0563C1"))
    edged, bare = styles.border(BORDER + b"<Q:diagonal/>"), styles.border(b"<Q:left/><Q:right/><Q:top/><Q:bottom/><Q:diagonal/>")
    return Looks(
        title=styles.format(large, 0, bare, LINE_OF_WORDS),
        words=styles.format(plain, 0, bare, LINE_OF_WORDS),
        header=styles.format(bold, styles.fill(HEAD), edged, CENTRED),
        text=styles.format(plain, 0, edged, WRAPPED),
        centred=styles.format(plain, 0, edged, CENTRED),
        link=styles.format(blue, 0, edged, CENTRED),
        answer=styles.format(plain, styles.fill(ANSWER), edged, WRAPPED, TEXT),
        severities={severity: styles.format(bold, styles.fill(colour), edged, CENTRED) for severity, colour in words.colours.items()},
    )


def font(name: str, size: int, weight: bytes, colour: str = "FF000000") -> bytes:
    """The elements of a font, in the order of the format: weight, size, colour, name."""
    return weight + b'<Q:sz val="%d"/><Q:color rgb="%b"/><Q:name val="%b"/><Q:family val="3"/><Q:charset val="134"/>' % (
        size,
        colour.encode(),
        escaped(name, quotes=True),
    )
