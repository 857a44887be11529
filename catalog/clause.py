"""Clauses: what papers ask for, sentence by sentence, under the number by which declarations cite it: `plan_2023 二(一)2`."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal, Self

from pydantic import Field, model_validator

from catalog.declared import Declared, Model


class Clause(Model):
    """One sentence of a paper."""

    number: str = Field(description="The number of its item, and its place there.")
    asks: bool = Field(description="It asks for something; false where it only says why or when.")
    status: Literal["read", "assumed"] = Field("read", description="read: it stands in the paper so; assumed: we conclude it from the paper's layout.")
    english: str = Field(description="What it says, in one short sentence.")
    sentence: str = Field(description="The original.")


class Item(Model):
    """A part or item of a paper; it may be cited as a whole."""

    number: str
    title: str
    english: str
    clauses: tuple[Clause, ...] = ()


class Paper(Declared):
    """A paper that declarations cite; its items in order, parts before the items within them."""

    id: str = Field(description="The first word of a citation.")
    title: str
    called: str = Field(description="As it is called where it goes out.")
    short: str = Field(description="As it is called where there is little room.")
    issued_by: str
    issued: str = Field(description="The day, or the month where no more is known.")
    items: tuple[Item, ...]

    @model_validator(mode="after")
    def each_number_stands_once_and_below_its_item(self) -> Self:
        """A number leads to one place, and is that of its item with something behind."""
        numbers = [item.number for item in self.items] + [clause.number for item in self.items for clause in item.clauses]
        twice = {number for number in numbers if numbers.count(number) > 1}
        strayed = {clause.number for item in self.items for clause in item.clauses if not clause.number.startswith(item.number)}
        if twice or strayed:
            raise ValueError(f"numbers that stand twice, or below another item: {', '.join(sorted(twice | strayed))}")
        return self

    @cached_property
    def by_number(self) -> dict[str, Item | Clause]:
        """Every item and every clause under its number."""
        return {item.number: item for item in self.items} | {clause.number: clause for item in self.items for clause in item.clauses}


@dataclass(frozen=True)
class Papers:
    """All papers that may be cited."""

    by_id: dict[str, Paper]

    def find(self, citation: str) -> Item | Clause | None:
        """What a citation leads to; None when there is no such place."""
        paper, _, number = citation.partition(" ")
        return self.by_id[paper].by_number.get(number) if paper in self.by_id else None

    def spelt_out(self, citation: str) -> str:
        """A citation with its paper as it is called where it goes out."""
        paper, _, number = citation.partition(" ")
        return f"{self.by_id[paper].called}{number}"

    @property
    def clauses(self) -> dict[str, Clause]:
        """Every clause under its citation, in the order of the papers."""
        return {f"{paper.id} {clause.number}": clause for paper in self.by_id.values() for item in paper.items for clause in item.clauses}
