"""dbt: for each ledger whose matters may stand in several files, the rows that state again what an earlier file states."""

from collections.abc import Iterator
from pathlib import Path

from catalog.catalog import Catalog
from catalog.render.match import alternatives
from catalog.render.rendered import Rendered, fill, header

FOLDER = Path("dbt_project/models/core/matches")


def render(catalog: Catalog) -> Iterator[Rendered]:
    """`int_<ledger>_pair.sql` and `.yml` for every ledger that declares which of its alternatives of identity are lasting."""
    for ledger in catalog.ledgers.values():
        if ledger.lasting is None:
            continue
        known_by = alternatives(ledger)
        facts = {"header": header(f"ledgers/{ledger.id}.yml"), "ledger": ledger, "alternatives": known_by, "last": known_by[-1].hash}
        for suffix in ("sql", "yml"):
            yield Rendered(FOLDER / f"int_{ledger.id}_pair.{suffix}", fill(f"pair.{suffix}.jinja", **facts))
