"""The outbox: where the receipt of a delivery stands and its marked copy, and whose receipts are still owed."""

from collections.abc import Callable, Iterable
from pathlib import Path, PurePosixPath

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
    """The name of a file's receipt."""
    return shortened(lambda part: catalog.receipt.file_name.format(file=part), file)


def copy_of(received: Received, catalog: Catalog, extension: str, *, is_list: bool = False) -> PurePosixPath:
    """Where the marked copy of a delivery stands, below the outbox; or the list of its problems. A copy that came back marked has no second name.

    The name of the file is kept whole where its copy has another extension: `a.xls` and `a.xlsx` may stand side by side.
    """
    words, path = catalog.marking, PurePosixPath(received.path)
    stem = path.stem if path.suffix.lower() == extension else path.name
    if stem.endswith(ending := words.file_name.format(stem="", extension="")):
        stem = stem.removesuffix(ending)
    template = words.list_file_name if is_list else words.file_name
    name = shortened(lambda part: template.format(stem=part, extension=extension), stem)
    return PurePosixPath(catalog.units[received.district].folder_name, *path.parts[1:-1], name)


def shortened(name_of: Callable[[str], str], file: str) -> str:
    """A name made of a file's; a long one is cut where the file's own name ends."""
    while len((name := name_of(file)).encode()) > NAME_BYTES:
        file = file[:-1]
    return name


def unanswered(received: Iterable[Received], folder: Folder, catalog: Catalog) -> list[Received]:
    """The deliveries whose receipt is missing. Of several from one path only the last has one: it stands where the file does."""
    last = {event.path: event for event in received}
    return [event for event in last.values() if not receipt_of(event, folder, catalog).exists()]
