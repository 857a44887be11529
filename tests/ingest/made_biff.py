"""Old workbooks made record by record, as [MS-XLS] describes them, so that a test shows only the cells that matter to it.

They are bare streams of BIFF8, without the compound file around them, as old export libraries write them.
"""

import struct
from collections.abc import Sequence
from dataclasses import dataclass

FIRST_FORMAT = 164  # numbers of formats below are built in
NO_PARENT = 0xFFF4  # a style that stands for itself
HIDDEN_ROW = 0x20
STRUCK_OUT = 0x8
GLOBALS, WORKSHEET = 0x0005, 0x0010


@dataclass(frozen=True)
class MadeSheet:
    """A sheet: its name, the records between its beginning and its end, and whether it is shown."""

    name: str
    records: bytes
    visibility: int = 0


def record(kind: int, content: bytes = b"") -> bytes:
    """One record."""
    return struct.pack("<HH", kind, len(content)) + content


def text(characters: str) -> bytes:
    """A text of two bytes a character, behind its length."""
    return struct.pack("<HB", len(characters), 1) + characters.encode("utf-16-le")


def label(row: int, column: int, characters: str) -> bytes:
    """A cell that holds a text; rows and columns from 1."""
    return record(0x0204, struct.pack("<HHH", row - 1, column - 1, 0) + text(characters))


def number(row: int, column: int, value: float, style: int = 0) -> bytes:
    """A cell that holds a number, under a style."""
    return record(0x0203, struct.pack("<HHHd", row - 1, column - 1, style, value))


def boolean(row: int, column: int, value: bool) -> bytes:  # noqa: FBT001 - the value of a cell
    """A cell that holds true or false."""
    return record(0x0205, struct.pack("<HHHBB", row - 1, column - 1, 0, value, 0))


def error(row: int, column: int, code: int) -> bytes:
    """A cell that holds an error value."""
    return record(0x0205, struct.pack("<HHHBB", row - 1, column - 1, 0, code, 1))


def rich(row: int, column: int, characters: str, *runs: tuple[int, int]) -> bytes:
    """A cell that holds a text of several fonts: from which character on which font. Font 1 is struck out."""
    return record(
        0x00D6,
        struct.pack("<HHH", row - 1, column - 1, 0) + text(characters) + struct.pack("<H", len(runs)) + b"".join(struct.pack("<HH", *run) for run in runs),
    )


def formula(row: int, column: int, result: float | str) -> bytes:
    """A cell with a formula and its stored result."""
    stored = struct.pack("<d", result) if isinstance(result, float) else b"\0\0\0\0\0\0\xff\xff" if result else b"\3\0\0\0\0\0\xff\xff"
    cell = record(0x0006, struct.pack("<HHH", row - 1, column - 1, 0) + stored + struct.pack("<HIH", 0, 0, 0))
    return cell + record(0x0207, text(result)) if isinstance(result, str) and result else cell


def hidden_row(row: int) -> bytes:
    """A row that is not shown."""
    return record(0x0208, struct.pack("<HHHHHHI", row - 1, 0, 256, 255, 0, 0, HIDDEN_ROW))


def merged(*ranges: tuple[int, int, int, int]) -> bytes:
    """Merged ranges, each of first row, last row, first column, last column, from 1."""
    return record(0x00E5, struct.pack("<H", len(ranges)) + b"".join(struct.pack("<HHHH", *(end - 1 for end in one)) for one in ranges))


def font(options: int) -> bytes:
    """A font."""
    return record(0x0031, struct.pack("<HHHHHBBBB", 200, options, 8, 400, 0, 0, 0, 0, 0) + b"\5\0Arial")


def workbook(*sheets: MadeSheet, formats: Sequence[str] = (), is_1904: bool = False) -> bytes:
    """A workbook of these sheets; style 0 is plain, style n has the n-th number format."""
    declared = b"".join(record(0x041E, struct.pack("<H", FIRST_FORMAT + n) + text(code)) for n, code in enumerate(formats))
    styles = b"".join(record(0x00E0, struct.pack("<HHH14x", 0, used, NO_PARENT)) for used in (0, *range(FIRST_FORMAT, FIRST_FORMAT + len(formats))))
    before = record(0x0809, struct.pack("<HHHHII", 0x0600, GLOBALS, 0, 1997, 0, 6)) + record(0x0042, struct.pack("<H", 1200))
    before += record(0x0022, struct.pack("<H", is_1904)) + font(0) + font(STRUCK_OUT)
    before += declared + styles
    bodies = [record(0x0809, struct.pack("<HHHHII", 0x0600, WORKSHEET, 0, 1997, 0, 6)) + one.records + record(0x000A) for one in sheets]
    names = [struct.pack("<BBBB", one.visibility, 0, len(one.name), 1) + one.name.encode("utf-16-le") for one in sheets]
    start = len(before) + sum(len(name) + 8 for name in names) + 4
    listed = b""
    for name, body in zip(names, bodies, strict=True):
        listed += record(0x0085, struct.pack("<I", start) + name)
        start += len(body)
    return before + listed + record(0x000A) + b"".join(bodies)


def one_sheet(*records: bytes, formats: Sequence[str] = (), is_1904: bool = False) -> bytes:
    """A workbook of one sheet of these records."""
    return workbook(MadeSheet("Sheet1", b"".join(records)), formats=formats, is_1904=is_1904)
