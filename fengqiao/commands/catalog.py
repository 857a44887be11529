"""`fengqiao catalog`: what is declared, as flat rows."""

from collections.abc import Sequence
from dataclasses import astuple, fields
from typing import TYPE_CHECKING

from fengqiao import exits
from fengqiao.entry import Entry
from fengqiao.messages import catalog as said
from fengqiao.messages import help as words
from fengqiao.options import Json, Ledger

if TYPE_CHECKING:
    from catalog.listing import CodeRow, ColumnRow, IndicatorRow, LedgerRow, RuleRow, UnitRow


def columns(*, ledger: Ledger = None, json: Json = False) -> int:
    """Every declared column."""
    from catalog.catalog import load
    from catalog.listing import columns as listed
    from fengqiao import named

    catalog = load()
    return answer(listed(catalog, named.ledger(catalog, ledger) if ledger else None), json=json)


def units(*, json: Json = False) -> int:
    """Every declared unit."""
    from catalog.catalog import load
    from catalog.listing import units as listed

    return answer(listed(load()), json=json)


def codes(*, json: Json = False) -> int:
    """Every declared code."""
    from catalog.catalog import load
    from catalog.listing import codes as listed

    return answer(listed(load()), json=json)


def indicators(*, json: Json = False) -> int:
    """Every declared indicator."""
    from catalog.catalog import load
    from catalog.listing import indicators as listed

    return answer(listed(load()), json=json)


def rules(*, json: Json = False) -> int:
    """Every declared rule."""
    from catalog.catalog import load
    from catalog.listing import rules as listed

    return answer(listed(load()), json=json)


def ledgers(*, json: Json = False) -> int:
    """Every declared ledger with what is owed of it."""
    from catalog.catalog import load
    from catalog.listing import ledgers as listed

    return answer(listed(load()), json=json)


def answer(rows: "Sequence[ColumnRow | UnitRow | CodeRow | IndicatorRow | RuleRow | LedgerRow]", *, json: bool) -> int:
    """Rows of one kind as JSON or as a table."""
    from fengqiao.answers import print_json, print_table

    if json:
        print_json(list(rows))
    else:
        print_table([said.HEADERS.get(field.name, field.name) for field in fields(rows[0])], map(astuple, rows))
    return exits.DONE


COMMANDS = (
    Entry("columns", columns, words.CATALOG_COLUMNS),
    Entry("units", units, words.CATALOG_UNITS),
    Entry("codes", codes, words.CATALOG_CODES),
    Entry("indicators", indicators, words.CATALOG_INDICATORS),
    Entry("rules", rules, words.CATALOG_RULES),
    Entry("ledgers", ledgers, words.CATALOG_LEDGERS),
)
