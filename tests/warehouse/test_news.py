"""A run is due when something arrived, is unanswered, or would be built otherwise than it was published; and a look changes nothing."""

import hashlib
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from catalog.catalog import Catalog, load
from tests.warehouse.deliveries import START, RealDesk, Table
from warehouse import answers_index, inbox_index, versions
from warehouse.answers_index import AnswersIndex, HandedBack
from warehouse.event import Decided, Event, Pinned, Published, Received, ReturnExempt
from warehouse.folder import Folder
from warehouse.inbox import Found, Stamp, stand
from warehouse.journal import Journal
from warehouse.news import News, look
from warehouse.outbox import receipt_of
from warehouse.version_keys import version_keys

CATALOG = load()
TODAY = date(2023, 7, 6)
LONG_AGO = 1_600_000_000
HEAVY = {"pandas", "pyarrow", "duckdb", "dbt", "dagster", "great_expectations", "numpy"}


class Office:
    """A data folder in which a workbook was taken all the way, as far as the warehouse can tell."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self.file = folder.inbox / "昆都仑区" / "4月" / "a.xlsx"
        self.file.parent.mkdir()
        self.file.write_bytes(repr((Table("abc"),)).encode())
        desk = RealDesk(folder=folder)
        self.received = desk.deliver(Table("abc"), hour=0, path="昆都仑区/4月/a.xlsx")
        self.journal(*desk.events)
        self.publish()
        self.receipt.parent.mkdir()
        self.receipt.write_text("收到")

    @property
    def receipt(self) -> Path:
        """Where the office finds its receipt."""
        return receipt_of(self.received, self.folder, CATALOG)

    def answer(self, version: str, *files: str) -> None:
        """Hand back what was published: these files, below the outbox."""
        index = AnswersIndex(version, {file: HandedBack("s", "m", file, "0" * 64) for file in files})
        for file in files:
            (self.folder.outbox / file).write_text("标注")
        answers_index.remember(self.folder, index)

    def journal(self, *events: Event) -> None:
        """Write events down."""
        Journal(self.folder).append(*events)

    def publish(self, today: date = TODAY) -> None:
        """Publish what is there."""
        keys = version_keys(Journal(self.folder).events(), CATALOG, today, None)
        name = f"{keys.version}.duckdb"
        (self.folder.published / name).write_text("figures")
        self.journal(Published(version=keys.version, keys=keys, as_of=None, run_id="r1", file=name, file_sha256="0" * 64, tables={}))
        self.answer(keys.version)
        versions.settle(self.folder)

    def look(self, today: date = TODAY, catalog: Catalog = CATALOG) -> News:
        """Look for news."""
        return look(self.folder, catalog, today)

    def remember(self) -> None:
        """Remember what the inbox's files hash to, a day after they came to rest."""
        inbox_index.remember(self.folder, [one for one in stand(self.folder, CATALOG.units) if isinstance(one, Found)])
        index = inbox_index.place(self.folder)
        later = index.stat().st_mtime + 86_400
        os.utime(index, (later, later))


@pytest.fixture
def office(folder: Folder) -> Office:
    """A data folder with nothing new."""
    return Office(folder)


def test_nothing_new_is_no_news(office: Office) -> None:
    """Nothing arrived, nothing is owed, and what is published is what would be built."""
    assert not office.look()


def test_a_fresh_folder_is_news(folder: Folder) -> None:
    """Nobody sees anything yet."""
    assert look(folder, CATALOG, TODAY).is_unserved


def test_a_new_file_is_news_whatever_its_time(office: Office) -> None:
    """Copied with its time kept, deep inside an old folder: it is found by what is there, not by when it was changed."""
    late = office.file.with_name("b.xlsx")
    late.write_bytes(b"new")
    os.utime(late, (LONG_AGO, LONG_AGO))
    os.utime(late.parent, (LONG_AGO, LONG_AGO))

    assert [one.path for one in office.look().arrived] == ["昆都仑区/4月/b.xlsx"]


@pytest.mark.parametrize("is_remembered", [True, False])
def test_changed_bytes_are_news_and_a_changed_time_is_none(office: Office, *, is_remembered: bool) -> None:
    """With and without the index; the changed file has the size and the time of the old one."""
    if is_remembered:
        office.remember()
    os.utime(office.file, (LONG_AGO, LONG_AGO))
    assert not office.look()

    office.file.write_bytes(office.file.read_bytes()[::-1])
    os.utime(office.file, (LONG_AGO, LONG_AGO))
    assert office.look().arrived


def test_a_file_at_rest_is_not_read_again(office: Office) -> None:
    """What the index knows is believed; a file touched at the moment the index was written is read all the same."""
    (found,) = (one for one in stand(office.folder, CATALOG.units) if isinstance(one, Found))
    office.remember()
    known = inbox_index.load(office.folder)
    said = {found.path: inbox_index.Known(found.stamp, "what the index says")}

    assert replace(known, known=said).sha256(found) == "what the index says"
    assert replace(known, known=said, written_ns=found.stamp.touched_ns + 1).sha256(found) == office.received.sha256


def test_a_damaged_index_is_thrown_away(office: Office) -> None:
    """It is derived: whatever stands in it, files are read instead."""
    for content in ("", "[]", '{"昆都仑区/4月/a.xlsx": 1}', '{"昆都仑区/4月/a.xlsx": {"stamp": {}, "sha256": ""}}'):
        inbox_index.place(office.folder).write_text(content)
        assert not office.look()


