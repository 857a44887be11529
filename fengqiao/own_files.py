"""Files that a person names on the command line, as deliveries: whose they are, and when they came."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path

from catalog.catalog import Catalog
from fengqiao.complaint import WrongUse
from fengqiao.messages import named as words
from ingest.checking import district_of
from ingest.identifying import Delivery
from ingest.on_request import Named
from ingest.received import BadList, read_received, spelt


def times(received: Path | None) -> dict[str, datetime]:
    """The times of receipt in a list; none without one. WrongUse when it cannot be read."""
    try:
        return read_received(received) if received else {}
    except BadList as error:
        raise WrongUse(words.BAD_LIST.format(why=error)) from error


def in_order(files: Iterable[Path], listed: Mapping[str, datetime], district: str | None, catalog: Catalog) -> list[Named]:
    """Each file with its bytes, in order of receipt; what is not listed came last, in the order given. WrongUse when one is not there."""
    found = [(received_at(file, listed), file) for file in files]
    known = sorted(((moment, file) for moment, file in found if moment), key=lambda one: one[0])
    unknown = [(moment, file) for moment, file in found if not moment]
    return [Named(delivery(file, moment, district, catalog), content(file)) for moment, file in known + unknown]


def delivery(file: Path, moment: datetime | None, district: str | None, catalog: Catalog) -> Delivery:
    """What is known of a file besides its content."""
    path = str(file)
    return Delivery(path, district or district_of(path, catalog.units), moment.date() if moment else None)


def received_at(file: Path, listed: Mapping[str, datetime]) -> datetime | None:
    """When a file came: the list knows it by the end of its path, below some inbox."""
    parts = file.absolute().parts
    ends = ("/".join(parts[first:]) for first in range(len(parts)))
    return next((listed[spelt(end)] for end in ends if spelt(end) in listed), None)


def content(file: Path) -> bytes:
    """A file's bytes. WrongUse when it is not there."""
    try:
        return file.read_bytes()
    except OSError:
        raise WrongUse(words.NO_FILE.format(file=file)) from None
