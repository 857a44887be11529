"""Problems in words: a code of `catalog/problems.yml`, the facts of one place, the clerk's sentence."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from catalog.problem import ProblemCode
from catalog.severity import Severity
from ingest.cells import address
from ingest.checked import Problem

LISTED = "、"  # between the items of a list in a sentence


@dataclass(frozen=True)
class Place:
    """Where a problem stands: a cell of a declared or unknown column, a row of words, a whole sheet, or the file."""

    sheet: str | None = None
    row: int | None = None
    column: int | None = None
    field: str | None = None

    @property
    def cell(self) -> str | None:
        """The address, rows and columns counted from 1."""
        return address(self.row, self.column) if self.row and self.column else None


@dataclass(frozen=True)
class Facts:
    """What a sentence may name: the column's header, the value as filed, the other cell or value, what was expected."""

    value: str | None = None
    title: str = ""
    other: str = ""
    expected: str = ""


@dataclass(frozen=True)
class Sentences:
    """The declared problem codes, ready to speak."""

    codes: Mapping[str, ProblemCode]

    def severity(self, code: str, severities: Mapping[str, Severity]) -> Severity:
        """The severity of a code where a column or check may depart from it."""
        return severities.get(code, self.codes[code].severity)

    def problem(self, code: str, at: Place, facts: Facts, severity: Severity | None = None, see_also: Iterable[str] = ()) -> Problem:
        """The problem at a place, in the words of its code."""
        words = self.codes[code]
        named = {"value": facts.value or "", "title": facts.title, "other": facts.other, "expected": facts.expected}
        return Problem(
            code=code,
            severity=severity or words.severity,
            sheet=at.sheet,
            cell=at.cell,
            row=at.row,
            field=at.field,
            value=facts.value,
            message=words.message.format(**named),
            should_be=words.should_be.format(**named),
            remedy=words.remedy.format(**named),
            see_also=tuple(see_also),
        )


def nearest(text: str, words: Iterable[str]) -> str:
    """The word most like a text, to be offered as an example; the first when none is alike."""
    known = list(words)
    return next(iter(get_close_matches(text, known, n=1) or known), "")
