"""The list of times of receipt (`received.csv`): when old files arrived, so that the past can be loaded today and still be on time."""

import csv
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

from warehouse.event import CHINA

COLUMNS = {"file", "received_at"}


class BadList(ValueError):
    """The list cannot be used. Says file, line and what is expected."""


def read_received(file: Path) -> dict[str, datetime]:
    """Path below the inbox → time of receipt; empty when there is no list. BadList names the line that cannot be read."""
    if not file.exists():
        return {}
    with file.open(encoding="utf-8-sig", newline="") as text:
        rows = csv.DictReader(text)
        if not set(rows.fieldnames or ()) >= COLUMNS:
            raise BadList(f"{file}:1: the columns are {', '.join(sorted(COLUMNS))}")
        return dict(listed(rows, file))


def listed(rows: Iterable[dict[str, str]], file: Path) -> Iterator[tuple[str, datetime]]:
    """Each line's path in one spelling with its time, which is Chinese where it names no other zone."""
    for line, row in enumerate(rows, start=2):  # the first line names the columns
        try:
            moment = datetime.fromisoformat(row["received_at"].strip())
        except (ValueError, AttributeError) as error:
            raise BadList(f"{file}:{line}: {row['received_at']!r} is no time; write 2023-05-05T10:12:00") from error
        yield spelt(row["file"]), moment if moment.tzinfo else moment.replace(tzinfo=CHINA)


def spelt(path: str) -> str:
    """One spelling of a path below the inbox: systems differ in slashes and in how they store accents."""
    return unicodedata.normalize("NFC", path.strip().replace("\\", "/").removeprefix("./").removeprefix("inbox/"))
