"""Opening a file: bytes become cells with addresses, or a refusal that says what the file is. The format is decided by content, never by name."""

from ingest import biff, delimited, html_table, json_rows, ooxml
from ingest.cells import Refused, Workbook
from ingest.limits import MEGABYTE, Limits
from ingest.package import PACKAGE_STARTS, Package
from ingest.recognising import package_kind, recognise
from ingest.unreadable import UnreadableError, too_large

LOCK_FILES = ("~$", ".~")  # Excel and WPS; LibreOffice: left beside a workbook while it is open
NORMAL = Limits()


def open_file(content: bytes, name: str, limits: Limits = NORMAL) -> Workbook | Refused:
    """The cells of a file, or why it is refused. The name tells lock files only; it may be a path."""
    try:
        return opened(content, name, limits)
    except UnreadableError as error:
        return error.refused


def opened(content: bytes, name: str, limits: Limits) -> Workbook:
    """The cells of a file. UnreadableError: any code of the refusals but those of the worker that reads it (`timeout`, `aborted`)."""
    if name.replace("\\", "/").rpartition("/")[2].startswith(LOCK_FILES):
        raise UnreadableError("lock_file")
    if not content:
        raise UnreadableError("empty")
    if len(content) > limits.file_bytes:
        raise too_large("bytes", len(content) // MEGABYTE, limits.file_bytes // MEGABYTE)
    if content.startswith(PACKAGE_STARTS):
        return unpacked(Package(content, limits), limits)
    match recognise(content):
        case "csv":
            return delimited.read_workbook(content, limits)
        case "xls" | "et" as kind:
            return biff.read_workbook(content, kind, limits)
        case "html":
            return html_table.read_workbook(content, limits)
        case "json":
            return json_rows.read_workbook(content, limits)
        case "unknown":
            raise UnreadableError("damaged")
        case kind:
            raise UnreadableError("unsupported", kind=kind)


def unpacked(package: Package, limits: Limits) -> Workbook:
    """The cells of a workbook that is a zip archive. UnreadableError as of `opened`."""
    kind = package_kind(package)
    if kind not in ("xlsx", "xlsm"):
        raise UnreadableError("unsupported", kind=kind)
    return ooxml.read_workbook(package, kind, limits)
