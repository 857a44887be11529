"""dbt: for each ledger that is a stock, its rows by every filled alternative of identity, so that rows of different months can be matched."""

from collections.abc import Iterator
from pathlib import Path

from catalog.catalog import Catalog
from catalog.render.rendered import Rendered, fill, header

FOLDER = Path("dbt_project/models/core/identity")


def render(catalog: Catalog) -> Iterator[Rendered]:
    """`int_<ledger>_identity.sql` and `.yml` for every declared stock whose rows can be matched at all."""
    for ledger in catalog.ledgers.values():
        if not ledger.stock or ledger.identity == "none":
            continue
        facts = {
            "header": header(f"ledgers/{ledger.id}.yml"),
            "ledger": ledger,
            "alternatives": list(zip(ledger.identity_columns, ledger.identity, strict=True)),
            "in_words": "; ".join(f"{n}: {', '.join(columns)}" for n, columns in enumerate(ledger.identity, 1)),
        }
        for suffix in ("sql", "yml"):
            yield Rendered(FOLDER / f"int_{ledger.id}_identity.{suffix}", fill(f"identity.{suffix}.jinja", **facts))
