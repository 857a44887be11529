"""Problem codes: what a clerk is told of a cell, in words, once each; and refusals: why a file cannot be read."""

import re
from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator, Field

from catalog.declared import Model
from catalog.ledger import Severity

FACTS = ("value", "title", "other", "expected")  # the cell as filed; the column's header; the other cell or value; what was expected
PLACE = re.compile(r"\{(\w*)\}")


def only_known_facts(text: str) -> str:
    """A sentence that names only facts its caller can give; ValueError else."""
    unknown = [name for name in PLACE.findall(text) if name not in FACTS]
    if unknown:
        raise ValueError(f"{{{unknown[0]}}} is no fact of a problem; write one of {', '.join(f'{{{name}}}' for name in FACTS)}")
    return text


Sentence = Annotated[str, AfterValidator(only_known_facts)]


class ProblemCode(Model):
    """One kind of problem: what is wrong, an example of right, what to do. Each part may name {value}, {title} (the column), {other} and {expected}."""

    severity: Severity
    title: str
    message: Sentence
    should_be: Sentence
    remedy: Sentence


class Refusal(Model):
    """Why a file cannot be read, and what to do about it."""

    title: str
    message: str
    remedy: str
    kinds: dict[str, str] = Field({}, description="A closer message, by the `kind` of the refusal's facts; it may name {size} and {limit}.")

    def said_of(self, facts: Mapping[str, str]) -> str:
        """The message for a file, as close as the facts allow."""
        return self.kinds.get(facts.get("kind", ""), self.message).format(**facts)


class ProblemFile(Model):
    """All problem codes and refusals."""

    problems: dict[str, ProblemCode]
    refusals: dict[str, Refusal]
