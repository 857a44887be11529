"""What is told of a checked file: a mark with its note for each guilty cell, and a line of the first sheet for each kind of mistake."""

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
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


def told(checked: CheckedFile, catalog: Catalog, explained: Mapping[Problem, str] | None = None) -> Marking:
    """All that is said of a file. `explained` are the problems whose explanation holds, with its words.

    What must be explained and is needs no mark any more; it stands at the end of the list. What must be put right is marked all the same.
    """
    known = explained or {}
    kinds = by_influence(checked)
    open_kinds = [some for kind in kinds if (some := kind.only(lambda problem: not is_settled(problem, known)))]
    settled = [some for kind in kinds if (some := kind.only(lambda problem: is_settled(problem, known)))]
    return Marking(
        summary=summary([problem for kind in open_kinds for problem in kind.problems], settled, checked.file, catalog),
        marks=tuple(marks(open_kinds, catalog)),
        lines=tuple(line(kind, catalog, known) for kind in (*open_kinds, *settled)),
    )


def is_settled(problem: Problem, explained: Mapping[Problem, str]) -> bool:
    """Whether nothing is to be done about a problem any more."""
    return problem in explained and problem.severity != "block"


def summary(problems: Collection[Problem], settled: Iterable[Alike], file: str, catalog: Catalog) -> str:
    """How many places there are, by weight, and how many are explained."""
    counts = Counter(problem.severity for problem in problems)
    name, explained = PurePosixPath(file).name, sum(len(kind.problems) for kind in settled)
    said = catalog.marking.summary.format(file=name, places=counts.total(), block=counts["block"], explain=counts["explain"], hint=counts["hint"])
    return said + (catalog.marking.summary_explained.format(count=explained) if explained else "")


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


def line(kind: Alike, catalog: Catalog, explained: Mapping[Problem, str]) -> Line:
    """The line of one kind of mistake, with what was explained of it."""
    words, first = catalog.marking, kind.first
    several = len(kind.problems) > 1
    said = list(dict.fromkeys(explained[problem] for problem in kind.problems if problem in explained))
    return Line(
        severity=first.severity,
        jump=first.cell or (words.whole_sheet if first.sheet else ""),
        place=places(kind, catalog) + (words.remarks.answered if said else ""),
        wrong=words.example.format(wrong=first.message) if several else first.message,
        should_be=first.should_be,
        remedy=first.remedy,
        page=catalog.finding(first.code).page,
        key=f"{key(kind)} {' '.join(values(kind.problems))}",
        explanation="\n".join(said),
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
    return line_key(first.code, first.sheet, first.field, first.should_be, first.remedy)


def line_key(code: str, sheet: str | None, field: str | None, should_be: str, remedy: str) -> str:
    """The key of the line that tells of these."""
    return identifier(code, sheet or "", field or "", should_be, remedy)


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
