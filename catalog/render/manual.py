"""The manual for clerks: each page of `problems.yml` with its advice, and below it every problem, refusal or rule that sends its reader there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from catalog.catalog import Catalog
from catalog.problem import PLACE, REFUSALS_PAGE, RULES_PAGE
from catalog.render.rendered import Rendered, fill, header

FILE = Path("docs/manual.zh.md")
STANDS_FOR = {"value": "…", "other": "…", "expected": "…", "title": "某栏"}  # a fact of one cell, in a sentence about all


@dataclass(frozen=True)
class Entry:
    """One thing that can be said to a clerk."""

    title: str
    message: str
    should_be: str
    remedy: str


@dataclass(frozen=True)
class Section:
    """A page of the manual."""

    number: int
    title: str
    advice: str
    entries: Sequence[Entry]


def render(catalog: Catalog) -> Iterator[Rendered]:
    """The whole manual as one document."""
    sections = [Section(catalog.words.page(name), page.title, page.advice, tuple(entries(catalog, name))) for name, page in catalog.words.pages.items()]
    yield Rendered(FILE, fill("manual.md.jinja", header=header("problems.yml"), sections=sections))


def entries(catalog: Catalog, page: str) -> Iterator[Entry]:
    """What is told on a page."""
    for problem in catalog.problems.values():
        if problem.page == page:
            yield Entry(problem.title, general(problem.message), general(problem.should_be), general(problem.remedy))
    if page == RULES_PAGE:
        for rule in catalog.rules.values():
            yield Entry(rule.title, rule.sentence, rule.should_be, rule.remedy)
    if page == REFUSALS_PAGE:
        for refusal in catalog.refusals.values():
            yield Entry(refusal.title, refusal.message, "", refusal.remedy)


def general(sentence: str) -> str:
    """A sentence that speaks of no cell in particular."""
    return PLACE.sub(lambda fact: STANDS_FOR[fact[1]], sentence)
