"""The lists say what counts, what is owed and what was decided; only what is as it was written counts."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from catalog.catalog import load
from tests.warehouse.deliveries import START, RealDesk, Table
from warehouse import list_rows, lists
from warehouse.event import Decided, DisputeMatch, ReplacementAllowed, ReturnExempt, identifier
from warehouse.folder import Folder
from warehouse.journal import Journal
from warehouse.lists import Lists
from warehouse.run import Run
from warehouse.version_keys import differing

CATALOG = load()
Row = dict[str, object]


@pytest.fixture
def desk(folder: Folder) -> RealDesk:
    """A desk that archives, lands and, when told, journals into the data folder."""
    return RealDesk(folder=folder)


def written(desk: RealDesk, *, hour: int | None = None, run_id: str = "r1") -> tuple[Run, Lists]:
    """The lists after what the desk took was journalled."""
    journal = Journal(desk.folder)
    journal.append(*desk.events[len(journal.read()) :])
    run = Run(desk.folder, CATALOG, date(2023, 7, 6), None if hour is None else START + timedelta(hours=hour), run_id)
    return run, lists.write(run)


def rows(run: Run, name: str) -> list[Row]:
    """The rows of a list."""
    return pq.read_table(run.lists / f"{name}.parquet").to_pylist()


def test_the_columns_are_as_dbt_declares_them(desk: RealDesk) -> None:
    """Every list is written, typed, also when it is empty."""
    run, _ = written(desk)

    for name, row in list_rows.LISTS.items():
        assert pq.read_schema(run.lists / f"{name}.parquet").equals(list_rows.schema(row))
    assert str(pq.read_schema(run.lists / "submission.parquet").field("received_at").type) == "timestamp[us]"
    assert rows(run, "submission") == rows(run, "live_reading") == rows(run, "decision") == []


def test_a_replaced_file_and_the_one_that_counts(desk: RealDesk) -> None:
    """Both are told of, one is read by dbt, with its absolute path."""
    old = desk.deliver(Table("abcdefghij", townships=("150203001",)), hour=0)
    new = desk.deliver(Table("abcdefghijk", kind="correction", townships=("150203001", "150203003")), hour=30)
    run, _ = written(desk)

    first, second = rows(run, "submission")
    assert (first["standing"], first["replaced_by"]) == ("replaced", new.submission_id)
    assert (second["standing"], second["kept"], second["new"], second["lost"]) == ("live", 10, 1, 0)
    assert second["note"] == "replaced, 10 of 10 kept, 1 new"
    assert (first["received_at"], first["received_on"]) == (datetime(2023, 5, 4, 1), date(2023, 5, 4))  # noqa: DTZ001 -- lists keep UTC without a zone
    (live,) = rows(run, "live_reading")
    assert live["submission_id"] == new.submission_id != old.submission_id
    assert Path(str(live["path"])).is_absolute()
    assert Path(str(live["path"])).is_file()
    assert (live["records"], live["townships"]) == (11, ["150203001", "150203003"])


def test_what_was_not_read_is_null_and_not_zero(desk: RealDesk) -> None:
    """A refused file has one row without a ledger, and no counts; a duplicate has no verdict."""
    desk.refuse("secret", hour=0)
    desk.deliver(Table("abc"), hour=1)
    desk.deliver(Table("abc"), hour=2)
    run, _ = written(desk)

    refused, _, duplicate = rows(run, "submission")
    assert (refused["standing"], refused["verdict"], refused["ledger"], refused["records"]) == ("refused", "refused", None, None)
    assert (duplicate["standing"], duplicate["verdict"], duplicate["ledger"]) == ("duplicate", None, "dispute")


def test_as_of_a_past_hour(desk: RealDesk) -> None:
    """What had been received and decided by then, from the same journal."""
    desk.deliver(Table("abcdefghij"), hour=0)
    waiting = desk.deliver(Table("abc", kind="correction"), hour=1)
    desk.events.append(Decided.of(ReplacementAllowed(submission_id=waiting.submission_id), START + timedelta(hours=2), "王", "seen"))

    assert [row["standing"] for row in rows(written(desk)[0], "submission")] == ["replaced", "live"]
    assert [row["standing"] for row in rows(written(desk, hour=1, run_id="r2")[0], "submission")] == ["live", "waits"]
    assert [row["standing"] for row in rows(written(desk, hour=0, run_id="r3")[0], "submission")] == ["live"]


def test_an_exemption_covers_what_the_return_contains(desk: RealDesk) -> None:
    """The office, and each of its townships; nobody else."""
    exempt = ReturnExempt(unit_code="150206", ledger="screening_round", period="2023-04")
    desk.events.append(Decided.of(exempt, START, "王", "合并"))
    run, _ = written(desk)

    exempted = [row for row in rows(run, "obligation") if row["is_exempt"]]
    townships = [unit for unit in CATALOG.units if unit.parent == "150206" and not unit.pseudo]
    assert len(exempted) == 1 + len(townships)
    assert {(row["district_code"], row["ledger"], row["period"], row["exempt_reason"]) for row in exempted} == {
        ("150206", "screening_round", "2023-04", "合并")
    }


def test_decisions_name_what_they_are_about(desk: RealDesk) -> None:
    """An obligation, a submission, two disputes."""
    made = (
        ReturnExempt(unit_code="150206", ledger="dispute", period="2023-04"),
        ReplacementAllowed(submission_id="s1"),
        DisputeMatch(key_a="a", key_b="b", same=True),
    )
    desk.events += [Decided.of(decision, START + timedelta(hours=hour), "王", "seen") for hour, decision in enumerate(made)]
    run, _ = written(desk)

    assert [(row["kind"], row["key_a"], row["key_b"], row["same"]) for row in rows(run, "decision")] == [
        ("exempt", identifier("file", "150206", "dispute", "2023-04"), None, None),
        ("replacement", "s1", None, None),
        ("match", "a", "b", True),
    ]
    assert rows(run, "obligation")
    assert rows(run, "decision")[0]["decided_at"] == START.astimezone(UTC).replace(tzinfo=None)


@pytest.mark.parametrize("place", [0.05, 0.3, 0.5, 0.7, 0.95])
def test_a_flipped_bit_is_named_before_the_build(desk: RealDesk, place: float) -> None:
    """The damaged reading is asked for anew and its answer withheld; the other unit counts."""
    damaged = desk.deliver(Table("abcdefghij"), hour=0)
    desk.deliver(Table("xyz", unit="150221"), hour=1, district="150221")
    file = desk.folder.landing / next(iter(desk.records))
    sound = file.read_bytes()
    broken = bytearray(sound)
    broken[int(place * len(broken))] ^= 4
    file.write_bytes(broken)

    run, found = written(desk)
    assert found.damaged == (damaged.submission_id,)
    assert [str(fault) for fault in found.faults] == [f"landing/{next(iter(desk.records))}: reading changed"]
    assert found.withheld == ("reading_damaged 150203 dispute 2023-04",)
    assert [row["district_code"] for row in rows(run, "live_reading")] == ["150221"]
    withheld = rows(run, "submission")[0]
    assert (withheld["standing"], withheld["verdict"]) == ("withheld", None)

    file.write_bytes(sound)  # made again from the archive
    assert written(desk, run_id="r2")[1].damaged == ()


def test_a_cut_or_missing_reading_is_named_too(desk: RealDesk) -> None:
    """Empty, or gone."""
    ids = [desk.deliver(Table("abc", month=month), hour=month).submission_id for month in (4, 5)]
    empty, gone = (desk.folder.landing / file for file in desk.records)
    empty.write_bytes(b"")
    gone.unlink()

    assert set(written(desk)[1].damaged) == set(ids)


def test_a_planted_file_is_named_and_not_counted(desk: RealDesk) -> None:
    """A copy of a good reading under another name; the ledgers' files without rows are known."""
    desk.deliver(Table("abc"), hour=0)
    file = desk.folder.landing / next(iter(desk.records))
    file.with_name("planted.parquet").write_bytes(file.read_bytes())
    (desk.folder.landing / "dispute" / "_none.parquet").write_bytes(file.read_bytes())
    run, found = written(desk)

    assert [fault.place for fault in found.planted] == ["landing/dispute/district=150203/period=2023-04/planted.parquet"]
    assert len(rows(run, "live_reading")) == 1


