"""The sample offices' workbooks, landed: no party, no number of a person, no story and no key group stands in what lands; staff do."""

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest

from catalog.ledger import Column
from ingest.checked import CheckedTable
from ingest.checking import check
from ingest.identifying import Delivery
from ingest.landing import Origin, as_arrow
from ingest.protect import Protector, split
from tests.ingest.filed_tables import CATALOG
from warehouse.hash_key import HashKey

SAMPLES = Path(__file__).parents[2] / "tests" / "samples"
ORIGIN = Origin("d" * 16, "e" * 16)
PROTECTOR = Protector(HashKey(b"k" * 32), CATALOG.persons)
OPEN = ("staff", "none")  # privacy of what lands as read
SHORT = 2  # characters; longer texts are in no other word by chance


def tables() -> Iterator[CheckedTable]:
    """Every table of a declared ledger among the samples."""
    with (SAMPLES / "received.csv").open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines):
            file = SAMPLES / "inbox" / row["file"]
            district = CATALOG.units.named(file.parent.name)[0].code
            delivery = Delivery(row["file"], district, date.fromisoformat(row["received_at"][:10]))
            yield from check(file.read_bytes(), delivery, CATALOG).tables


TABLES = [table for table in tables() if table.verdict != "returned"]


def landed(table: CheckedTable) -> pa.Table:
    """What lands of it."""
    return as_arrow(table, ORIGIN, CATALOG, PROTECTOR)


def texts(found: pa.Table) -> str:
    """All that stands in it."""
    return "\n".join(str(part) for column in found.to_pydict().values() for value in column for part in (value if isinstance(value, list) else [value]))


def said(table: CheckedTable, *privacies: str) -> Iterator[tuple[Column, str]]:
    """What a table says in columns of some privacy."""
    for name, column in CATALOG.ledgers[table.ledger].columns.items():
        if column.privacy in privacies:
            yield from ((column, str(record.values[name])) for record in table.records if record.values.get(name) is not None)


def secrets(table: CheckedTable) -> set[str]:
    """Parties and numbers one by one, stories and groups as a whole; without those who stand as staff, or in open words, in the same table."""
    persons = {party for column, text in said(table, "person") for party in (split(text, CATALOG.persons) if column.person == "name" else [text])}
    stories = {text for _, text in said(table, "narrative", "sensitive")}
    shown = "\n".join(text for _, text in said(table, *OPEN))
    return {secret for secret in persons | stories if len(secret) > SHORT and secret not in shown}


def test_all_six_ledgers_are_among_the_samples() -> None:
    """Else the test below would be true of nothing."""
    assert {table.ledger for table in TABLES} == set(CATALOG.ledgers)
    assert sum(len(secrets(table)) for table in TABLES) > 500


@pytest.mark.parametrize("table", TABLES, ids=[f"{table.ledger}-{table.district}-{number}" for number, table in enumerate(TABLES)])
def test_nobody_and_no_story_lands(table: CheckedTable) -> None:
    """Neither whole nor as a part of a text."""
    found = texts(landed(table))
    assert [secret for secret in secrets(table) if secret in found] == []


def test_staff_land_as_filed() -> None:
    """The scan reads what lands: mediators it finds."""
    roster = next(table for table in TABLES if table.ledger == "mediator")
    names = [text for column, text in said(roster, "staff") if column.title == "姓名"]
    assert names
    assert all(name in texts(landed(roster)) for name in names)


def test_of_a_key_group_only_its_flags_land() -> None:
    """Whether one is concerned, and whether a minor is; not which."""
    cases = next(table for table in TABLES if table.ledger == "mediation_case" and "special_group" not in table.absent_fields)
    found = landed(cases)
    assert "special_group" not in found.column_names
    assert set(found.column("has_key_group").to_pylist()) == {True, False}


def test_a_moment_lands_by_the_clock_of_the_whole_world() -> None:
    """An office's 23:10 is 15:10."""
    oral = next(table for table in TABLES if table.ledger == "mediation_case" and "brief" in table.absent_fields)
    assert str(landed(oral).column("accepted_at").to_pylist()[0]) == "2023-04-27 15:10:05"


def keys(found: pa.Table, alternative: int) -> list[str | None]:
    """What the rows are known by under one alternative of identity."""
    values: list[str | None] = found.column(f"identity_{alternative}").to_pylist()
    return values


def test_twelve_agreements_of_one_text_are_twelve_records() -> None:
    """By the moment of their acceptance."""
    oral = next(table for table in TABLES if table.ledger == "mediation_case" and "brief" in table.absent_fields)
    found = landed(oral)
    assert (len(set(keys(found, 5))), len(set(found.column("record_key").to_pylist()))) == (12, 12)


def test_a_police_record_is_known_among_the_cases_by_its_facts() -> None:
    """Neither number nor parties stand in it; mediator and facts do, and where the mediator is missing the facts alone."""
    of_may = [table for table in TABLES if table.ledger == "mediation_case" and table.district == "150223" and str(table.period) == "2023-05"]
    police = landed(next(table for table in of_may if "parties" in table.absent_fields))
    cases = landed(next(table for table in of_may if "parties" not in table.absent_fields))
    assert set(keys(police, 4)) <= set(keys(cases, 4))
    assert len(set(keys(police, 3)) - set(keys(cases, 3))) == 1
