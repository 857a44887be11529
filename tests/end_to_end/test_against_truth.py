"""What is published of a made-up city is its truth, but for what a label, a missing return or a reported problem explains; and it names nobody."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from bench.against_truth.beside_records import beside_records
from bench.against_truth.comparing import Compared
from bench.against_truth.made_city import MadeCity
from bench.against_truth.persons import persons, scan
from bench.against_truth.published import Published
from bench.against_truth.tables import compared
from catalog.catalog import load
from warehouse.folder import Folder


@pytest.fixture(scope="module")
def city(newcomer: Path) -> MadeCity:
    """The small city of the first walk."""
    return MadeCity(newcomer / "data", load())


@pytest.fixture(scope="module")
def tables(city: MadeCity) -> Iterator[list[Compared]]:
    """Every table of which the truth is known."""
    with duckdb.connect(str(Folder(city.home).current), read_only=True) as connection:
        published = Published(city, connection)
        yield [*compared(published), *beside_records(published)]


def test_every_ledger_is_compared_as_it_was_read_and_as_a_fact(tables: list[Compared]) -> None:
    """A table that is left out would be equal to anything."""
    names = {one.table for one in tables}
    ledgers = load().ledgers

    assert {f"stg_{name}" for name in ledgers} <= names
    assert {f"fct_{name}" for name, ledger in ledgers.items() if ledger.fact == "plain"} <= names
    assert {"fct_dispute", "fct_dispute_month", "fct_mediation_case", "dim_mediator", "dim_committee", "fct_filed_total", "fct_return"} <= names


def test_nothing_is_left_to_explain(tables: list[Compared]) -> None:
    """Each record is equal, or something says why it is not."""
    assert [one for table in tables for one in table.differences if one.reason == "unexplained"] == []


def test_nine_records_of_ten_are_equal(tables: list[Compared]) -> None:
    """What explains everything would explain nothing."""
    counted = sum((table.counts for table in tables if table.table.startswith(("stg_", "fct_filed"))), start=tables[0].counts - tables[0].counts)

    assert counted["equal"] > 9 * (counted.total() - counted["return"]) / 10


def test_a_person_is_found_where_one_stands(city: MadeCity) -> None:
    """In what a run printed: a name within a sentence, and escaped as logs escape; a number."""
    whom = persons(city)
    name, number = min(whom.names - whom.shared), min(whom.numbers)

    said, *_ = scan(city, [f"{name}。", name.encode("unicode_escape").decode(), f"no {number}."], whom)

    assert (said.names[name], said.numbers[number]) == (2, 1)


def test_nobody_stands_in_what_a_run_left(city: MadeCity) -> None:
    """Neither names nor numbers, in logs, journal, readings and the published file."""
    found = scan(city, [], persons(city))

    assert [(one.place, one.names, one.numbers) for one in found if one.names or one.numbers] == []
    assert {one.place for one in found if one.characters} >= {"dagster", "work", "journal", "landing", "published"}
