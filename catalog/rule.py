"""Cross-ledger rules: what must hold between facts of several rows, files or ledgers. Each is a file whose SQL finds the records that break it."""

from datetime import date
from typing import Self

from pydantic import Field, model_validator

from catalog.declared import Declared, Model
from catalog.severity import Severity

OF = "facts"  # what the SQL calls the rows of the fact that the rule is about

Cell = str | int | bool | date | None
Rows = tuple[dict[str, Cell], ...]


class Example(Model):
    """A tiny warehouse: a few rows of each table that the rule reads, with the columns that matter; an absent column is null."""

    why: str = Field(description="What is shown, in one English phrase.")
    rows: dict[str, Rows] = Field(description="Rows by the name that the SQL gives their table: `facts`, and the names under `beside`.")


class Rule(Declared):
    """A finding, told of single records; it holds for what offends since a day on which the rule is in force.

    `rows` gives the key of the fact, `unit_code`, `district_code`, `period`, `since_on`, the address of the record, and the columns of `by`.
    """

    id: str = Field(description="A name that is a finding.")
    title: str
    clause: str
    why: str = Field(description="In Chinese: why it must hold.")
    severity: Severity = Field(description="block: the record counts nowhere; explain: the office must say something; hint.")
    sentence: str = Field(description="In Chinese: what is wrong, as the clerk reads it.")
    should_be: str = Field(description="In Chinese: an example of right.")
    remedy: str = Field(description="In Chinese: what to do.")
    owner: str = Field(description="Who answers for the rule.")
    ledger: str = Field(description="The ledger in which it is put right.")
    field: str | None = Field(None, description="The column in which it is put right; absent where it is the record as a whole, or the SQL tells it.")
    field_by_row: bool = Field(False, description="The SQL tells the column row by row, as `field`.")
    of: str = Field(description="The fact whose records offend; the SQL calls its rows `facts`.")
    key: str = Field(description="The column that names a record of the fact.")
    beside: dict[str, str] = Field({}, description="What else is read: the name the SQL gives it, and the model.")
    steps: dict[str, str] = Field({}, description="SQL in steps, in order, where one SELECT does not do: each may read what stands before it by name.")
    rows: str = Field(description="SQL: one row per offending record.")
    by: tuple[str, ...] = Field(description="The columns by whose values a record offends; an explanation lapses when one of them changes.")
    unseen: tuple[str, ...] = Field((), description="Those of them that name somebody: they are part of the hash and are not shown.")
    breaks: Example
    keeps: Example

    @property
    def reads(self) -> dict[str, str]:
        """Every model that is read, by the name the SQL gives it; the fact first."""
        return {OF: self.of} | self.beside

    @property
    def shown(self) -> tuple[str, ...]:
        """The columns of `by` whose values may be shown."""
        return tuple(name for name in self.by if name not in self.unseen)

    @model_validator(mode="after")
    def examples_fit(self) -> Self:
        """Examples name only tables that the rule reads, and of the fact exactly one record."""
        for example in (self.breaks, self.keeps):
            unknown = [name for name in example.rows if name not in self.reads]
            if unknown:
                raise ValueError(f"{unknown[0]!r} is not read by the rule; write one of {', '.join(self.reads)}")
            if len({row.get(self.key) for row in example.rows.get(OF, ())}) != 1:
                raise ValueError(f"an example is about one record: `{OF}` holds rows of one {self.key}")
        missing = [name for name in self.unseen if name not in self.by]
        if missing:
            raise ValueError(f"{missing[0]!r} is unseen and stands not under `by`")
        return self
