"""dbt: the fact of all filed forms, one row per figure – so that what an office counted by itself can be held against what its ledgers say."""

from collections.abc import Iterator
from dataclasses import dataclass

from catalog.catalog import Catalog
from catalog.ledger import Form, Ledger
from catalog.render.fact import FOLDER, NUMBER_ON_PAPER
from catalog.render.rendered import Rendered, fill, header

NAME = "fct_filed_total"
COUNTED = ("int", "number", "money")
WHOSE = ("township_code", "reporting_unit_text", "department_text", "dispute_type_code")  # of which rows a form may have many, by what they are told apart


@dataclass(frozen=True)
class Figures:
    """How the figures of one form come out of its staging: one column each, or, of a form that is read long, one row each."""

    ledger: Ledger

    @property
    def form(self) -> Form | None:
        """Where labels and figure stand, of a form that is read long."""
        return self.ledger.form

    @property
    def number(self) -> str:
        """The column of a form that is read long in which the figure stands as a number."""
        return next(name for name, column in self.ledger.columns.items() if column.type == "figure")

    @property
    def measures(self) -> dict[str, str]:
        """The columns that hold figures, with what each counts; none of a form that is read long."""
        if self.form:
            return {}
        return {name: column.title for name, column in self.ledger.columns.items() if column.type in COUNTED and name != NUMBER_ON_PAPER}

    @property
    def whose(self) -> dict[str, str]:
        """SQL: what a row is of, null where this form does not ask it."""
        return {name: name if name in self.ledger.landed else f"cast(null as string) as {name}" for name in WHOSE}


def render(catalog: Catalog) -> Iterator[Rendered]:
    """`fct_filed_total.sql` and `.yml`, over every ledger whose fact is its figures."""
    forms = [Figures(ledger) for ledger in catalog.ledgers.values() if ledger.fact == "figures"]
    for suffix in ("sql", "yml"):
        yield Rendered(FOLDER / f"{NAME}.{suffix}", fill(f"filed_total.{suffix}.jinja", header=header("ledgers"), forms=forms, whose=WHOSE))
