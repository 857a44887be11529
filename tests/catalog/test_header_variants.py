"""The language of the field: every header seen in a template or a system leads to the column that states it, or a ledger says why not."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from catalog.catalog import load
from catalog.ledger import Ledger
from catalog.spelling import spelling
from ingest.naming import name_columns
from ingest.table import Header

CATALOG = load()
MEASURES = CATALOG.wording.units_of_measure
GOLDEN = yaml.safe_load(Path(__file__).with_name("header_variants.yml").read_text(encoding="utf-8"))
IGNORED = "ignored"

FIELDS = [(field, header) for field, headers in GOLDEN["by_field"].items() for header in headers]
COLUMNS = [(ledger, column, header) for ledger, columns in GOLDEN["by_column"].items() for column, headers in columns.items() for header in headers]


def meaning(header: str, ledger: Ledger) -> tuple[str, ...]:
    """The columns that a header by itself means in a ledger's tables."""
    (column,) = name_columns((Header(1, "".join(header.split())),), ledger, MEASURES).columns
    return (IGNORED,) if column.is_ignored else column.fields


def known_as(ledger: Ledger, column: str) -> set[str]:
    """What others call a column, or the wider fact that it is part of."""
    if column == IGNORED:
        return {column}
    declared = ledger.columns[column]
    return {declared.domain_field or column} | ({declared.part_of} if declared.part_of else set())


def told(field: str, header: str) -> Iterator[str]:
    """The ledgers that take a header for a field, or say why they take it for something else."""
    for ledger in CATALOG.ledgers.values():
        named = {field for column in meaning(header, ledger) for field in known_as(ledger, column)}
        beside = {field for one in ledger.meanings if spelling(one.header) == spelling(header) for field in known_as(ledger, one.column)}
        decided = {other for one in ledger.preferred if spelling(one.header) == spelling(header) and one.because for other in one.instead_of}
        if field in named | beside | decided:
            yield ledger.id


def test_the_golden_file_holds_the_whole_language() -> None:
    """Nobody shortens it to make the others pass."""
    assert (len(GOLDEN["by_field"]), len(FIELDS), len(COLUMNS)) == (111, 519, 262)


@pytest.mark.parametrize(("field", "header"), FIELDS)
def test_a_header_leads_to_its_field(field: str, header: str) -> None:
    """In one ledger at least; a rate as filed is known and never taken."""
    if field == "rate":
        assert any(meaning(header, ledger) == (IGNORED,) for ledger in CATALOG.ledgers.values())
    else:
        assert list(told(field, header))


@pytest.mark.parametrize(("ledger", "column", "header"), COLUMNS)
def test_a_header_of_a_roster_or_of_money_leads_to_its_column(ledger: str, column: str, header: str) -> None:
    """Under its own ledger, or the ledger says why it is another."""
    declared = CATALOG.ledgers[ledger]
    decided = {other for one in declared.preferred if spelling(one.header) == spelling(header) for other in one.instead_of}
    assert meaning(header, declared) == (column,) or column in decided


def test_a_header_with_several_meanings_has_one_in_each_ledger() -> None:
    """Where two columns of one ledger claim a header, the ledger prefers one of them and says why."""
    for ledger in CATALOG.ledgers.values():
        claimed: dict[str, list[str]] = {}
        for name, column in ledger.columns.items():
            for header in () if column.read_of else column.headers:
                claimed.setdefault(spelling(header), []).append(name)
        undecided = {header for header, names in claimed.items() if len(names) > 1} - {spelling(one.header) for one in ledger.preferred if one.because}
        assert not undecided, ledger.id


def test_a_preference_names_a_header_of_its_column() -> None:
    """And something else that it could mean."""
    for ledger in CATALOG.ledgers.values():
        for one in ledger.preferred:
            assert spelling(one.header) in map(spelling, ledger.columns[one.column].headers)
            assert one.instead_of
