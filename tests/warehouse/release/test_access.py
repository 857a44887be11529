"""Questions to the published figures: answered when they only ask, refused when they do anything else, written down either way."""

from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from tests.warehouse.release.by_hand import Built
from warehouse import versions
from warehouse.access import Asker, origins, query
from warehouse.access_log import AccessLog
from warehouse.event import Received, VersionKeys
from warehouse.folder import Folder
from warehouse.journal import Journal
from warehouse.locked_file import QueryRefused
from warehouse.origin import NoOrigin, Origin
from warehouse.publish import publish

ASKER = Asker("analyst", datetime(2023, 7, 6, 1, tzinfo=UTC))
REFUSED = [
    "attach '{other}' as other",
    "attach ':memory:' as other",
    "detach current",
    "copy fct_dispute to '{out}'",
    "copy (select 1) to '{out}' (format parquet)",
    "export database '{out}'",
    "import database '{out}'",
    "install httpfs",
    "load httpfs",
    "update extensions",
    "set threads = 8",
    "set enable_external_access = true",
    "set lock_configuration = false",
    "reset memory_limit",
    "pragma threads = 8",
    "pragma enable_external_access = true",
    "call enable_logging(storage = 'file', storage_path = '{out}')",
    "checkpoint",
    "vacuum",
    "begin transaction",
    "prepare ask as select 1",
    "create table mine as select 1",
    "create view mine as select 1",
    "create macro mine() as 1",
    "create secret mine (type http, bearer_token 'x')",
    "insert into fct_dispute select * from fct_dispute",
    "update fct_dispute set source_row = 0",
    "delete from fct_dispute",
    "truncate fct_dispute",
    "drop table fct_dispute",
    "alter table fct_dispute rename to mine",
    "comment on table fct_dispute is 'mine'",
    "use memory",
    "select 1; drop table fct_dispute",
    "explain analyze select 1",
    "select getenv('HOME')",
    "select * from read_csv('{secret}')",
    "select * from read_text('{secret}')",
    "select * from read_blob('{secret}')",
    "select * from '{secret}'",
    "select * from '{other}'",
    "select * from read_parquet('{lists}/*.parquet')",
    "select * from glob('/*')",
    "select * from sniff_csv('{secret}')",
    "select * from read_json('{secret}')",
    "select * from read_duckdb('{other}')",
    "select * from query('copy fct_dispute to ''{out}''')",
    "select * from duckdb_secrets()",
    "select * from sql",
    "",
]


@pytest.fixture
def served(folder: Folder) -> Folder:
    """A data folder that shows a small version."""
    with duckdb.connect(str(folder.published / "small.duckdb")) as connection:
        connection.execute("create table fct_dispute as select 5 + row as source_row, '150203' as district_code from range(3) t(row)")
    versions.point(folder, "small.duckdb")
    return folder


def test_a_select_is_answered(served: Folder) -> None:
    """Columns and rows, no more of them than asked for."""
    found = query(served, "select source_row, district_code from fct_dispute order by 1", ASKER, limit=2)

    assert found.columns == ("source_row", "district_code")
    assert found.rows == ((5, "150203"), (6, "150203"))
    assert found.cut


@pytest.mark.parametrize("statement", REFUSED)
def test_anything_but_a_select_on_the_published_tables_is_refused(served: Folder, tmp_path: Path, statement: str) -> None:
    """Fifty ways out, none of which leads anywhere; nothing appears on the disk, and the figures stay."""
    (tmp_path / "secret.csv").write_text("a,b\n1,2\n")
    places = {"out": tmp_path / "out", "secret": tmp_path / "secret.csv", "lists": served.lists, "other": tmp_path / "other.duckdb"}
    before = sorted(tmp_path.rglob("*"))

    with pytest.raises(QueryRefused):
        query(served, statement.format(**places), ASKER)

    assert [file for file in sorted(tmp_path.rglob("*")) if file not in before and file.parent != served.journal] == []


def test_every_question_is_written_down_also_a_refused_one(served: Folder) -> None:
    """Who, when and what, in a chain of its own."""
    query(served, "select 1", ASKER)
    with pytest.raises(QueryRefused):
        query(served, "drop table fct_dispute", ASKER)

    assert [(one.by, one.what, one.asked) for one in AccessLog(served).read()] == [
        ("analyst", "query", "select 1"),
        ("analyst", "query", "drop table fct_dispute"),
    ]
    assert AccessLog(served).verify() == []


def test_an_edited_access_line_is_named(served: Folder) -> None:
    """The log is a chain: a changed line does not fit."""
    for _ in range(3):
        query(served, "select 1", ASKER)
    file = served.journal / "access.jsonl"
    file.write_bytes(file.read_bytes().replace(b"analyst", b"nobody?", 1))

    assert [fault.place for fault in AccessLog(served).verify()] == ["journal/access.jsonl:1"]


def test_with_a_broken_link_the_newest_whole_version_answers(built: Built, keys: VersionKeys) -> None:
    """A pointer that leads nowhere does not silence the figures."""
    publish(built.run, keys)
    versions.point(built.run.folder, "gone.duckdb")

    assert query(built.run.folder, "select count(*) from fct_dispute", ASKER).rows == ((3,),)


def test_before_the_first_publish_it_is_said(folder: Folder) -> None:
    """There is nothing to ask."""
    with pytest.raises(versions.UnknownVersion):
        query(folder, "select 1", ASKER)


def test_a_row_leads_to_the_row_of_its_file(served: Folder) -> None:
    """By any of the table's keys, from its grain on, or by the case number as filed; with sender and time."""
    received = Received.of("150203", "昆都仑区/四月.xlsx", "a" * 64, 1, datetime(2023, 5, 3, tzinfo=UTC))
    Journal(served).append(received)
    address = f"'{received.submission_id}' as submission_id, 'Sheet1' as source_sheet"
    tables = f"""
        create table fct_month as select 'm' || row as month_key, 'd' || row // 2 as dispute_key, {address}, 5 + row as source_row from range(4) t(row);
        create table stg_dispute as select '案' || row as case_no, {address}, 5 + row as source_row from range(9) t(row);
    """
    with duckdb.connect(str(served.published / "small.duckdb")) as connection:
        connection.execute(tables)

    def rows(key: str) -> list[int]:
        return [origin.row for origin in origins(served, "fct_month", key, ASKER)]

    assert rows("m1") == [6]
    assert rows("d1") == [7, 8]
    assert rows("案2") == [7]
    assert rows("案8") == rows("' or true --") == []
    assert origins(served, "fct_month", "m1", ASKER) == (
        Origin(received.submission_id, received.path, received.sha256, "150203", received.received_at, "Sheet1", 6),
    )
    assert AccessLog(served).read()[-1].what == "trace"


@pytest.mark.parametrize("table", ["fct_nothing", "fct_dispute; drop table fct_dispute", "fct_dispute"])
def test_a_table_whose_rows_have_no_address_leads_nowhere(served: Folder, table: str) -> None:
    """Said, not guessed."""
    with pytest.raises(NoOrigin):
        origins(served, table, "x", ASKER)
