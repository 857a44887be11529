"""Declarations say all that their readers ask: a title, a clause, a unit, a class of privacy, a header to be known by."""

import re

import pytest

from catalog.catalog import load
from catalog.ledger import Column, Ledger

CATALOG = load()
COLUMNS = [(f"{ledger.id}.{name}", name, column) for ledger in CATALOG.ledgers.values() for name, column in ledger.columns.items()]
EACH_LEDGER = pytest.mark.parametrize("ledger", CATALOG.ledgers.values(), ids=lambda ledger: ledger.id)
EACH_COLUMN = pytest.mark.parametrize(("name", "column"), [(name, column) for _, name, column in COLUMNS], ids=[full for full, _, _ in COLUMNS])
CHINESE = re.compile(r"[\u3400-\u9fff]")
OF_PERSONS = re.compile(r"身份证|手机|电话|住址|银行卡|姓名|当事人$|申请人$")  # a header with one of these asks for a person
COUNTED = ("_count", "_fen")


@EACH_LEDGER
def test_a_ledger_says_what_it_is(ledger: Ledger) -> None:
    """A Chinese title that is one of its names, what a row is, what it is known by when nothing names it."""
    assert CHINESE.search(ledger.title)
    assert ledger.title in ledger.names
    assert ledger.grain
    assert ledger.known_by or ledger.layouts


def test_no_two_ledgers_share_their_short_name() -> None:
    """They stand side by side as heads of narrow columns."""
    assert len({ledger.short for ledger in CATALOG.ledgers.values()}) == len(CATALOG.ledgers)


@EACH_LEDGER
def test_a_ledger_states_something(ledger: Ledger) -> None:
    """More than a number of rows, and each header leads to a column."""
    assert len(ledger.columns) > 1
    assert all(ledger.by_header[header] for header in ledger.by_header)


@EACH_COLUMN
def test_a_column_has_a_header_and_a_meaning(name: str, column: Column) -> None:
    """A Chinese header to be known by and an English phrase of what it states, which is not its name again."""
    assert CHINESE.search(column.title)
    assert column.headers
    assert column.meaning
    assert column.meaning != name


@EACH_COLUMN
def test_what_is_counted_or_paid_names_its_unit(name: str, column: Column) -> None:
    """Persons, cases, rounds, yuan: where a header names none, the declaration does."""
    assert column.unit or not (name.endswith(COUNTED) or column.type == "money")


@EACH_COLUMN
def test_what_is_paid_lands_in_fen_and_days_are_called_days(name: str, column: Column) -> None:
    """The ending of a name says what stands in the column."""
    endings = {"money": "_fen", "date": "_on", "moment": "_at", "yesno": ("is_", "has_"), "code": "_code", "unit_name": "_text", "month": "_month"}
    wanted = endings.get(column.type, "")

    assert name.startswith(wanted) if isinstance(wanted, tuple) else name.endswith(wanted)


@EACH_COLUMN
def test_a_header_that_asks_for_a_person_is_protected(name: str, column: Column) -> None:
    """Names, numbers and addresses of persons land as hashes, masks or flags, or are staff's in their office: none is open to all."""
    assert column.type != "text" or column.privacy != "none" or not OF_PERSONS.search(column.title), name
    assert (column.privacy == "person") == (column.person is not None)
    assert column.type not in ("id", "phone") or column.privacy == "person"


def test_every_promise_indicator_and_rule_says_what_it_is() -> None:
    """In Chinese, for those who read it, with whom to ask and by which clause."""
    promises = [promise for ledger in CATALOG.ledgers.values() for promise in ledger.promises]

    assert all(CHINESE.search(text) for promise in promises for text in (promise.title, promise.sentence))
    assert all(CHINESE.search(text) for indicator in CATALOG.indicators.values() for text in (indicator.title, indicator.definition, indicator.unit))
    assert all(CHINESE.search(text) for rule in CATALOG.rules.values() for text in (rule.title, rule.sentence, rule.remedy, rule.why, rule.owner))
    assert all(entry.clause for entry in (*promises, *CATALOG.indicators.values(), *CATALOG.rules.values(), *CATALOG.ledgers.values(), *CATALOG.duties))


def test_every_code_list_says_where_it_comes_from() -> None:
    """A Chinese title, its source, and more than one code, each with a title."""
    for entry in CATALOG.codes.values():
        assert CHINESE.search(entry.title), entry.id
        assert entry.source, entry.id
        assert len(entry.items) > 1, entry.id
        assert all(item.title for item in entry.items), entry.id
