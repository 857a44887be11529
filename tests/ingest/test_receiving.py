"""Receiving: what stands in the inbox is archived and becomes a delivery when its bytes are new at its path; the rest is named, with the reason."""

import hashlib
import os
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from catalog.catalog import load
from ingest.receiving import Desk, Reception, last_deliveries
from warehouse.archive import Archive
from warehouse.event import CHINA, Received
from warehouse.folder import Folder
from warehouse.inbox import Found, LeftAlone, stand

CATALOG = load()
NOW = datetime(2023, 7, 6, 9, 0, tzinfo=CHINA)
LONG_AGO = timedelta(days=3)


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """A fresh data folder."""
    made = Folder(tmp_path)
    made.create(CATALOG.units)
    return made


def drop(folder: Folder, path: str, content: bytes = b"a", age: timedelta = LONG_AGO) -> Path:
    """Put a file into the inbox, last changed some time before now."""
    file = folder.inbox / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    changed = (NOW - age).timestamp()
    os.utime(file, (changed, changed))
    return file


def received(folder: Folder, past: Iterable[Received] = (), listed: Mapping[str, datetime] | None = None) -> Reception:
    """Look and receive."""
    return Desk(folder, last_deliveries(past), listed or {}, NOW).receive(stand(folder, CATALOG.units))


def received_of(folder: Folder, standing: Iterable[Found | LeftAlone]) -> Reception:
    """Receive what an earlier look saw."""
    return Desk(folder, {}, {}, NOW).receive(standing)


def reasons(folder: Folder, listed: Mapping[str, datetime] | None = None) -> dict[str, str]:
    """What was left alone, and why."""
    return {left.path: left.code for left in received(folder, listed=listed).left_alone}


def test_a_new_file_is_archived_and_becomes_a_delivery(folder: Folder) -> None:
    """Under the district of its folder, with the time at which it was first seen; the file itself stays."""
    file = drop(folder, "昆都仑区/4月/台账.xlsx", b"bytes")
    (event,) = received(folder).received
    assert (event.district, event.path, event.size, event.received_at) == ("150203", "昆都仑区/4月/台账.xlsx", 5, NOW)
    assert Archive(folder).open(event.sha256) == b"bytes" == file.read_bytes()


def test_a_folder_may_bear_any_name_of_its_unit(folder: Folder) -> None:
    """昆区 is 昆都仑区."""
    drop(folder, "昆区/台账.xlsx")
    assert [event.district for event in received(folder).received] == ["150203"]


def test_the_same_bytes_at_the_same_path_are_nothing_new(folder: Folder) -> None:
    """Whatever the time stamp says."""
    drop(folder, "昆都仑区/台账.xlsx")
    first = received(folder).received
    drop(folder, "昆都仑区/台账.xlsx", age=timedelta(days=1))
    assert received(folder, first).received == ()


def test_other_bytes_are_new_although_the_file_looks_old(folder: Folder) -> None:
    """A copy may keep a time stamp of weeks ago, older than the last look."""
    first = received(drop_and_folder(folder, b"a")).received
    drop(folder, "昆都仑区/台账.xlsx", b"b", age=timedelta(days=30))
    assert [event.sha256 for event in received(folder, first).received] == [hashlib.sha256(b"b").hexdigest()]


def test_a_then_b_then_a_again_are_three_deliveries(folder: Folder) -> None:
    """The third has bytes that were received before, but not last."""
    past: list[Received] = []
    for content in (b"a", b"b", b"a"):
        past += received(drop_and_folder(folder, content), past).received
    assert [event.sha256 for event in past] == [hashlib.sha256(content).hexdigest() for content in (b"a", b"b", b"a")]


def test_the_same_bytes_at_two_paths_are_two_deliveries(folder: Folder) -> None:
    """Which of them counts is computed later."""
    drop(folder, "昆都仑区/台账.xlsx")
    drop(folder, "昆都仑区/台账 - 副本.xlsx")
    assert len(received(folder).received) == 2


def test_a_listed_file_was_received_when_the_list_says(folder: Folder) -> None:
    """So that the past can be loaded; deliveries come oldest first."""
    times = {"昆都仑区/台账.xlsx": datetime(2023, 5, 5, 10, 12, tzinfo=CHINA), "昆都仑区/定稿.xlsx": datetime(2023, 5, 3, 8, 0, tzinfo=CHINA)}
    for path in times:
        drop(folder, path)
    assert [(event.path, event.received_at) for event in received(folder, listed=times).received] == sorted(times.items(), key=lambda entry: entry[1])


