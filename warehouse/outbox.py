"""The outbox: where the receipt of a delivery stands, and whose are still owed."""

from collections.abc import Iterable
from pathlib import Path

from catalog.catalog import Catalog
from warehouse.event import Received
from warehouse.folder import Folder

NAME_BYTES = 240  # file systems take 255; what is written first has a longer name


def receipt_of(received: Received, folder: Folder, catalog: Catalog) -> Path:
    """Where the receipt of a delivery stands: below its office's folder as the file stands in the inbox, under a name that says what it is."""
    _, _, below = received.path.partition("/")
    inner, slash, name = below.rpartition("/")
    return folder.outbox.joinpath(catalog.units[received.district].folder_name, f"{inner}{slash}{receipt_name(name, catalog)}")


def receipt_name(file: str, catalog: Catalog) -> str:
    """The name of a file's receipt; a long one is cut where the file's own name ends."""
    while len((name := catalog.receipt.file_name.format(file=file)).encode()) > NAME_BYTES:
        file = file[:-1]
    return name


def unanswered(received: Iterable[Received], folder: Folder, catalog: Catalog) -> list[Received]:
    """The deliveries whose receipt is missing. Of several from one path only the last has one: it stands where the file does."""
    last = {event.path: event for event in received}
    return [event for event in last.values() if not receipt_of(event, folder, catalog).exists()]
