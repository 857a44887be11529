"""The text of a file: which encoding it is in, told by its bytes, and whether it ends in the middle of a character."""

import codecs
import re
from dataclasses import dataclass

MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
BEGINNING = 4096  # bytes that tell two bytes a character from one
ZEROS_OF_TEXT = 0.02  # of them at least, in a table; other files have fewer, or are known by their first bytes
FIRST_OF_THREE_BYTES = "\u0800"  # in UTF-8; Chinese characters lie behind it, Cyrillic and Arabic before it

# Characters that GB18030 kept in the private area of Unicode until its editions of 2005 and 2022 gave them their place; Python decodes as in 2000.
PLACED_SINCE = {
    **dict(zip(range(0xE78D, 0xE797), (0xFE10, 0xFE12, 0xFE11, 0xFE13, 0xFE14, 0xFE15, 0xFE16, 0xFE17, 0xFE18, 0xFE19), strict=True)),
    0xE7C7: 0x1E3F,
    0xE816: 0x20087,
    0xE817: 0x20089,
    0xE818: 0x200CC,
    0xE831: 0x215D7,
    0xE83B: 0x2298F,
    0xE855: 0x241FE,
    0xE81E: 0x9FB4,
    0xE826: 0x9FB5,
    0xE82B: 0x9FB6,
    0xE82C: 0x9FB7,
    0xE832: 0x9FB8,
    0xE843: 0x9FB9,
    0xE854: 0x9FBA,
    0xE864: 0x9FBB,
}
PRIVATE = re.compile("[\ue000-\uf8ff]")


@dataclass(frozen=True)
class Text:
    """A decoded text. Not whole: its bytes end in the middle of a character."""

    characters: str
    is_whole: bool = True


def text_of(content: bytes) -> Text | None:
    """The text of bytes in one of the encodings that offices use; None when they are none."""
    marked = next(((mark, encoding) for mark, encoding in MARKS if content.startswith(mark)), None)
    if marked:
        return decoded(content.removeprefix(marked[0]), marked[1])
    if wide := two_bytes_a_character(content):
        return decoded(content, wide)
    text = decoded(content, "utf-8")
    return text if text and is_meant(text) else decoded(content, "gb18030") or text


def decoded(content: bytes, encoding: str) -> Text | None:
    """The text of bytes in an encoding; None where they are not in it."""
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        characters = decoder.decode(content)
    except UnicodeDecodeError:
        return None
    pending, _ = decoder.getstate()
    is_moved = encoding == "gb18030" and PRIVATE.search(characters)
    return Text(characters.translate(PLACED_SINCE) if is_moved else characters, is_whole=not pending)


def two_bytes_a_character(content: bytes) -> str | None:
    """The encoding of a text whose digits, delimiters and line breaks have a zero beside them, without a mark that says so; None when too few have."""
    beginning = content[:BEGINNING]
    before, behind = (beginning[start::2].count(0) for start in (0, 1))
    if max(before, behind) < ZEROS_OF_TEXT * len(beginning):
        return None
    return "utf-16-be" if before > behind else "utf-16-le"


def is_meant(text: Text) -> bool:
    """Whether what is valid UTF-8 is UTF-8: it has a character of three bytes, or none of several; a pair of bytes is a Chinese character in GB18030."""
    return (text.is_whole and text.characters.isascii()) or any(character >= FIRST_OF_THREE_BYTES for character in text.characters)
