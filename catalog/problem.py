"""Problem codes: what a clerk is told of a cell, in words, once each."""

from catalog.declared import Model
from catalog.ledger import Severity


class ProblemCode(Model):
    """One kind of problem. `message` may name {value}, {title} (the column), {other} (the other cell or value) and {expected}."""

    severity: Severity
    title: str
    message: str
    should_be: str
    remedy: str


class Refusal(Model):
    """Why a file cannot be read, and what to do."""

    title: str
    message: str


class ProblemFile(Model):
    """All problem codes and refusals."""

    problems: dict[str, ProblemCode]
    refusals: dict[str, Refusal]
