"""Which ledger a table is: by the names that title, sheet and file give it, and by its headers. A table of a ledger nobody declared is none of ours."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from string import digits

from catalog.catalog import Catalog
from catalog.learned import layout
from catalog.ledger import Ledger
from catalog.spelling import spelling
from ingest.naming import Naming, name_columns
from ingest.periods import without_period
from ingest.statements import Statement
from ingest.table import Header

NAMED_SHARE = 0.5  # of a table that names the ledger, at least this share of the headers is declared
UNNAMED_SHARE = 0.9  # of a table that names none
BETWEEN_NAMES = re.compile(r"[\W_]+")
QUOTATION_MARKS = re.compile("[\"'\u201c\u201d\u2018\u2019\u300a\u300b\u300c\u300d]")  # they stand inside names and divide none


@dataclass(frozen=True)
class LedgerFound:
    """The ledger, its naming of the columns, and the statements that name another one, with that one's id."""

    ledger: Ledger
    naming: Naming
    contradicting: tuple[tuple[Statement, str], ...]


def which_ledger(headers: tuple[Header, ...], said: tuple[Statement, ...], catalog: Catalog) -> LedgerFound | None:
    """The ledger of a table; None when neither words nor headers tell. Headers that do not fit outrank a name."""

    @cache
    def naming(of: str) -> Naming:
        return name_columns(headers, catalog.ledgers[of], catalog.wording.units_of_measure)

    named = [(statement, ledger) for statement in said for ledger in ledgers_named(statement.text, catalog)]
    fitting = (ledger for _, ledger in named if not headers or naming(ledger.id).share >= NAMED_SHARE)
    ledger = next(fitting, None) or ledger_of_layout(headers, catalog) or ledger_of_headers(naming, catalog)
    if ledger is None:
        return None
    contradicting = tuple((statement, other.id) for statement, other in named if other.id != ledger.id)
    return LedgerFound(ledger, naming(ledger.id), contradicting)


def ledger_of_layout(headers: tuple[Header, ...], catalog: Catalog) -> Ledger | None:
    """The only ledger that is known by exactly these headers."""
    filed = layout(header.name for header in headers)
    found = [ledger for ledger in catalog.ledgers.values() if filed in map(layout, ledger.layouts)]
    return found[0] if len(found) == 1 else None


def ledger_of_headers(naming: Callable[[str], Naming], catalog: Catalog) -> Ledger | None:
    """The only ledger that headers alone show. `naming`: how a ledger names them."""
    found = [ledger for name, ledger in catalog.ledgers.items() if fits_alone(naming(name), ledger)]
    return found[0] if len(found) == 1 else None


def fits_alone(naming: Naming, ledger: Ledger) -> bool:
    """Whether headers alone show the ledger: all that it needs, something that only it has, hardly any that it does not know."""
    complete = all(field in naming.fields for field, column in ledger.columns.items() if column.needed)
    return complete and any(field in naming.fields for field in ledger.known_by) and naming.share >= UNNAMED_SHARE


def ledgers_named(text: str, catalog: Catalog) -> Iterator[Ledger]:
    """The ledgers whose name is one of the text's parts."""
    parts = set(names_in(text, catalog))
    for ledger in catalog.ledgers.values():
        if parts & known_names(ledger.names):
            yield ledger


@cache
def known_names(names: tuple[str, ...]) -> frozenset[str]:
    """A ledger's names as `names_in` writes them."""
    return frozenset(spelling(without_period(name)) for name in names)


def names_in(text: str, catalog: Catalog) -> Iterator[str]:
    """What a text may call a ledger: its parts between marks, without period, unit, and words such as "correction"."""
    wording = catalog.wording
    bare = catalog.units.without_names(without_period(QUOTATION_MARKS.sub("", text)))
    for word in (*wording.corrections, *wording.final_only, *wording.cumulative):
        bare = bare.replace(spelling(word), " ")
    return (part.strip(digits) for part in BETWEEN_NAMES.split(bare))
