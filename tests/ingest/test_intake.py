"""The intake: from the drop to the receipt, whatever lies beside it, and once; killed anywhere, the next one ends the same."""

import shutil
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from catalog.catalog import HOME, load
from ingest.intake import Intake, Partition, intake, read_again
from tests.ingest.offices import HEADER, PARTIES, City, delimited, dispute, disputes
from tests.ingest.toy_readers import answer_unless_bad, never_asked
from warehouse.archive import Archive, file_hash
from warehouse.settings import Settings

APRIL = "昆都仑区/昆区2023年4月矛盾纠纷台账.xlsx"
CORRECTED = "昆都仑区/昆区2023年4月矛盾纠纷台账（更正）.xlsx"


@pytest.fixture
def city(tmp_path: Path) -> City:
    """A fresh data folder."""
    return City(tmp_path)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


def test_a_ledger_goes_from_the_drop_to_its_receipt(city: City) -> None:
    """Archived, journalled, landed with the hash the journal keeps, and answered in three lines."""
    city.files(APRIL, disputes(5))
    taken = city.takes_in()

    (received,), (read,) = city.received(), city.readings()
    (table,) = read.tables
    assert Archive(city.folder).open(received.sha256) == (city.folder.inbox / APRIL).read_bytes()
    assert (table.ledger, table.unit_code, table.period, table.records) == ("dispute", "150203", "2023-04", 5)
    assert [file_hash(file) for file in city.landed()] == [table.file_sha256]
    assert pq.read_table(city.landed()[0], partitioning=None).num_rows == 5
    assert taken.partitions == (Partition("dispute", "150203", "2023-04", 5, 0),)
    assert city.receipt(APRIL).splitlines()[:3] == [
        "收到：昆区2023年4月矛盾纠纷台账.xlsx（5月6日09:00）",
        "认作：昆都仑区2023年4月矛盾纠纷台账，5行，已采用",
        "要改：没有",
    ]


def test_what_is_wrong_stands_in_the_receipt_by_its_address(city: City) -> None:
    """Below the three lines, without the value."""
    city.files(APRIL, [*disputes(4), dispute(5, 化解时限="2023.4.31", 销号情况="鸡毛蒜皮")])
    city.takes_in()
    receipt = city.receipt(APRIL)
    assert "K7" in receipt
    assert "I7 化解时限：没有这一天" in receipt
    assert "鸡毛蒜皮" not in receipt


def test_nothing_new_is_read_once_and_touches_nothing(city: City) -> None:
    """The second look asks no reader; journal, landing, archive and outbox stay as they are, byte for byte."""
    city.files(APRIL, disputes(5))
    city.takes_in()
    kept = {place: contents(getattr(city.folder, place)) for place in ("archive", "journal", "landing", "outbox")}
    taken = city.takes_in(never_asked)
    assert taken == Intake((), (), (), ())
    assert {place: contents(getattr(city.folder, place)) for place in kept} == kept


def test_the_same_bytes_twice_are_said_to_be_the_same(city: City) -> None:
    """A copy under another name is received and does not count."""
    file = city.files(APRIL, disputes(5))
    city.takes_in()
    city.drop("昆都仑区/昆区2023年4月矛盾纠纷台账 - 副本.xlsx", file.read_bytes())
    taken = city.takes_in()
    assert [answer.kind for answer in taken.answers] == ["duplicate"]
    assert "完全相同，不重复计" in city.receipt("昆都仑区/昆区2023年4月矛盾纠纷台账 - 副本.xlsx")
    assert "已采用" in city.receipt(APRIL)


def test_a_correction_says_what_it_kept_changed_and_added_and_the_first_that_it_was_replaced(city: City) -> None:
    """The receipt of the first file is written anew, over the same list of places."""
    city.files(APRIL, [*disputes(5), dispute(6, 责任人=None)])
    city.takes_in()
    listed = city.receipt(APRIL).split("\n\n")[2]
    city.files(CORRECTED, [*disputes(7)], title="昆都仑区2023年4月矛盾纠纷排查化解工作台账（更正）")
    city.takes_in()
    assert "替换先前的一份，不变5行、改动1行、新增1行、减少0行" in city.receipt(CORRECTED)
    assert "已由后来的一份替换" in city.receipt(APRIL)
    assert city.receipt(APRIL).split("\n\n")[2] == listed


