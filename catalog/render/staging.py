"""dbt staging: one model per ledger, typed rows of the files that count, with their addresses."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from catalog.catalog import Catalog
from catalog.landing import LandedColumn, identity, landed_columns
from catalog.ledger import LANDING_JUDGED, Ledger
from catalog.render.rendered import Rendered, fill, header

FOLDER = Path("dbt_project/models/staging")
KNOWN_BY = "record_key"
ALWAYS_FILLED = ("submission_id", "reading_id", "district_code", "unit_code", "period", "period_from", "period_to", "basis", "record_key", "is_blocked")


@dataclass(frozen=True)
class Block:
    """Columns that belong together, under one heading."""

    heading: str
    columns: tuple[LandedColumn, ...]


def render(catalog: Catalog) -> Iterator[Rendered]:
    """`stg_<ledger>.sql` and `.yml` for every declared ledger."""
    for ledger in catalog.ledgers.values():
        facts = {
            "header": header(f"ledgers/{ledger.id}.yml"),
            "ledger": ledger,
            "blocks": blocks(ledger),
            "keyless": keyless(ledger),
            "always_filled": ALWAYS_FILLED,
        }
        for suffix in ("sql", "yml"):
            yield Rendered(FOLDER / f"stg_{ledger.id}.{suffix}", fill(f"staging.{suffix}.jinja", **facts))


def keyless(ledger: Ledger) -> str:
    """SQL: whether a row fills no alternative of identity."""
    return f"coalesce({', '.join(ledger.identity_columns)}) is null" if ledger.identity_columns else "true"


def blocks(ledger: Ledger) -> tuple[Block, ...]:
    """A ledger's landed columns in the order of the landing file: address, identity, verdicts, what was filed."""
    columns = landed_columns(ledger)
    known_by = (KNOWN_BY, *identity(ledger))
    return (
        Block("where the row comes from", tuple(c for c in columns if c.name in ledger.landing_address and c.name not in known_by)),
        Block("what it is known by", tuple(c for c in columns if c.name in known_by)),
        Block("how it was judged", tuple(c for c in columns if c.name in LANDING_JUDGED)),
        Block("what was filed", tuple(c for c in columns if c.name in ledger.landed)),
    )