def test_what_is_left_alone_is_no_news(office: Office) -> None:
    """Lock files, unfinished copies, links and pipes, files in nobody's folder, the list of times."""
    for name in ("昆都仑区/~$a.xlsx", "昆都仑区/.~a.xlsx", "昆都仑区/b.xlsx.part", "昆都仑区/Thumbs.db", "a.xlsx", "received.csv"):
        (office.folder.inbox / name).write_bytes(b"x")
    (office.folder.inbox / "昆都仑区" / "link.xlsx").symlink_to(office.file)
    os.mkfifo(office.folder.inbox / "昆都仑区" / "pipe.xlsx")
    (office.folder.inbox / "昆都仑区" / "linked").symlink_to(office.file.parent, target_is_directory=True)
    (office.folder.inbox / "青城区").mkdir()
    (office.folder.inbox / "青城区" / "b.xlsx").write_bytes(b"x")

    assert not office.look()


def test_a_delivery_that_nobody_read_or_answered_is_news(office: Office) -> None:
    """Killed after receiving; killed before the receipt."""
    office.receipt.unlink()
    assert office.look().unanswered == (office.received.submission_id,)

    unread = Received.of("150203", "昆都仑区/c.xlsx", "0" * 64, 1, START)
    office.journal(unread)
    assert office.look().unread == (unread.submission_id,)


def test_offices_that_wait_for_their_answers_are_news(office: Office) -> None:
    """Killed between the publish and the answers; a marked copy that was deleted."""
    version = versions.due(Journal(office.folder).events())
    assert version
    office.answer("another")
    assert office.look().is_awaited

    office.answer(version.version, "昆都仑区/a.标注.xlsx")
    assert not office.look()
    (office.folder.outbox / "昆都仑区/a.标注.xlsx").unlink()
    assert office.look()


def test_a_due_day_that_passed_is_news_and_a_day_that_passed_is_none(office: Office) -> None:
    """July's returns are due on the seventh of August: news on the eighth, and on the first of August, when its own begin."""
    office.publish(date(2023, 7, 11))  # behind the tenth, when the quarter's totals are due
    assert not office.look(date(2023, 7, 31))
    assert office.look(date(2023, 8, 1)).changed == ("obligations",)

    office.publish(date(2023, 8, 1))
    assert not office.look(date(2023, 8, 7))
    assert office.look(date(2023, 8, 8)).changed == ("obligations",)


def test_a_decision_and_a_changed_declaration_are_news(office: Office, tmp_path: Path) -> None:
    """Each under its own name."""
    office.journal(Decided.of(ReturnExempt(unit_code="150206", ledger="dispute", period="2023-04"), START, "王", "seen"))
    assert office.look().changed == ("decisions",)

    office.publish()
    shutil.copytree(CATALOG.home, tmp_path / "catalog")
    with (tmp_path / "catalog" / "duties.yml").open("a") as duties:
        duties.write("# a word\n")
    assert office.look(catalog=load(tmp_path / "catalog")).changed == ("catalog",)


def test_a_version_that_nobody_sees_is_news(office: Office) -> None:
    """Published files deleted, or the link led astray."""
    office.folder.current.unlink()
    assert office.look().is_unserved

    versions.settle(office.folder)
    assert not office.look()
    office.folder.current.resolve().unlink()
    assert office.look().is_unserved


def test_while_a_version_is_pinned_only_deliveries_are_news(office: Office) -> None:
    """After a rollback nothing moves by itself; a new file ends it."""
    first = Journal(office.folder).events()[-1]
    assert isinstance(first, Published)
    office.publish(date(2023, 8, 1))
    office.journal(Pinned(version=first.version))
    versions.settle(office.folder)
    assert not office.look(date(2023, 9, 1))

    office.file.write_bytes(b"another workbook")
    assert office.look(date(2023, 9, 1))


def test_the_same_news_has_the_same_name(office: Office) -> None:
    """Two looks at a quiet inbox agree; a file that grows between them is other news."""
    growing = office.file.with_name("b.xlsx")
    growing.write_bytes(b"half")
    first = office.look().batch
    assert office.look().batch == first

    growing.write_bytes(b"half and half")
    assert office.look().batch != first


def test_a_look_touches_no_file(office: Office) -> None:
    """Neither contents nor times of anything in the data folder."""
    office.file.with_name("b.xlsx").write_bytes(b"new")
    before = pictures(office.folder)

    assert office.look()
    assert pictures(office.folder) == before


def pictures(folder: Folder) -> dict[Path, tuple[Stamp, str]]:
    """Every file as it stands."""
    return {path: (Stamp.of(path), hashlib.sha256(path.read_bytes()).hexdigest()) for path in folder.home.rglob("*") if path.is_file()}


def test_a_look_loads_nothing_heavy(office: Office) -> None:
    """No data frames, no engine, no graph: a run with nothing new ends before any of them."""
    code = (
        "import sys, datetime, pathlib; from catalog.catalog import load; from warehouse.folder import Folder; from warehouse.news import look\n"
        "look(Folder(pathlib.Path(sys.argv[1])), load(), datetime.date(2023, 7, 6)); print(*sys.modules)"
    )
    loaded = subprocess.run([sys.executable, "-c", code, str(office.folder.home)], capture_output=True, text=True, check=True)

    assert not HEAVY & set(loaded.stdout.split())


def test_a_receipt_has_a_name_that_file_systems_bear(folder: Folder) -> None:
    """A long name is cut where the file's own name ends; the folders are those of the inbox, under the office's one name."""
    received = Received.of("150203", f"昆区/更正/{'长' * 90}.xlsx", "0" * 64, 1, START + timedelta(hours=1))
    place = receipt_of(received, folder, CATALOG)

    assert place.parent == folder.outbox / "昆都仑区" / "更正"
    assert len(place.name.encode()) <= 255
    assert place.name.endswith(CATALOG.receipt.file_name.format(file=""))
