"""Offices write headers that the catalog declares, and every layout can be written."""

import pytest

from catalog.catalog import load
from catalog.spelling import spelling
from synthetic.chance import Chance
from synthetic.filing.ledgers import SOURCES
from synthetic.offices.declared import of_ledgers
from synthetic.offices.habit import manner

BRACKETS = ("(", "（")
DRAWS = 40


def bare(header: str) -> str:
    """A header without the unit behind it."""
    for bracket in BRACKETS:
        if header.endswith((")", "）")) and bracket in header[1:]:
            return header[: header.rindex(bracket)]
    return header


def test_every_ledger_of_the_catalog_is_filed() -> None:
    """Each has a truth and a layout."""
    assert set(SOURCES) == set(load().ledgers) == set(of_ledgers())


@pytest.mark.parametrize("name", sorted(of_ledgers()))
def test_every_header_is_declared_for_its_column(name: str) -> None:
    """Of many offices at many times; none stands over two columns of a table."""
    catalog = load()
    ledger = catalog.ledgers[name]
    combined = {spelling(header): one.columns for one in ledger.combined for header in one.headers}
    known = ledger.by_header | combined
    for unit in catalog.units.reporting:
        for draw in range(DRAWS // len(catalog.units.reporting)):
            fields = manner(Chance(unit.code, draw), catalog, unit, ledger).fields
            headers = [spelling(field.header) for field in fields]
            assert len(set(headers)) == len(headers)
            assert [field.header for field in fields if field.columns not in (known.get(spelling(field.header)), known.get(spelling(bare(field.header))))] == []


@pytest.mark.parametrize("name", sorted(of_ledgers()))
def test_what_a_layout_names_is_declared(name: str) -> None:
    """Columns, sums and headers that are left out are the ledger's own."""
    own, ledger = of_ledgers()[name], load().ledgers[name]
    columns = {column for family in own.families.values() for field in family.columns for column in field.split("+")}

    assert columns | set(own.sums) | set(own.repeats) | set(own.unfit) <= set(ledger.columns)
    assert [header for column, headers in own.unfit.items() for header in headers if header not in ledger.columns[column].headers] == []
    assert set(own.names) <= {*ledger.names, ledger.title}
