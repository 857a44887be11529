"""An original is kept once, whole, under its hash, and any later change of it is named."""

import hashlib
import os
from pathlib import Path

import pytest

from warehouse.archive import GROUP, Archive, OriginalLost
from warehouse.folder import Folder


@pytest.fixture
def archive(folder: Folder) -> Archive:
    """The archive of a fresh data folder."""
    return Archive(folder)


def test_bytes_and_files_are_kept_alike(archive: Archive, tmp_path: Path) -> None:
    """What stands under the hash is what was given."""
    (tmp_path / "a.xlsx").write_bytes(b"workbook" * 300_000)

    sha256 = archive.keep(tmp_path / "a.xlsx")

    assert sha256 == archive.keep(b"workbook" * 300_000) == hashlib.sha256(b"workbook" * 300_000).hexdigest()
    assert archive.open(sha256) == b"workbook" * 300_000
    assert archive.place(sha256).stat().st_mode & 0o777 == 0o600


def test_many_are_settled_in_groups(archive: Archive) -> None:
    """More than one group, all kept, nothing temporary left."""
    staged = [archive.stage(str(number).encode()) for number in range(GROUP * 2 + 1)]

    archive.settle(staged)

    assert archive.verify([one.sha256 for one in staged]) == []
    assert sum(path.is_file() for path in archive.root.rglob("*")) == len(staged)


def test_a_change_after_the_fact_is_named(archive: Archive) -> None:
    """A changed original and a missing one, each by its place; neither is handed out."""
    changed, gone, sound = (archive.keep(word) for word in (b"changed", b"gone", b"sound"))
    archive.place(changed).write_bytes(b"chanced")
    archive.place(gone).unlink()

    faults = {(fault.what, fault.place[-64:]) for fault in archive.verify([changed, gone, sound])}

    assert faults == {("original_changed", changed), ("original_missing", gone)}
    for lost in (changed, gone):
        with pytest.raises(OriginalLost, match=lost):
            archive.open(lost)


def test_a_failing_disk_leaves_nothing(archive: Archive, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A source that cannot be read is that file's trouble alone, and no half copy stays."""
    with pytest.raises(FileNotFoundError):
        archive.stage(tmp_path / "removed while it was read.xlsx")
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", lambda _: full())
        with pytest.raises(OSError, match="full"):
            archive.keep(b"workbook")
    archive.sweep()

    assert list(archive.root.rglob("*")) == []


def full() -> None:
    """A disk without room."""
    raise OSError("the disk is full")
