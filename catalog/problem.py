"""Problem codes: what a clerk is told of a cell, in words, once each; and refusals: why a file cannot be read."""

import re
from collections.abc import Mapping
from typing import Annotated, Literal, Self, get_args

from pydantic import AfterValidator, Field, model_validator

from catalog.declared import Model
from catalog.severity import Severity

FACTS = ("value", "title", "other", "expected")  # the cell as filed; the column's header; the other cell or value; what was expected
PLACE = re.compile(r"\{(\w*)\}")
Where = Literal["cell", "row", "header", "total", "sheet", "file"]  # what of a file a problem is about
RULES_PAGE = "between"  # the manual's page on what rules between ledgers find; their words stand with the rules
REFUSALS_PAGE = "refusals"


def only_known_facts(text: str) -> str:
    """A sentence that names only facts its caller can give; ValueError else."""
    unknown = [name for name in PLACE.findall(text) if name not in FACTS]
    if unknown:
        raise ValueError(f"{{{unknown[0]}}} is no fact of a problem; write one of {', '.join(f'{{{name}}}' for name in FACTS)}")
    return text


Sentence = Annotated[str, AfterValidator(only_known_facts)]


class ProblemCode(Model):
    """One kind of problem: where it stands, what is wrong, an example of right, what to do, where the manual says more.

    The sentences may name {value}, {title} (the column), {other} and {expected}.
    """

    severity: Severity
    where: Where
    title: str
    message: Sentence
    should_be: Sentence
    remedy: Sentence
    page: str = Field(description="A page of the manual, one of `pages`.")


class Finding(Model):
    """What stands over a problem or a broken rule, whichever of the two it is: its name, its place, the number of its page."""

    title: str
    where: Where
    page: int


class Page(Model):
    """A page of the manual for clerks; what it says of each problem is rendered below its advice."""

    title: str
    advice: str


class Refusal(Model):
    """Why a file cannot be read, and what to do about it."""

    title: str
    message: str
    remedy: str
    kinds: dict[str, str] = Field({}, description="A closer message, by the `kind` of the refusal's facts; it may name {size} and {limit}, or {row}.")

    def said_of(self, facts: Mapping[str, str]) -> str:
        """The message for a file, as close as the facts allow."""
        return self.kinds.get(facts.get("kind", ""), self.message).format(**facts)


class ProblemFile(Model):
    """All problem codes and refusals, how places are called, and the pages of the manual in their order."""

    places: dict[Where, str] = Field(description="How the place of a problem is said; may name {row} and {title} (the column).")
    pages: dict[str, Page]
    problems: dict[str, ProblemCode]
    refusals: dict[str, Refusal]

    @model_validator(mode="after")
    def all_parts_are_there(self) -> Self:
        """Every place has its words, every problem its page."""
        silent = [where for where in get_args(Where) if where not in self.places]
        if silent:
            raise ValueError(f"places: {silent[0]!r} has no words")
        lost = [code for code, problem in self.problems.items() if problem.page not in self.pages]
        if lost:
            raise ValueError(f"problems.{lost[0]}.page: no such page; write one of {', '.join(self.pages)}")
        needed = [page for page in (RULES_PAGE, REFUSALS_PAGE) if page not in self.pages]
        if needed:
            raise ValueError(f"pages: {needed[0]!r} is missing")
        return self

    def page(self, name: str) -> int:
        """The number of a page, from 1."""
        return list(self.pages).index(name) + 1
