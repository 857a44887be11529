"""Opening a file and finding its tables: what `read` shows. No ledger has to be declared for it."""

import hashlib
from dataclasses import dataclass

from catalog.catalog import Catalog
from ingest.cells import Refused
from ingest.finding import find_tables
from ingest.limits import Limits
from ingest.opening import NORMAL, open_file
from ingest.table import ReadSheet


@dataclass(frozen=True)
class ReadFile:
    """A file that was opened, or refused. `file` is the path as it was given."""

    file: str
    sha256: str
    format: str | None
    refusal: Refused | None
    sheets: tuple[ReadSheet, ...] = ()


def read(content: bytes, file: str, catalog: Catalog, limits: Limits = NORMAL) -> ReadFile:
    """What stands where in a file."""
    sha256 = hashlib.sha256(content).hexdigest()
    opened = open_file(content, file, limits)
    if isinstance(opened, Refused):
        return ReadFile(file, sha256, None, opened)
    return ReadFile(file, sha256, opened.format, None, find_tables(opened, catalog))
