"""dbt: a plain fact for every ledger that has none written by hand – its records, each once, with what may be known of them beyond the reader."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from catalog.catalog import Catalog
from catalog.landing import LandedColumn, landed_columns
from catalog.ledger import Ledger
from catalog.render.rendered import Rendered, fill, header

FOLDER = Path("dbt_project/models/core/plain")
NUMBER_ON_PAPER = "row_no"
HASHED = ("person", "narrative")  # what lands of them is for matching and stays in staging


@dataclass(frozen=True)
class Plain:
    """The rendered fact of a ledger: its name, its key, and the columns that it takes over from staging."""

    ledger: Ledger

    @property
    def name(self) -> str:
        """The table."""
        return f"fct_{self.ledger.id}"

    @property
    def key(self) -> str:
        """The column that names a row."""
        return f"{self.ledger.id}_key"

    @property
    def columns(self) -> tuple[LandedColumn, ...]:
        """What was filed, but for hashes of persons and narratives and the number on the paper."""
        kept = {
            landed
            for name, column in self.ledger.columns.items()
            for landed in self.ledger.landed_as(name)
            if name != NUMBER_ON_PAPER and (column.privacy not in HASHED or landed in column.flags)
        }
        return tuple(column for column in landed_columns(self.ledger) if column.name in kept)


def render(catalog: Catalog) -> Iterator[Rendered]:
    """`fct_<ledger>.sql` and `.yml` for every ledger of records whose fact is not written by hand."""
    for plain in plain_facts(catalog):
        facts = {"header": header(f"ledgers/{plain.ledger.id}.yml"), "ledger": plain.ledger, "fact": plain}
        for suffix in ("sql", "yml"):
            yield Rendered(FOLDER / f"{plain.name}.{suffix}", fill(f"fact.{suffix}.jinja", **facts))


def plain_facts(catalog: Catalog) -> tuple[Plain, ...]:
    """The ledgers that have such a fact."""
    return tuple(Plain(ledger) for ledger in catalog.ledgers.values() if ledger.fact == "plain")
