"""What is to be marked, as values: the marks of cells, the lines of the first sheet, and what came of it."""

from dataclasses import dataclass

from catalog.marking import Reason
from catalog.severity import Severity
from ingest.sheet_xml import Place


@dataclass(frozen=True)
class Mark:
    """A cell to be filled, and the note it gets; without a note it is filled alone."""

    sheet: str
    place: Place  # row and column, counted from 1
    severity: Severity
    note: str | None


@dataclass(frozen=True)
class Line:
    """A line of the first sheet: mistakes of one kind in one column. `key` knows it again when the workbook comes back; `at` is where a click leads."""

    severity: Severity
    jump: str
    place: str
    wrong: str
    should_be: str
    remedy: str
    page: int
    key: str
    explanation: str = ""
    sheet: str | None = None
    at: Place | None = None


@dataclass(frozen=True)
class Marking:
    """All that is said of one workbook."""

    summary: str
    marks: tuple[Mark, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Marked:
    """A workbook to hand back: the marked copy, or where that cannot be, the list beside the untouched file and the reason."""

    content: bytes
    unmarked: Reason | None = None
