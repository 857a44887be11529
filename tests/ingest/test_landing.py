"""Landing: what a row states lands as declared, known by its identity, without anything direct of persons and narratives."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from catalog.catalog import Catalog
from ingest.checked import CheckedTable, Typed
from ingest.landing import NotPlaced, Origin, StagedTable, as_arrow, place, schema, settle, stage, unit_code, write_none
from ingest.protect import Protector
from tests.ingest.checked_tables import CATALOG, record, table
from warehouse.hash_key import HashKey
from warehouse.landed import NONE

ORIGIN = Origin("d" * 16, "e" * 16)
PROTECTOR = Protector(HashKey(b"k" * 32), CATALOG.persons)
DISPUTE = CATALOG.ledgers["dispute"]


def landed(checked: CheckedTable, catalog: Catalog = CATALOG) -> pa.Table:
    """The Arrow table of a checked table."""
    return as_arrow(checked, ORIGIN, catalog, PROTECTOR)


def column(name: str, *rows: dict[str, Typed]) -> list[object]:
    """One landed column of a table whose rows depart from an ordinary dispute as told."""
    made = table(*(record(4 + number, **values) for number, values in enumerate(rows)))
    values: list[object] = landed(made).column(name).to_pylist()
    return values


def texts(found: pa.Table) -> Iterator[str]:
    """Every text in a table, those in lists too."""
    for values in found.to_pydict().values():
        for value in values:
            yield from (str(part) for part in (value if isinstance(value, list) else [value]))


def test_the_columns_are_those_of_the_ledger() -> None:
    """In their order, with their types, whatever the layout had."""
    assert landed(table()).schema.equals(schema(DISPUTE))
    assert schema(DISPUTE).names == list(DISPUTE.landing)


def test_every_row_says_where_it_comes_from() -> None:
    """Delivery, reading, table, sheet, row, unit and period stand in each row."""
    first = landed(table()).to_pylist()[0]
    assert (first["submission_id"], first["reading_id"], first["table_number"]) == (*(ORIGIN.submission_id, ORIGIN.reading_id), 1)
    assert (first["source_sheet"], first["source_row"]) == ("4月台账", 4)
    assert (first["unit_code"], first["period"], str(first["period_to"])) == ("150203", "2023-04", "2023-04-30")


def test_no_party_and_no_narrative_lands() -> None:
    """Neither whole nor in part; the responsible person, who is staff, lands as filed."""
    found = "\n".join(texts(landed(table())))
    for word in ("谢永平", "邓淑超", "余云霞", "货款", "草牧场"):
        assert word not in found
    assert "邹立兰" in found
    assert "谢**、邓**" in found


def test_the_scan_finds_a_party_when_the_protection_of_its_column_is_off() -> None:
    """The test above would see it: declared without privacy, the names stand there."""
    open_column = DISPUTE.columns["parties"].model_copy(update={"privacy": "none"})
    ledger = DISPUTE.model_copy(update={"columns": DISPUTE.columns | {"parties": open_column}})
    catalog = replace(CATALOG, ledgers=CATALOG.ledgers | {"dispute": ledger})
    assert "谢永平" in "\n".join(texts(landed(table(), catalog)))


def test_the_same_facts_are_the_same_record_in_another_month_and_row() -> None:
    """The key survives resubmission: neither delivery, nor sheet, nor row, nor order of the parties belong to it."""
    april = landed(table(record(4))).column("record_key").to_pylist()
    moved = table(record(19, parties="邓淑超，谢永平", state_code="LS11"), sheet="Sheet1")
    assert as_arrow(moved, Origin("f" * 16, "0" * 16), CATALOG, PROTECTOR).column("record_key").to_pylist() == april


def test_other_facts_are_another_record() -> None:
    """Another brief, or another district, is another dispute."""
    keys = [*column("record_key", {}, {"brief": "别的事"}), landed(table(record(), district="150204")).column("record_key").to_pylist()[0]]
    assert len(set(keys)) == 3


def test_an_alternative_counts_only_when_all_of_it_is_filled() -> None:
    """case_no is no column here; without parties the responsible unit and the brief are left."""
    assert column("identity_1", {}) == [None]
    assert column("identity_2", {}, {"parties": None})[1] is None
    with_unit = column("identity_3", {}, {"parties": None})
    assert with_unit[0] == with_unit[1]
    assert None not in with_unit


def test_a_row_that_nothing_identifies_is_known_by_its_place() -> None:
    """Two such rows are two records."""
    blank: dict[str, Typed] = {"parties": None, "brief": None}
    assert len(set(column("record_key", blank, blank))) == 2


def test_a_row_that_repeats_another_has_no_identity() -> None:
    """It is blocked, counts nowhere, and is not taken for the row it repeats."""
    found = landed(table(record(4), replace(record(5), is_blocked=True))).to_pylist()
    assert [row["is_blocked"] for row in found] == [False, True]
    assert found[1]["identity_2"] is None
    assert found[0]["record_key"] != found[1]["record_key"]


def test_a_column_that_the_layout_lacks_is_null_throughout() -> None:
    """Its hash, its mask and its flags too: not known is not `no`."""
    made = table()
    without = replace(made, absent_fields=(*made.absent_fields, "remark"))
    assert set(landed(without).column("is_carried_over").to_pylist()) == {None}
    assert set(landed(made).column("is_carried_over").to_pylist()) == {False}
    assert set(landed(made).column("applicant_hash").to_pylist()) == {None}


def test_a_flag_is_raised_by_its_words() -> None:
    """上月结转 in the remark; the remark itself does not land."""
    assert column("is_carried_over", {"remark": "上月结转，待办"}, {"remark": "已回访"}, {"remark": None}) == [True, False, False]


def test_problem_fields_and_absent_fields_land_with_each_row() -> None:
    """What could not be read is told apart from what was not asked."""
    row = landed(table(replace(record(), problem_fields=("deadline_on", "brief")))).to_pylist()[0]
    assert row["problem_fields"] == ["brief", "deadline_on"]
    assert "closed_on" in row["absent_fields"]


@pytest.mark.parametrize(
    ("text", "district", "code"),
    [("沟门镇", "150221", "150221107"), ("土右旗司法局", "150221", "150221"), ("昆北", "150221", None), ("河东", "150202", None), (None, "150221", None)],
)
def test_a_units_name_leads_to_a_unit_of_the_same_district(text: str | None, district: str, code: str | None) -> None:
    """One of another district is none here, and of two that share a name neither is guessed."""
    assert unit_code(text, district, CATALOG.units) == code


def test_a_file_lies_under_ledger_district_and_month() -> None:
    """A quarter lies under the month in which it begins."""
    assert place(table(), ORIGIN) == f"dispute/district=150203/period=2023-04/{ORIGIN.submission_id}-1-{ORIGIN.reading_id}.parquet"


def test_a_table_without_unit_or_period_has_no_place() -> None:
    """Such a return goes back; nothing of it lands."""
    with pytest.raises(NotPlaced):
        place(table(period=None), ORIGIN)


def staged(checked: CheckedTable, folder: Path) -> StagedTable:
    """A table staged in a folder of its own."""
    folder.mkdir(exist_ok=True)
    return stage(checked, ORIGIN, folder, CATALOG, PROTECTOR)


def test_a_staged_file_is_not_among_the_landed_ones_until_it_is_settled(tmp_path: Path) -> None:
    """A run that is killed before leaves nothing in landing."""
    one = staged(table(), tmp_path / "work")
    assert not (tmp_path / "landing").exists()
    settle([one], tmp_path / "landing")
    assert pq.read_table(tmp_path / "landing" / one.file, partitioning=None).num_rows == one.rows == 2
    assert not one.temporary.exists()


def test_the_same_reading_writes_the_same_bytes(tmp_path: Path) -> None:
    """So its hash in the journal holds when it is made again."""
    assert staged(table(), tmp_path / "one").sha256 == staged(table(), tmp_path / "two").sha256


def test_a_nil_return_lands_without_rows(tmp_path: Path) -> None:
    """It is filed: it has its file, typed as all others."""
    one = staged(replace(table(kind="nil"), records=()), tmp_path / "work")
    assert one.rows == 0
    assert pq.read_schema(one.temporary).equals(schema(DISPUTE))


def test_every_ledger_has_a_file_without_rows(tmp_path: Path) -> None:
    """It keeps the types when nothing is live, and is written anew only when the declaration changed."""
    write_none(tmp_path, CATALOG.ledgers.values())
    files = {ledger: tmp_path / ledger / NONE for ledger in CATALOG.ledgers}
    assert all(pq.read_table(file).num_rows == 0 for file in files.values())

    before = {ledger: file.stat().st_mtime_ns for ledger, file in files.items()}
    fewer = DISPUTE.model_copy(update={"columns": {name: one for name, one in DISPUTE.columns.items() if name != "remark"}})
    write_none(tmp_path, [fewer, CATALOG.ledgers["screening_round"]])
    assert "remark_hash" not in pq.read_schema(files["dispute"]).names
    assert files["screening_round"].stat().st_mtime_ns == before["screening_round"]
