"""What a published row comes from: the delivery, the row of its file, and the row's cells, read from the archive."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from fengqiao.complaint import No
from fengqiao.home import Office
from fengqiao.messages import published as words
from fengqiao.published import asker
from ingest.identifying import Delivery
from ingest.tracing import TracedCell, trace_cells
from warehouse.access import origins
from warehouse.archive import Archive
from warehouse.origin import Origin
from warehouse.versions import UnknownVersion


@dataclass(frozen=True)
class Source:
    """One row of one file, with the file's path below the inbox."""

    file: str
    sha256: str
    district: str
    received_at: datetime
    sheet: str
    row: int
    cells: tuple[TracedCell, ...]


def sources(office: Office, table: str, key: str) -> Iterator[Source]:
    """The sources of the rows that a key names. No when nothing is published, origin.NoOrigin when the table has no single rows, archive.OriginalLost."""
    try:
        found = origins(office.folder, table, key, asker())
    except UnknownVersion:
        raise No(words.NOTHING) from None
    for origin in found:
        yield Source(origin.path, origin.sha256, origin.district, origin.received_at, origin.sheet, origin.row, cells(office, origin))


def cells(office: Office, origin: Origin) -> tuple[TracedCell, ...]:
    """The cells of a row as the original shows them."""
    content = Archive(office.folder).open(origin.sha256)
    return trace_cells(content, Delivery.of(origin), office.known, origin.sheet, origin.row)
