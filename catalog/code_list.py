"""Code lists: the words offices write for one thing, and the code that stands for it.

A list that no column names says by whom it is meant to be used; one that stands for another list's words has a crosswalk to it (`catalog/crosswalk.py`).
"""

from functools import cached_property
from typing import Self

from pydantic import Field, model_validator

from catalog.declared import Declared, Model
from catalog.spelling import spelling


class CodeItem(Model):
    """One code with its Chinese name and the other ways of writing it; `rolls_up_to` names the official leaf of a local sub-type.

    In a list of bands a code stands for the numbers from `at_least` on that lie below `below`.
    """

    code: str
    title: str
    aliases: tuple[str, ...] = ()
    rolls_up_to: str | None = None
    groups: tuple[str, ...] = Field(
        (), description="What the code means for a figure: open, struck_off, resolved. SQL asks for `is_<group>`, never for the code."
    )
    at_least: int | None = Field(None, description="Of a band: the smallest number in it; absent in the lowest.")
    below: int | None = Field(None, description="Of a band: the number at which the next one begins; absent in the highest.")


class CodeList(Declared):
    """A closed list of codes."""

    id: str
    title: str
    domain_name: str | None = Field(None, description="The name others know the list by, where it is not ours.")
    source: str
    meant_for: str = Field("", description="In Chinese: who uses it and for what, where no column names it.")
    items: tuple[CodeItem, ...]

    @model_validator(mode="after")
    def each_word_means_one_code(self) -> Self:
        """No word stands for two codes, and each roll-up leads to a code of this list."""
        meant: dict[str, str] = {}
        for item in self.items:
            for text in (item.code, item.title, *item.aliases):
                if meant.setdefault(spelling(text), item.code) != item.code:
                    raise ValueError(f"{text!r} stands for {meant[spelling(text)]} and for {item.code}")
        for item in self.items:
            if item.rolls_up_to and item.rolls_up_to not in {other.code for other in self.items}:
                raise ValueError(f"{item.code} rolls up to {item.rolls_up_to!r}, which is not in the list")
        return self

    @model_validator(mode="after")
    def bands_leave_no_number_out(self) -> Self:
        """Where codes are bands, each begins where the one before ends: no number lies in two of them, or in none."""
        if any(item.at_least is not None or item.below is not None for item in self.items):
            begins, ends = [item.at_least for item in self.items], [item.below for item in self.items]
            if begins != [None, *ends[:-1]] or ends[-1] is not None or sorted(filter(None, ends)) != ends[:-1]:
                raise ValueError("each band begins where the one before ends, the first and the last are open")
        return self

    @cached_property
    def titles(self) -> dict[str, str]:
        """Each code with its name, in the order of the list."""
        return {item.code: item.title for item in self.items}

    def band(self, number: int) -> CodeItem:
        """The band in which a number lies; ValueError when the list is none of bands."""
        for item in self.items:
            if (item.at_least is None or item.at_least <= number) and item.below is not None and number < item.below:
                return item
        if self.items[-1].at_least is None:
            raise ValueError(f"{self.id} is no list of bands")
        return self.items[-1]

    @cached_property
    def by_spelling(self) -> dict[str, CodeItem]:
        """Every declared way of writing, brought to one spelling, with its item."""
        return {spelling(text): item for item in self.items for text in (item.code, item.title, *item.aliases)}

    def find(self, text: str) -> CodeItem | None:
        """The item that a text as filed means; None when the list has no such word. Never guessed."""
        return self.by_spelling.get(spelling(text))
