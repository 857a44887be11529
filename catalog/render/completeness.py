"""dbt: the completeness grids, one row per unit and period that owes a ledger or filed it, one share per promise of the ledger."""

from collections.abc import Iterator
from pathlib import Path

from catalog.catalog import Catalog
from catalog.render.rendered import Rendered, fill, header

FOLDER = Path("dbt_project/models/completeness")


def render(catalog: Catalog) -> Iterator[Rendered]:
    """`completeness_<ledger>.sql` and `.yml` for every ledger that promises something."""
    for ledger in catalog.ledgers.values():
        if not ledger.promises:
            continue
        facts = {"header": header(f"ledgers/{ledger.id}.yml"), "ledger": ledger}
        for suffix in ("sql", "yml"):
            yield Rendered(FOLDER / f"completeness_{ledger.id}.{suffix}", fill(f"completeness.{suffix}.jinja", **facts))
