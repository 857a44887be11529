"""Code lists: the words offices write for one thing, and the code that stands for it."""

from functools import cached_property
from typing import Self

from pydantic import Field, model_validator

from catalog.declared import Declared, Model
from catalog.spelling import spelling


class CodeItem(Model):
    """One code with its Chinese name and the other ways of writing it; `rolls_up_to` names the official leaf of a local sub-type."""

    code: str
    title: str
    aliases: tuple[str, ...] = ()
    rolls_up_to: str | None = None
    groups: tuple[str, ...] = Field(
        (), description="What the code means for a figure: open, struck_off, resolved. SQL asks for `is_<group>`, never for the code."
    )


class CodeList(Declared):
    """A closed list of codes."""

    id: str
    title: str
    source: str
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

    @cached_property
    def by_spelling(self) -> dict[str, CodeItem]:
        """Every declared way of writing, brought to one spelling, with its item."""
        return {spelling(text): item for item in self.items for text in (item.code, item.title, *item.aliases)}

    def find(self, text: str) -> CodeItem | None:
        """The item that a text as filed means; None when the list has no such word. Never guessed."""
        return self.by_spelling.get(spelling(text))
