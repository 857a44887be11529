"""What a file is, told by its bytes: names lie, since clerks rename xls to xlsx and web systems call HTML a workbook."""

import io
import json
import re
import struct
from typing import Literal
from xml.parsers.expat import ExpatError

from ingest.delimited import delimiter_of
from ingest.encodings import text_of
from ingest.package import Package
from ingest.unreadable import UnreadableError

Kind = Literal[
    "xlsx", "xlsm", "xlsb", "xls", "et", "ods", "csv", "html", "json", "xml", "text",
    "docx", "doc", "pptx", "ppt", "odf", "rtf", "pdf", "image", "archive", "unknown",
]  # fmt: skip

SIGNATURES: tuple[tuple[bytes, Kind], ...] = (
    (b"%PDF", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"II*\0", "image"),
    (b"MM\0*", "image"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"\x09\x08\x10\0", "xls"),  # a bare BIFF stream, as old export libraries write it
    (b"\x09\x08\x08\0", "xls"),
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

CONTENT_TYPES = "[Content_Types].xml"
OPEN_DOCUMENT = "mimetype"
PACKAGES: tuple[tuple[bytes, Kind], ...] = (  # the type of the main part: a workbook may hold a document, and a document a workbook
    (b"sheet.macroEnabled.main+xml", "xlsm"),
    (b"template.macroEnabled.main+xml", "xlsm"),
    (b"spreadsheetml.sheet.main+xml", "xlsx"),
    (b"spreadsheetml.template.main+xml", "xlsx"),
    (b"sheet.binary.macroEnabled.main", "xlsb"),
    (b"wordprocessingml", "docx"),
    (b"presentationml", "pptx"),
    (b"opendocument.spreadsheet", "ods"),
    (b"opendocument", "odf"),
)

COMPOUNDS: dict[str, Kind] = {"xls97": "xls", "doc97": "doc", "ppt97": "ppt"}  # as msoffcrypto names them
ET_STREAM = "ETExtData".encode("utf-16-le")  # WPS writes its own stream beside an ordinary workbook
COMPOUND_FAULTS = (OSError, ValueError, LookupError, AssertionError, struct.error, ExpatError)  # all seen on damaged directories and headers

HTML = re.compile(r"<(?:!doctype html|html|head|meta|body|table|style)\b", re.IGNORECASE)
CONTROL = re.compile(r"[\0-\x08\x0e-\x1f]")
OPENING_TEXT = 4096  # characters at the beginning that tell what a text is


def recognise(content: bytes) -> Kind:
    """What bytes are that are no zip archive. UnreadableError: `encrypted`, or `damaged` where they begin as a compound file and do not go on as one."""
    if content.startswith(OLE):
        return compound_kind(content)
    return next((kind for signature, kind in SIGNATURES if content.startswith(signature)), None) or text_kind(content)


def package_kind(package: Package) -> Kind:
    """What a zip archive is, by its content types or its mimetype."""
    label = b"".join(package.part(name) for name in (CONTENT_TYPES, OPEN_DOCUMENT) if name in package)
    return next((kind for word, kind in PACKAGES if word in label), "archive")


def compound_kind(content: bytes) -> Kind:
    """What an OLE compound file is; an encrypted one is refused, never cracked."""
    import msoffcrypto  # brings cryptography along, which only compound files need
    from msoffcrypto.exceptions import DecryptionError, FileFormatError, ParseError

    try:
        document = msoffcrypto.OfficeFile(io.BytesIO(content))
        encrypted = document.is_encrypted()
    except FileFormatError:
        return "unknown"
    except (ParseError, DecryptionError, *COMPOUND_FAULTS) as error:
        raise UnreadableError("damaged") from error
    if encrypted:
        raise UnreadableError("encrypted")
    return "et" if ET_STREAM in content else COMPOUNDS.get(document.format, "unknown")


def text_kind(content: bytes) -> Kind:
    """What a text is: HTML, JSON, other XML, delimited, or mere words; `unknown` when it is no text at all."""
    text = text_of(content)
    if text is None or CONTROL.search(text.characters):
        return "unknown"
    opening = text.characters.lstrip()[:OPENING_TEXT]
    if opening.startswith("<") and HTML.search(opening):  # a cell may speak of one
        return "html"
    if opening.startswith(("{", "[")) and is_json(text.characters):
        return "json"
    if opening.startswith("<?xml"):
        return "xml"
    return "csv" if delimiter_of(text.characters) else "text"


def is_json(text: str) -> bool:
    """Whether a text is JSON as a whole."""
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True