def test_a_receipt_adds_up(city: City) -> None:
    """Unchanged, changed and new make the records received; unchanged, changed and gone those that were live. Reported of other systems: it did not."""
    became = []
    last = [dispute(6, 责任人="邹立兰")]
    for suffix, rows in (("", disputes(6)), ("（更正）", [*disputes(5), *last]), ("（再报）", [dispute(7), *disputes(4), *last])):
        path = f"昆都仑区/昆区2023年4月矛盾纠纷台账{suffix}.xlsx"
        city.files(path, rows)
        city.takes_in()
        became.append(city.receipt(path).splitlines()[1].partition("，")[2])
    assert became == [
        "6行，已采用",
        "6行，已采用并替换先前的一份，不变5行、改动1行、新增0行、减少0行",
        "6行，已采用并替换先前的一份，不变5行、改动0行、新增1行、减少1行",
    ]


def test_a_late_arrival_of_the_past_changes_an_earlier_answer(city: City) -> None:
    """What was received first counts first, whenever it is loaded."""
    city.files(CORRECTED, disputes(5), title="昆都仑区2023年4月矛盾纠纷排查化解工作台账（更正）")
    city.takes_in()
    assert "替换" not in city.receipt(CORRECTED)
    city.folder.received_csv.write_text(f"file,received_at\n{APRIL},2023-05-02T08:00:00\n", encoding="utf-8")
    city.files(APRIL, disputes(4))
    city.takes_in()
    assert "不变4行、改动0行、新增1行、减少0行" in city.receipt(CORRECTED)
    assert "（5月2日08:00）" in city.receipt(APRIL)


