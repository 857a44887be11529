"""The parts of a package while it is marked: read in UTF-8, written anew where touched; all others are packed again as they lie, still compressed."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from ingest.marking.unmarkable import UnmarkableError
from ingest.package import ENCRYPTED_MEMBER, NAME_LENGTHS, NAME_LENGTHS_AT, in_utf8, zip_faults
from ingest.unreadable import UnreadableError
from ingest.zip_members import DEFLATED, Compressed, archive_as_named

MOST_UNPACKED = 400 * 1024 * 1024  # bytes of all parts; more is not held in memory beside its edits
LARGE, FAST, USUAL = 4 * 1024 * 1024, 4, 6  # above so many bytes a faster level of deflate: a tenth longer, two thirds of the time
MARK = b"\xef\xbb\xbf"  # of UTF-8
ENCODING = re.compile(rb"""^(<\?xml[^>]*?)\s+encoding\s*=\s*["']([\w.-]+)["']([^>]*\?>)""")
KNOWN = (b"utf-8", b"utf8", b"us-ascii")


class PackageParts:
    """The parts by name; looked up without regard to case, as the format asks."""

    def __init__(self, content: bytes) -> None:
        """Read the directory. UnmarkableError where it cannot be trusted."""
        self._content = content
        try:
            with zip_faults():
                self._archive = zipfile.ZipFile(io.BytesIO(content))
        except UnreadableError as error:
            raise UnmarkableError("damaged") from error
        infos = self._archive.infolist()
        self._infos = {plain(info.filename): info for info in infos}
        if len(self._infos) != len(infos):
            raise UnmarkableError("twin_parts")
        if any(info.flag_bits & ENCRYPTED_MEMBER for info in infos):
            raise UnmarkableError("encrypted")
        if sum(info.file_size for info in infos) > MOST_UNPACKED:
            raise UnmarkableError("too_large")
        self._written: dict[str, bytes] = {}
        self._added: dict[str, zipfile.ZipInfo] = {}

    def __contains__(self, name: str) -> bool:
        return plain(name) in self._infos or plain(name) in self._added

    def __iter__(self) -> Iterator[str]:
        return (info.filename for info in (*self._infos.values(), *self._added.values()))

    def read(self, name: str) -> bytes:
        """A part that is XML, in UTF-8 and without a mark of its encoding; as it was written last. UnmarkableError where it is absent or broken."""
        written = self._written.get(plain(name))
        return as_utf8(self.beginning(name, -1)) if written is None else written

    def raw(self, name: str) -> bytes:
        """A part that need not be XML: its bytes as they came, or as it was written last."""
        written = self._written.get(plain(name))
        return self.beginning(name, -1) if written is None else written

    def beginning(self, name: str, length: int) -> bytes:
        """The first bytes of a part as it came."""
        if (info := self._infos.get(plain(name))) is None:
            raise UnmarkableError("damaged")
        try:
            with zip_faults(), self._archive.open(info) as part:
                return part.read(length)
        except UnreadableError as error:
            raise UnmarkableError("damaged") from error

    def write(self, name: str, xml: bytes) -> None:
        """Put XML into the place of a part, or add the part."""
        if name not in self:
            self._added[plain(name)] = zipfile.ZipInfo(name)  # of 1980: new members bear no time, so that equal input gives equal bytes
        self._written[plain(name)] = xml

    @property
    def written(self) -> list[str]:
        """The names of the parts that were written or added."""
        return [name for name in self if plain(name) in self._written]

    def free(self, pattern: str) -> str:
        """The first name of a pattern that no part has: `xl/comments{}.xml`."""
        number = 1
        while pattern.format(number) in self:
            number += 1
        return pattern.format(number)

    def packed(self) -> bytes:
        """The whole package: members in their order, new ones behind them."""
        infos = (self._infos | self._added).items()
        return archive_as_named((info, self._compressed(key, info)) for key, info in infos)

    def _compressed(self, key: str, info: zipfile.ZipInfo) -> Compressed:
        """A member: deflated where it was written, else as it lies."""
        if (written := self._written.get(key)) is not None:
            return deflated(written)
        names = NAME_LENGTHS.unpack_from(self._content, info.header_offset + NAME_LENGTHS_AT)
        start = info.header_offset + NAME_LENGTHS_AT + NAME_LENGTHS.size + sum(names)
        return Compressed(info.compress_type, info.CRC, info.file_size, self._content[start : start + info.compress_size])


def plain(name: str) -> str:
    """A part's name as it is looked up."""
    return name.replace("\\", "/").lstrip("/").lower()


def as_utf8(xml: bytes) -> bytes:
    """XML in UTF-8, whatever it was written in. UnmarkableError where its encoding is not known or not kept."""
    try:
        xml = in_utf8(xml).removeprefix(MARK)
        declared = ENCODING.match(xml)
        if declared is None or declared[2].lower() in KNOWN:
            return xml
        return ENCODING.sub(rb"\1\3", xml, count=1).decode(declared[2].decode()).encode()
    except (UnreadableError, LookupError, UnicodeError) as error:
        raise UnmarkableError("damaged") from error


def deflated(content: bytes) -> Compressed:
    """A part compressed."""
    deflate = zlib.compressobj(FAST if len(content) > LARGE else USUAL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Compressed(DEFLATED, zlib.crc32(content), len(content), deflate.compress(content) + deflate.flush())
