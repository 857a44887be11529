"""What is told of a checked file: a mark with its note for each guilty cell, and a line of the first sheet for each kind of mistake."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from catalog.catalog import Catalog
from ingest.alike import Alike, by_influence
from ingest.checked import CheckedFile, Problem
from ingest.marking.mark import Line, Mark, Marking
from ingest.sheet_xml import ADDRESS, Place, column_number
from warehouse.event import identifier

MOST_NOTES = 1_000  # of one workbook; a clerk reads some, and programs grow slow over many
CELLS = 12  # addresses named of one kind
VALUE_DIGITS = 6  # of a value's hash, which tells the values of one kind of mistake in one column apart
LISTED = "、"
TOP_LEFT = (1, 1)


def told(checked: CheckedFile, catalog: Catalog, explained: Mapping[str, str] | None = None) -> Marking:
    """All that is said of a file. `explained` are explanations that hold, by the key of their line."""
    kinds = by_influence(checked)
    return Marking(
        summary=summary(checked, catalog),
        marks=tuple(marks(kinds, catalog)),
        lines=tuple(line(kind, catalog, explained or {}) for kind in kinds),
    )


def summary(checked: CheckedFile, catalog: Catalog) -> str:
    """How many places there are, by weight."""
    counts = Counter(problem.severity for problem in checked.every_problem)
    name = PurePosixPath(checked.file).name
    return catalog.marking.summary.format(file=name, places=counts.total(), block=counts["block"], explain=counts["explain"], hint=counts["hint"])


def marks(kinds: Iterable[Alike], catalog: Catalog) -> Iterator[Mark]:
    """The marks of all cells, the heaviest kind first. Those beyond the most notes are filled alone."""
    number = 0
    for kind in kinds:
        for problem in kind.problems:
            if problem.sheet and (place := place_of(problem)):
                number += 1
                yield Mark(problem.sheet, place, problem.severity, note(problem, kind, catalog) if number <= MOST_NOTES else None)


def note(problem: Problem, kind: Alike, catalog: Catalog) -> str:
    """What stands at a cell: which record, what is wrong, an example of right, what to do, where the manual says more."""
    words = catalog.marking
    return words.note.format(
        severity=words.severities[problem.severity],
        where=where(problem, kind, catalog),
        wrong=problem.message + (words.see_also.format(cells=LISTED.join(problem.see_also)) if problem.see_also else ""),
        should_be=problem.should_be,
        remedy=problem.remedy,
        page=catalog.finding(problem.code).page,
    )


def where(problem: Problem, kind: Alike, catalog: Catalog) -> str:
    """The place of one problem in words."""
    return catalog.words.places[catalog.finding(problem.code).where].format(row=problem.row or "", title=kind.header or problem.value or "")


def line(kind: Alike, catalog: Catalog, explained: Mapping[str, str]) -> Line:
    """The line of one kind of mistake."""
    words, first = catalog.marking, kind.first
    several = len(kind.problems) > 1
    known = key(kind)
    return Line(
        severity=first.severity,
        jump=first.cell or (words.whole_sheet if first.sheet else ""),
        place=places(kind, catalog),
        wrong=words.example.format(wrong=first.message) if several else first.message,
        should_be=first.should_be,
        remedy=first.remedy,
        page=catalog.finding(first.code).page,
        key=f"{known} {' '.join(values(kind.problems))}",
        explanation=explained.get(known, ""),
        sheet=first.sheet,
        at=(place_of(first) or TOP_LEFT) if first.sheet else None,
    )


def places(kind: Alike, catalog: Catalog) -> str:
    """Where the mistakes of one kind stand."""
    words, first = catalog.marking, kind.first
    if first.sheet is None:
        return where(first, kind, catalog)
    if len(kind.problems) == 1 or not kind.cells:
        return words.place.format(sheet=first.sheet, where=where(first, kind, catalog))
    sentence = words.places if len(kind.cells) <= CELLS else words.places_and_more
    column = words.column.format(title=kind.header) if kind.header else ""
    return sentence.format(place=words.place.format(sheet=first.sheet, where=column), cells=LISTED.join(kind.cells[:CELLS]), count=len(kind.cells))


def key(kind: Alike) -> str:
    """What a kind of mistake is known by, as long as it is said in the same words of the same column."""
    first = kind.first
    return identifier(first.code, first.sheet or "", first.field or "", first.should_be, first.remedy)


def values(problems: Iterable[Problem]) -> list[str]:
    """The values of mistakes of one kind, each as a short hash."""
    return sorted({value_hash(problem.value) for problem in problems})


def value_hash(value: str | None) -> str:
    """A short hash of a value as filed. It stands in the office's own workbook beside the value, so it hides nothing and needs no key."""
    return hashlib.sha256((value or "").encode()).hexdigest()[:VALUE_DIGITS]


def place_of(problem: Problem) -> Place | None:
    """The cell of a problem; None where its address is none of a spreadsheet."""
    found = ADDRESS.fullmatch(problem.cell or "")
    return (int(found[2]), column_number(found[1].encode())) if found else None
