"""dbt: for each ledger that is a stock, the pairs of its rows that are the same by its declared identity, within a month and across months."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from catalog.catalog import Catalog
from catalog.ledger import Ledger
from catalog.render.rendered import Rendered, fill, header

FOLDER = Path("dbt_project/models/core/matches")


@dataclass(frozen=True)
class Alternative:
    """One alternative of identity: the columns it is made of, the landed hash of them, and the hashes of the stronger ones before it."""

    columns: tuple[str, ...]
    hash: str
    stronger: tuple[str, ...]


def render(catalog: Catalog) -> Iterator[Rendered]:
    """`int_<ledger>_match.sql` and `.yml` for every declared stock whose rows can be matched at all."""
    for ledger in catalog.ledgers.values():
        if not ledger.stock or ledger.identity == "none":
            continue
        facts = {"header": header(f"ledgers/{ledger.id}.yml"), "ledger": ledger, "alternatives": alternatives(ledger)}
        for suffix in ("sql", "yml"):
            yield Rendered(FOLDER / f"int_{ledger.id}_match.{suffix}", fill(f"match.{suffix}.jinja", **facts))


def alternatives(ledger: Ledger) -> tuple[Alternative, ...]:
    """The declared alternatives of identity, strongest first."""
    hashes = ledger.identity_columns
    named = () if ledger.identity == "none" else ledger.identity
    return tuple(Alternative(columns, hashes[n], hashes[:n]) for n, columns in enumerate(named))
