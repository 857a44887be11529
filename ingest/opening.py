"""Opening a file: bytes become cells with addresses, or a refusal that says what the file is. The format is decided by content, never by name."""

from ingest.cells import Refused, Workbook
from ingest.limits import MEGABYTE, Limits
from ingest.ooxml import read_workbook
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
    if not content.startswith(PACKAGE_STARTS):
        kind = recognise(content)
        raise UnreadableError("damaged") if kind == "unknown" else UnreadableError("unsupported", kind=kind)
    package = Package(content, limits)
    kind = package_kind(package)
    if kind not in ("xlsx", "xlsm"):
        raise UnreadableError("unsupported", kind=kind)
    return read_workbook(package, kind, limits)