def test_the_list_speaks_of_the_first_delivery_from_a_path(folder: Folder) -> None:
    """What is put in its place later comes when it is seen, not when the first one came."""
    times = {"昆都仑区/台账.xlsx": datetime(2023, 5, 5, 10, 12, tzinfo=CHINA)}
    first = received(drop_and_folder(folder, b"a"), listed=times).received
    (second,) = received(drop_and_folder(folder, b"b"), first, times).received
    assert second.received_at == NOW


@pytest.mark.parametrize("name", ["~$区2023年5月矛盾纠纷台账.xlsx", ".~台账.xlsx", ".~lock.台账.xlsx#", "台账.xlsx.part", "Thumbs.db"])
def test_what_programs_leave_behind_is_skipped_by_name(folder: Folder, name: str) -> None:
    """And said, not lost."""
    drop(folder, f"昆都仑区/{name}")
    assert reasons(folder) == {f"昆都仑区/{name}": "lock_file"}


def test_a_file_outside_the_units_folders_is_named(folder: Folder) -> None:
    """Nobody can be asked about it."""
    drop(folder, "台账.xlsx")
    drop(folder, "某区/台账.xlsx")
    assert reasons(folder) == {"台账.xlsx": "foreign_folder", "某区/台账.xlsx": "foreign_folder"}


def test_a_link_is_not_followed(folder: Folder, tmp_path: Path) -> None:
    """Neither to a file nor to a folder: it may lead out of the inbox."""
    outside = tmp_path / "elsewhere"
    outside.mkdir()
    (outside / "secret.xlsx").write_bytes(b"a")
    (folder.inbox / "昆都仑区" / "一.xlsx").symlink_to(outside / "secret.xlsx")
    (folder.inbox / "昆都仑区" / "二").symlink_to(outside, target_is_directory=True)
    assert reasons(folder) == {"昆都仑区/一.xlsx": "link", "昆都仑区/二": "link"}
    assert received(folder).received == ()


def test_a_file_too_deep_is_named(folder: Folder) -> None:
    """Eight folders below the unit's own are enough for any office."""
    deep, deeper = "/".join("12345678"), "/".join("123456789")
    drop(folder, f"昆都仑区/{deep}/台账.xlsx")
    drop(folder, f"昆都仑区/{deeper}/台账.xlsx")
    assert reasons(folder) == {f"昆都仑区/{deeper}/台账.xlsx": "too_deep"}


def test_a_file_that_changed_a_moment_ago_is_left_for_the_next_look(folder: Folder) -> None:
    """It may still be being written; once it is quiet it is received."""
    drop(folder, "昆都仑区/台账.xlsx", b"half", age=timedelta(seconds=1))
    assert reasons(folder) == {"昆都仑区/台账.xlsx": "being_written"}
    drop(folder, "昆都仑区/台账.xlsx", b"half and half", age=timedelta(seconds=5))
    assert [event.size for event in received(folder).received] == [13]


def test_a_listed_file_is_complete_however_young_it_is(folder: Folder) -> None:
    """Old files that were copied a moment ago."""
    drop(folder, "昆都仑区/台账.xlsx", age=timedelta(0))
    assert reasons(folder, {"昆都仑区/台账.xlsx": NOW}) == {}


def test_a_file_that_grows_between_two_looks_is_left_alone(folder: Folder) -> None:
    """It was seen with fewer bytes than it has when it is archived; nothing of it stays in the archive."""
    file = drop(folder, "昆都仑区/台账.xlsx", b"half")
    seen = stand(folder, CATALOG.units)
    file.write_bytes(b"half and half")
    reception = received_of(folder, seen)
    assert reception.received == ()
    assert [left.code for left in reception.left_alone] == ["being_written"]
    assert list(folder.archive.iterdir()) == []


def test_a_file_that_is_gone_between_two_looks_stops_nobody(folder: Folder) -> None:
    """Its neighbour is received."""
    gone = drop(folder, "昆都仑区/台账.xlsx")
    drop(folder, "昆都仑区/又一份.xlsx", b"b")
    seen = stand(folder, CATALOG.units)
    gone.unlink()
    assert [event.path for event in received_of(folder, seen).received] == ["昆都仑区/又一份.xlsx"]


def drop_and_folder(folder: Folder, content: bytes) -> Folder:
    """The folder, with the one ledger of these bytes in it."""
    drop(folder, "昆都仑区/台账.xlsx", content)
    return folder
