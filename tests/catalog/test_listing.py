"""The catalog as flat rows, as `fengqiao catalog` prints them."""

import json
from dataclasses import asdict

import pytest

from catalog import listing
from catalog.catalog import load

CATALOG = load()


def test_every_declared_column_is_listed_with_the_name_others_know() -> None:
    """Two ledgers, all their columns; `screened_on` is known elsewhere as screening_date, `brief` as brief."""
    rows = {(row.ledger, row.column): row for row in listing.columns(CATALOG)}
    assert len(rows) == sum(len(ledger.columns) for ledger in CATALOG.ledgers.values())
    assert rows["dispute", "screened_on"].domain_field == "screening_date"
    assert rows["dispute", "brief"].domain_field == "brief"
    assert rows["dispute", "parties"].privacy == "person"


def test_one_ledger_can_be_asked_for() -> None:
    """Only its columns; a ledger that is not declared is a KeyError."""
    assert {row.ledger for row in listing.columns(CATALOG, "screening_round")} == {"screening_round"}
    with pytest.raises(KeyError):
        listing.columns(CATALOG, "nothing")


@pytest.mark.parametrize(
    "rows",
    [
        listing.columns(CATALOG),
        listing.units(CATALOG),
        listing.codes(CATALOG),
        listing.crosswalks(CATALOG),
        listing.indicators(CATALOG),
        listing.rules(CATALOG),
        listing.reports(CATALOG),
    ],
)
def test_rows_can_be_printed_as_json(rows: list[object]) -> None:
    """Plain values only."""
    assert json.loads(json.dumps([asdict(row) for row in rows], ensure_ascii=False))  # type: ignore[call-overload]
