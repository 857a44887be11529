"""Crosswalks: which code of one list stands for which of another, and what is lost on the way. Nothing is translated without its loss mark."""

from collections import Counter
from functools import cached_property
from typing import Literal, Self

from pydantic import Field, model_validator

from catalog.declared import Declared, Model

Loss = Literal["nothing", "distinction", "part", "all"]


class CrosswalkRow(Model):
    """One code of the first list with the code that stands for it in the second."""

    code: str
    to: str | None = Field(None, description="The code in the second list; absent where nothing there stands for it.")
    loses: Loss = Field(
        description="nothing: both mean the same. distinction: the second is wider, what set the code apart cannot be told any more. "
        "part: the code covers more than the second does, and cannot be split. all: nothing stands for it; it is left out and counted beside."
    )
    because: str = Field("", description="In Chinese: what is lost, where that is not nothing.")

    @model_validator(mode="after")
    def the_mark_fits(self) -> Self:
        """All is lost where nothing stands for a code, and only there; each loss is explained."""
        if (self.loses == "all") != (self.to is None):
            raise ValueError(f"{self.code}: `loses: all` and no `to` go together")
        if (self.loses == "nothing") == bool(self.because):
            raise ValueError(f"{self.code}: say `because` where something is lost, and only there")
        return self


class Crosswalk(Declared):
    """From one list to another, code by code."""

    id: str
    title: str
    of: str = Field(description="The list that is translated.")
    to: str = Field(description="The list it is translated to.")
    source: str
    status: Literal["read", "assumed"] = Field(description="read: as a paper says; assumed: our proposal until the bureau decides.")
    rows: tuple[CrosswalkRow, ...]

    @model_validator(mode="after")
    def each_code_stands_once(self) -> Self:
        """No code is translated twice; where several lead to one, at most one of them loses nothing: whoever counts the others cannot tell them apart."""
        twice = [code for code, count in Counter(row.code for row in self.rows).items() if count > 1]
        if twice:
            raise ValueError(f"translated twice: {', '.join(twice)}")
        same = Counter(row.to for row in self.rows if row.loses == "nothing")
        if any(count > 1 for count in same.values()):
            raise ValueError(f"several codes lead to {', '.join(str(code) for code, count in same.items() if count > 1)}: the distinction between them is lost")
        return self

    @cached_property
    def by_code(self) -> dict[str, CrosswalkRow]:
        """Each code of the first list with its row."""
        return {row.code: row for row in self.rows}
