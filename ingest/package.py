"""A zip archive whose members are unpacked under count, so that a bomb is seen while it grows and not after."""

import io
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from lxml import etree

from ingest.limits import MEGABYTE, Limits
from ingest.unreadable import UnreadableError, too_large
from ingest.zip_members import Compressed, stored

PACKAGE_STARTS = (b"PK\x03\x04", b"PK\x05\x06")  # the second: an archive without members
NAME_LENGTHS, NAME_LENGTHS_AT = struct.Struct("<HH"), 26  # of a member's local header: name and extra field, which end it
ENCRYPTED_MEMBER = 0x1  # bit of a member's flags
WIDE_TEXT = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))
ENCODING = re.compile(r"^<\?xml[^>]*\?>")
PROLOG = re.compile(rb"(?:\xef\xbb\xbf)?(?:\s+|<\?.*?\?>|<!--.*?-->)*", re.DOTALL)  # what may stand before them; behind the first element they cannot
DEFINITIONS = b"<!DOCTYPE"  # no workbook has any; they are how entities expand and outside files are fetched


@contextmanager
def zip_faults() -> Iterator[None]:
    """What zipfile says of a broken archive becomes the refusal `damaged`."""
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, struct.error, NotImplementedError, OSError, ValueError) as error:
        raise UnreadableError("damaged") from error


@dataclass(frozen=True)
class XmlPart:
    """A member that is XML: its text in UTF-8, and the same as an archive keeps it."""

    xml: bytes
    compressed: Compressed

    @property
    def root(self) -> etree._Element:
        """Its root element. UnreadableError: `damaged` where the XML breaks off."""
        return root_of(self.xml)


def root_of(xml: bytes) -> etree._Element:
    """The root element of XML as it was counted: nothing is expanded, nothing fetched. UnreadableError: `damaged` where it breaks off."""
    try:
        return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise UnreadableError("damaged") from error


class Package:
    """The members of an archive by name. Names are data: they are looked up without regard to case, never used as paths."""

    def __init__(self, content: bytes, limits: Limits) -> None:
        """Read the directory. UnreadableError: `damaged`, `encrypted`, `too_large` or `bomb`."""
        self._content = content
        with zip_faults():
            directory = zipfile.ZipFile(io.BytesIO(content)).infolist()
        self._limits = limits
        self._allowed = min(limits.unpacked_bytes, max(limits.unpacked_harmless, limits.unpacked_ratio * len(content)))
        self._unpacked = 0
        self._members = members(directory, limits)
        if sum(member.file_size for member in self._members.values()) > limits.unpacked_ratio * max(len(content), limits.unpacked_harmless):
            raise UnreadableError("bomb")

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._members

    def part(self, name: str) -> bytes:
        """The bytes of a member. UnreadableError: `damaged` where it is absent or broken, `bomb` or `too_large` where it goes on and on."""
        if name not in self:
            raise UnreadableError("damaged")
        with zip_faults():
            content = self._compressed(name).unpacked(self._allowed - self._unpacked)
        self._unpacked += len(content)
        if self._unpacked > self._allowed:
            is_dense = self._allowed < self._limits.unpacked_bytes
            raise UnreadableError("bomb") if is_dense else too_large("unpacked", self._unpacked // MEGABYTE, self._allowed // MEGABYTE)
        return content

    def xml(self, name: str) -> XmlPart:
        """A member that is XML. UnreadableError as of `part`, and `bomb` where it brings definitions of its own."""
        content = self.part(name)
        xml = in_utf8(content)
        prolog = PROLOG.match(xml)
        if prolog and xml.startswith(DEFINITIONS, prolog.end()):
            raise UnreadableError("bomb", kind="definitions")
        return XmlPart(xml, self._compressed(name) if xml is content else stored(xml))

    def _compressed(self, name: str) -> Compressed:
        """A member as it lies in the archive."""
        info = self._members[name.lower()]
        names = NAME_LENGTHS.unpack_from(self._content, info.header_offset + NAME_LENGTHS_AT)
        start = info.header_offset + NAME_LENGTHS_AT + NAME_LENGTHS.size + sum(names)
        return Compressed(info.compress_type, info.CRC, info.file_size, self._content[start : start + info.compress_size])


def members(infos: list[zipfile.ZipInfo], limits: Limits) -> dict[str, zipfile.ZipInfo]:
    """The members by name in lower case. UnreadableError where there are too many, two of one name, one with a password, one that leads outside."""
    if len(infos) > limits.members:
        raise UnreadableError("bomb")
    found: dict[str, zipfile.ZipInfo] = {}
    for info in infos:
        name = info.filename.replace("\\", "/")
        if info.flag_bits & ENCRYPTED_MEMBER:
            raise UnreadableError("encrypted")
        if name.lower() in found or name.startswith("/") or posixpath.normpath(name).startswith(".."):
            raise UnreadableError("damaged")
        found[name.lower()] = info
    return found


def in_utf8(xml: bytes) -> bytes:
    """XML in UTF-8: what is written two bytes a character would hide from every search in bytes."""
    encoding = next((encoding for mark, encoding in WIDE_TEXT if xml.startswith(mark)), None)
    if encoding is None:
        return xml
    try:
        return ENCODING.sub("", xml.decode(encoding)).encode()
    except UnicodeDecodeError as error:
        raise UnreadableError("damaged") from error
