"""Ledgers: what lands for a column follows from its type and its privacy."""

import pytest

from catalog.catalog import load
from catalog.ledger import LANDING_COMMON, LANDING_JUDGED, Ledger

LEDGERS = load().ledgers


@pytest.mark.parametrize("ledger", LEDGERS.values(), ids=LEDGERS)
def test_a_landing_begins_with_the_address_and_ends_with_the_facts(ledger: Ledger) -> None:
    """The common columns, one key per alternative of identity, the judgement, then what was declared; nothing twice."""
    landing = list(ledger.landing)
    address = [*LANDING_COMMON, *(["source_column"] if ledger.form else [])]
    assert landing[: len(address)] == address
    assert landing[len(address) :][: len(ledger.identity)] == [f"identity_{n + 1}" for n in range(len(ledger.identity))]
    assert set(LANDING_JUDGED) < set(landing)
    assert landing[-len(ledger.landed) :] == list(ledger.landed)


@pytest.mark.parametrize("ledger", [ledger for ledger in LEDGERS.values() if not ledger.id.endswith("_totals")], ids=lambda ledger: str(ledger.id))
def test_no_person_and_no_narrative_lands_under_its_own_name(ledger: Ledger) -> None:
    """Such a column lands as hash and mask, or as length and hash; never as text."""
    hidden = [name for name, column in ledger.columns.items() if column.privacy in ("person", "narrative")]
    assert hidden
    assert not set(hidden) & set(ledger.landed)
    assert all(f"{name}_hash" in ledger.landed for name in hidden)


def test_a_header_that_two_columns_share_is_known_to_be_shared() -> None:
    """No header of one ledger leads to two columns unseen: the lookup returns all of them."""
    for ledger in LEDGERS.values():
        assert all(len(names) == 1 for names in ledger.by_header.values()), [names for names in ledger.by_header.values() if len(names) > 1]


@pytest.mark.parametrize("ledger", LEDGERS.values(), ids=LEDGERS)
def test_a_name_that_others_know_leads_to_one_column(ledger: Ledger) -> None:
    """Who maps by it would else take the one for the other."""
    names = [column.domain_field or name for name, column in ledger.columns.items()]
    assert len(names) == len(set(names))
