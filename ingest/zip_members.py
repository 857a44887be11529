"""Members of a zip archive as their bytes lie: unpacked within a limit, and taken over into another archive without being compressed again."""

import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

LOCAL_HEADER = struct.Struct("<4s5H3L2H")  # APPNOTE 4.3.7
DIRECTORY_ENTRY = struct.Struct("<4s6H3L5H2L")  # APPNOTE 4.3.12
DIRECTORY_END = struct.Struct("<4s4H2LH")  # APPNOTE 4.3.16
VERSION = 20  # deflate needs no newer reader
STORED, DEFLATED = 0, 8  # the two methods that office programs use
UTF8_NAME = 0x800  # bit of a member's flags; the others speak of how it was written, which is past


@dataclass(frozen=True)
class Compressed:
    """A member's bytes as an archive keeps them."""

    method: int
    crc: int
    size: int  # unpacked
    content: bytes

    def unpacked(self, limit: int) -> bytes:
        """The member's content, or so much of it that it is longer than the limit. ValueError where it is broken, or compressed in some other way."""
        if self.method == STORED:
            content, is_whole = self.content, True
        elif self.method == DEFLATED:
            inflating = zlib.decompressobj(-zlib.MAX_WBITS)
            content = inflating.decompress(self.content, limit + 1)
            is_whole = inflating.eof
        else:
            raise ValueError(f"method {self.method}")
        if len(content) <= limit and not (is_whole and len(content) == self.size and zlib.crc32(content) == self.crc):
            raise ValueError("broken")
        return content


def stored(content: bytes) -> Compressed:
    """Bytes that are kept as they are."""
    return Compressed(STORED, zlib.crc32(content), len(content), content)


class Packed(NamedTuple):
    """A member on its way into an archive: name and flags as they are written, time and day as DOS has them, attributes, content."""

    name: bytes
    flags: int
    moment: tuple[int, int]
    attributes: int
    member: Compressed


def archive_of(members: Mapping[str, Compressed]) -> bytes:
    """A zip archive of the members, in their order. Names are ASCII; dates are left out, so that equal members give equal bytes."""
    return packed(Packed(name.encode("ascii"), 0, (0, 0), 0, member) for name, member in members.items())


def archive_as_named(members: Iterable[tuple[zipfile.ZipInfo, Compressed]]) -> bytes:
    """A zip archive of members that keep their names, times and attributes; extra fields and notes of the archiver are left out."""
    return packed(as_named(info, member) for info, member in members)


def as_named(info: zipfile.ZipInfo, member: Compressed) -> Packed:
    """A member under the name, time and attributes that it had."""
    flags = info.flag_bits & UTF8_NAME
    year, month, day, hour, minute, second = info.date_time
    moment = (hour << 11 | minute << 5 | second // 2, (year - 1980) << 9 | month << 5 | day)
    return Packed(info.orig_filename.encode("utf-8" if flags else "cp437"), flags, moment, info.external_attr, member)


def packed(members: Iterable[Packed]) -> bytes:
    """The archive: each member behind its local header, then the directory."""
    body, directory, count = bytearray(), bytearray(), 0
    for name, flags, moment, attributes, member in members:
        facts = (member.method, *moment, member.crc, len(member.content), member.size)
        directory += DIRECTORY_ENTRY.pack(b"PK\x01\x02", VERSION, VERSION, flags, *facts, len(name), 0, 0, 0, 0, attributes, len(body)) + name
        body += LOCAL_HEADER.pack(b"PK\x03\x04", VERSION, flags, *facts, len(name), 0) + name + member.content
        count += 1
    end = DIRECTORY_END.pack(b"PK\x05\x06", 0, 0, count, count, len(directory), len(body), 0)
    return bytes(body + directory + end)