def test_files_that_cannot_be_read_have_their_answers_and_stop_nobody(city: City) -> None:
    """Empty, not a table, cut off in the middle, a table of no ledger: each says why, the ledger between them is read."""
    whole = city.files(APRIL, disputes(5)).read_bytes()
    city.drop("昆都仑区/空.xlsx", b"")
    city.drop("昆都仑区/决定.docx", b"%PDF-1.7 ...")
    city.drop("昆都仑区/半份.xlsx", whole[: len(whole) // 2])
    city.files("昆都仑区/领导通讯录.xlsx", [["一", "二"]], title="通讯录", header=["甲", "乙"])
    taken = city.takes_in()
    decided = {answer.file.partition("/")[2]: (answer.decision, answer.refusal) for answer in taken.answers}
    assert decided == {
        "昆区2023年4月矛盾纠纷台账.xlsx": ("accepted", None),
        "空.xlsx": ("refused", "empty"),
        "决定.docx": ("refused", "unsupported"),
        "半份.xlsx": ("refused", "damaged"),
        "领导通讯录.xlsx": ("unidentified", None),
    }
    for name in decided:
        assert len(city.receipt(f"昆都仑区/{name}").split("\n\n")[0].splitlines()) == 3


@pytest.mark.parametrize(("fault", "code"), [("abort", "aborted"), ("hang", "timeout")])
def test_a_workbook_whose_reader_dies_is_refused_once_and_its_neighbours_are_read(city: City, fault: str, code: str) -> None:
    """The next intake does not try it again: nothing that it depends on has changed."""
    for number in range(1, 5):
        city.files(f"昆都仑区/昆区2023年{number + 3}月矛盾纠纷台账.xlsx", disputes(5), title=f"昆都仑区2023年{number + 3}月矛盾纠纷台账")
    city.files(f"昆都仑区/坏的-{fault}.xlsx", disputes(5))
    taken = city.takes_in(answer_unless_bad, seconds=6)
    refused = [answer for answer in taken.answers if answer.refusal]
    assert [(answer.file, answer.refusal) for answer in refused] == [(f"昆都仑区/坏的-{fault}.xlsx", code)]
    assert len(taken.answers) == 5
    assert city.takes_in(never_asked).answers == ()


def test_of_forty_files_one_aborts_its_reader_and_one_never_ends(city: City) -> None:
    """Thirty-eight workbooks and texts of all offices are answered and land, two are refused, in one intake; each has its receipt."""
    offices = [unit.name for unit in city.catalog.units if unit.reports]
    for number in range(38):
        office, month = offices[number % len(offices)], number // len(offices) + 1
        title = f"{office}2023年{month}月矛盾纠纷台账"
        place = {"苏木乡镇（街道）": None, "嘎查村（社区）": None, "化解时限": f"2023-{month:02d}-20"}
        rows = [dispute(row, **place) for row in range(1, 6)]
        path = f"{office}/{title}"
        if number % 2:
            city.files(f"{path}.xlsx", rows, title=title)
        else:
            city.drop(f"{path}.csv", delimited([[title], HEADER, *rows]).encode("gb18030"))
    city.files("昆都仑区/坏的-abort.xlsx", disputes(5))
    city.files("青山区/坏的-hang.xlsx", disputes(5))

    taken = city.takes_in(answer_unless_bad, seconds=8)

    refused = {answer.file: answer.refusal for answer in taken.answers if answer.refusal}
    assert refused == {"昆都仑区/坏的-abort.xlsx": "aborted", "青山区/坏的-hang.xlsx": "timeout"}
    assert Counter(answer.decision for answer in taken.answers) == {"accepted": 38, "refused": 2}
    assert len([file for file in city.landed() if pq.read_metadata(file).num_rows == 5]) == 38
    assert len(list(city.folder.outbox.rglob("*.回执.txt"))) == 40


def test_a_file_still_being_written_is_left_and_named_then_taken(city: City) -> None:
    """It is received when it has been quiet for a while."""
    city.files(APRIL, disputes(5))
    half = (city.folder.inbox / APRIL).read_bytes()
    city.drop(APRIL, half[:100], age=timedelta(seconds=1))
    taken = city.takes_in()
    assert [(left.path, left.code) for left in taken.left_alone] == [(APRIL, "being_written")]
    assert city.received() == []
    city.drop(APRIL, half)
    assert [answer.decision for answer in city.takes_in().answers] == ["accepted"]


def test_no_party_and_no_narrative_leaves_the_restricted_zone(city: City) -> None:
    """Neither landing nor journal holds a name or a word of the facts; the archive and the inbox do."""
    city.files(APRIL, disputes(8))
    city.takes_in()
    names = [name for parties in PARTIES for name in parties.replace("与", "、").split("、")]
    found = b"".join([*contents(city.folder.landing).values(), *contents(city.folder.journal).values(), *contents(city.folder.outbox).values()])
    assert not [name for name in [*names, "院墙滴水"] if name.encode() in found]
    rows = pq.read_table(city.landed()[0], partitioning=None).to_pylist()
    assert not [name for name in names if name in str(rows)]
    assert rows[0]["parties_masked"] == "谢**、邓**"


def test_a_changed_declaration_makes_its_readings_anew(city: City, tmp_path: Path) -> None:
    """The reading depends on its ledger and code lists; the old file stays, the journal tells of both."""
    city.files(APRIL, [*disputes(4), dispute(5, 矛盾纠纷类型="鸡毛蒜皮")])
    city.takes_in()
    city.catalog = load(copied(tmp_path, "codes/dispute_type.yml", "邻里关系, ", "邻里关系, 鸡毛蒜皮, "))
    taken = city.takes_in()
    assert [answer.problems for answer in taken.answers] == [0]
    assert len(city.landed()) == len(city.readings()) == 2
    assert "要改：没有" in city.receipt(APRIL)


def test_a_declaration_it_does_not_use_makes_no_reading_anew(city: City, tmp_path: Path) -> None:
    """An indicator is of no concern to a reading."""
    city.files(APRIL, disputes(5))
    city.takes_in()
    city.catalog = load(copied(tmp_path, "indicators/disputes_open.yml", "better: less", "better: more"))
    assert city.takes_in(never_asked).answers == ()


def test_a_file_of_no_known_ledger_is_read_when_its_ledger_is_declared(city: City, tmp_path: Path) -> None:
    """Nobody has to send it again."""
    city.files("昆都仑区/昆区4月回访登记表.xlsx", [["回访一", "已回访"]], title="昆都仑区2023年4月回访登记表", header=["回访事由", "回访结论"])
    assert [answer.decision for answer in city.takes_in().answers] == ["unidentified"]
    home = copied(tmp_path, "duties.yml", "", "")
    (home / "ledgers/follow_up.yml").write_text(FOLLOW_UP, encoding="utf-8")
    city.catalog = load(home)
    assert [answer.decision for answer in city.takes_in().answers] == ["accepted"]
    assert "回访登记表，1行" in city.receipt("昆都仑区/昆区4月回访登记表.xlsx")


def test_a_receipt_that_is_gone_is_written_again(city: City) -> None:
    """The same words, from the archive; nothing is journalled twice."""
    city.files(APRIL, [*disputes(5), dispute(6, 责任人=None)])
    city.takes_in()
    said, journal = city.receipt(APRIL), contents(city.folder.journal)
    (city.folder.outbox / f"{APRIL}.回执.txt").unlink()
    city.takes_in()
    assert city.receipt(APRIL) == said
    assert contents(city.folder.journal) == journal


class Killed(BaseException):
    """Stands for a signal that nobody catches."""


def test_an_intake_that_is_killed_in_the_middle_is_finished_by_the_next(tmp_path: Path) -> None:
    """Between a group that is journalled and the receipts: landing, journal and receipts end up as without the kill."""
    straight, killed = City(tmp_path / "straight"), City(tmp_path / "killed")
    shutil.rmtree(killed.folder.secrets)
    shutil.copytree(straight.folder.secrets, killed.folder.secrets)
    for month in (4, 5):
        path = f"昆都仑区/昆区2023年{month}月矛盾纠纷台账.xlsx"
        killed.drop(path, straight.files(path, disputes(month), title=f"昆都仑区2023年{month}月矛盾纠纷台账").read_bytes())
    straight.takes_in()

    def kill(done: int, _of: int) -> None:
        if done:
            raise Killed

    with pytest.raises(Killed):
        intake(killed.run(), Settings(home=killed.home), killed.now, on_progress=kill)
    killed.takes_in()
    assert contents(killed.folder.landing) == contents(straight.folder.landing)
    assert contents(killed.folder.outbox) == contents(straight.folder.outbox)
    assert len(killed.readings()) == 2


def test_a_reading_that_was_changed_is_made_again_from_the_archive(city: City) -> None:
    """With the hash that the journal has known all the time."""
    city.files(APRIL, disputes(5))
    city.takes_in()
    (file,) = city.landed()
    whole = file.read_bytes()
    file.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    again = read_again(city.run(), Settings(home=city.home), [city.received()[0].submission_id])
    assert file.read_bytes() == whole
    assert len(city.readings()) == 1
    assert len(again.answers) == 1


def test_a_delivery_whose_original_is_lost_is_named_and_nothing_is_said_in_its_name(city: City) -> None:
    """That is no fault of the file: no reading of it is written down, and the others are read."""
    city.files(APRIL, disputes(5))
    city.files("昆都仑区/昆区2023年5月矛盾纠纷台账.xlsx", disputes(6), title="昆都仑区2023年5月矛盾纠纷台账")
    city.takes_in()
    lost, kept = city.received()
    Archive(city.folder).place(lost.sha256).unlink()
    again = read_again(city.run(), Settings(home=city.home), [lost.submission_id, kept.submission_id])
    assert again.lost == (lost.submission_id,)
    assert [answer.submission_id for answer in again.answers] == [kept.submission_id]
    assert len(city.readings()) == 2


def test_progress_is_told_file_by_file(city: City) -> None:
    """In the end all are done."""
    city.files(APRIL, disputes(5))
    city.drop("昆都仑区/空.xlsx", b"")
    told: list[tuple[int, int]] = []
    intake(city.run(), Settings(home=city.home), city.now, on_progress=lambda done, of: told.append((done, of)))
    assert told[-1] == (2, 2)
    assert told == sorted(told)


def copied(folder: Path, name: str, old: str, new: str) -> Path:
    """The declarations, in a folder where one of them says something else."""
    home = shutil.copytree(HOME, folder / "declared", ignore=shutil.ignore_patterns("*.py", "__pycache__", "render"))
    text = (home / name).read_text(encoding="utf-8")
    assert old in text
    (home / name).write_text(text.replace(old, new, 1) if old else text, encoding="utf-8")
    return home


FOLLOW_UP = """\
# yaml-language-server: $schema=../schema/ledger.json
id: follow_up
title: 回访登记表
short: 回访表
grain: one follow-up visit
clause: plan_2023 二(二)
names: [回访登记表]
known_by: [subject]
identity: [[subject]]
columns:
  subject: {title: 回访事由, meaning: what was visited about, type: text, needed: true}
  finding: {title: 回访结论, meaning: what was found, type: text}
"""
