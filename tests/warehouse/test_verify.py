"""Whatever is changed among the things that are kept is named, each by its place."""

from pathlib import Path

import pytest

from catalog.catalog import load
from tests.warehouse.deliveries import RealDesk, Table
from warehouse import versions
from warehouse.access_log import Access, AccessLog
from warehouse.archive import Archive, file_hash
from warehouse.event import CHINA, Published, Received
from warehouse.folder import Folder
from warehouse.journal import Journal
from warehouse.verify import verify
from warehouse.version_keys import version_keys

CATALOG = load()


@pytest.fixture
def kept(folder: Folder) -> Folder:
    """A data folder with an original, a reading, a published version and an access."""
    desk = RealDesk(folder=folder)
    received = desk.deliver(Table("abc"), hour=0)
    Journal(folder).append(*desk.events)
    keys = version_keys(desk.events, CATALOG, received.received_at.date(), None)
    file = folder.published / "v1.duckdb"
    file.write_text("figures")
    Journal(folder).append(Published(version=keys.version, keys=keys, as_of=None, run_id="r", file=file.name, file_sha256=file_hash(file), tables={}))
    versions.settle(folder)
    AccessLog(folder).append(Access(at=received.received_at.astimezone(CHINA), by="王", what="query", asked="select 1"))
    return folder


def original(folder: Folder) -> Path:
    """The original that is kept."""
    (received,) = (event for event in Journal(folder).salvage() if isinstance(event, Received))
    return Archive(folder).place(received.sha256)


def reading(folder: Folder) -> Path:
    """The reading that is kept."""
    return next(folder.landing.rglob("*.parquet"))


def faults(folder: Folder) -> list[tuple[str, str]]:
    """What is found, and in which folder."""
    return [(fault.what, fault.place.split("/")[0]) for fault in verify(folder)]


def overwrite(file: Path) -> None:
    """Change the last byte of a file."""
    content = bytearray(file.read_bytes())
    content[-1] ^= 1
    file.chmod(0o644)
    file.write_bytes(content)


def test_what_is_as_it_was_written_has_no_fault(kept: Folder) -> None:
    """An untouched folder."""
    assert verify(kept) == []


def test_each_change_is_named(kept: Folder) -> None:
    """All of them at once, none hides another."""
    journal = Journal(kept).file
    journal.write_bytes(journal.read_bytes().replace(b'"size"', b'"sise"', 1))
    overwrite(kept.journal / "access.jsonl")
    overwrite(reading(kept))
    overwrite(kept.published / "v1.duckdb")
    reading(kept).with_name("planted.parquet").write_bytes(b"x")

    assert sorted(faults(kept)) == [
        ("line_changed", "journal"),
        ("line_missing", "journal"),
        ("published_changed", "published"),
        ("reading_changed", "landing"),
        ("reading_unknown", "landing"),
    ]


def test_what_is_gone_is_named(kept: Folder) -> None:
    """An original, a reading, a version, and with it what everybody sees."""
    for file in (original(kept), reading(kept), kept.published / "v1.duckdb"):
        file.unlink()

    assert sorted(faults(kept)) == [
        ("original_missing", "archive"),
        ("pointer_broken", "published"),
        ("published_missing", "published"),
        ("reading_missing", "landing"),
    ]


def test_a_changed_original_is_named_by_its_hash(kept: Folder) -> None:
    """So that it can be found in a back-up."""
    overwrite(original(kept))

    (fault,) = verify(kept)
    assert (fault.what, fault.place) == ("original_changed", f"archive/{original(kept).parent.name}/{original(kept).name}")


def test_a_torn_journal_is_told_and_the_rest_looked_at(kept: Folder) -> None:
    """The tail of a killed append is no fault of what was written before."""
    with Journal(kept).file.open("ab") as journal:
        journal.write(b'{"number":4,"prev')

    (fault,) = verify(kept)
    assert (fault.what, fault.place) == ("line_torn", "journal/journal.jsonl:4")
    assert str(fault) == "journal/journal.jsonl:4: line torn"