def test_an_unread_delivery_is_told_and_in_no_list(desk: RealDesk) -> None:
    """Killed between receiving and reading: nothing is said of the file before somebody read it."""
    received = desk.receive("on its way", hour=0)
    run, found = written(desk)

    assert found.unread == (received.submission_id,)
    assert rows(run, "submission") == []


def test_the_last_lists_stay_for_a_build_without_a_run(desk: RealDesk) -> None:
    """Those of a past day do not take their place."""
    desk.deliver(Table("abc"), hour=1)
    run, _ = written(desk)
    lists.keep_last(run)
    past, _ = written(desk, hour=0, run_id="r2")
    lists.keep_last(past)

    assert pq.read_table(desk.folder.lists / "submission.parquet").num_rows == 1
    assert rows(past, "submission") == []


def test_the_order_of_writing_down_changes_no_key(desk: RealDesk, tmp_path: Path) -> None:
    """The same deliveries journalled in another order: the same version; one more delivery: another."""
    desk.deliver(Table("abc"), hour=0)
    desk.deliver(Table("xyz", month=5), hour=1)
    other = RealDesk(folder=Folder(tmp_path / "other"))
    other.folder.create(CATALOG.units)
    other.events = desk.events[::-1]
    keys = written(desk)[1].keys

    assert written(other)[1].keys == keys
    desk.deliver(Table("abc"), hour=2)
    assert differing(written(desk, run_id="r2")[1].keys, keys) == ("readings",)
