"""Reading the body of a table: which rows are records, and why the others are none."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise

from ingest.cells import Value, filed
from ingest.header import FULL_STOP, HeaderBlock, whole
from ingest.lines import Grid, Line
from ingest.table import ControlTotal, Note, Reason, Record, Skipped
from ingest.vocabulary import Vocabulary, compared

LABELS = 3  # cells at the beginning of a row among which the name of a total stands, behind a number or an empty column
REPEATED_SHARE = 0.8  # of a row's cells that say what the header says above them
USUALLY = 0.8  # share of records in which a column is filled, for its emptiness to tell something
NUMBERED_SHARE = 0.8  # of the rows whose first cell goes on counting
WIDE_SHARE = 0.5  # of the table's width that a line of words is merged over
NUMERIC = re.compile(r"[-+]?[\d,]+(?:\.\d+)?%?")
ENUMERATED = re.compile("(?:\\(\\w{1,3}\\)|\\w{1,3}[\u3001.])")  # the opening of a section's name: a numeral and an enumeration mark, or in brackets
BODY: tuple[Reason | None, ...] = (None, "total", "number_only")  # rows that the body reaches to; None: a record
BEFORE: tuple[Reason, ...] = ("hint", "sample", "blank")  # rows between header and body


@dataclass(frozen=True)
class Judged:
    """A line and why it is no record; no reason: it is one."""

    line: Line
    reason: Reason | None


@dataclass(frozen=True)
class Body:
    """What stands below a header."""

    first_row: int
    last_row: int
    records: tuple[Record, ...]
    skipped: tuple[Skipped, ...]
    notes: tuple[Note, ...]
    control_totals: tuple[ControlTotal, ...]


@dataclass(frozen=True)
class Surroundings:
    """What judging a line depends on: its header, and the lines of words above it."""

    grid: Grid
    block: HeaderBlock
    above: frozenset[str]  # titles and info rows, as they are compared; printed again on each page
    words: Vocabulary
    lines: Sequence[Line] = field(default=(), repr=False)

    @cached_property
    def columns(self) -> tuple[int, ...]:
        """The columns that have a header."""
        return tuple(header.column for header in self.block.headers)

    @cached_property
    def names(self) -> dict[int, frozenset[str]]:
        """What the header says above each column, as it is compared: its labels one by one."""
        return {header.column: frozenset(map(compared, header.name.split("/"))) for header in self.block.headers}

    @cached_property
    def counting(self) -> int | None:
        """The column that only counts the rows, by its name or because it does."""
        named = next((header.column for header in self.block.headers if self.words.is_row_number(header.name)), None)
        return named or (self.columns[0] if self.columns and counts_on(line.cells.get(self.columns[0]) for line in self.lines) else None)


Holds = Callable[[Line, Surroundings], bool]


def read_body(around: Surroundings) -> Body:
    """The records among the lines, and the reasons of the others."""
    judged = with_unnamed_total(around, [Judged(line, reason_of(line, around)) for line in around.lines])
    inside = span(judged)
    settled = [settle(one, is_inside=n < inside.stop) for n, one in enumerate(judged)]
    told = [one for n, one in enumerate(settled) if one.reason and (n in inside or one.reason != "blank")]
    first_row = judged[inside.start].line.row if inside else around.block.end + 1
    return Body(
        first_row=first_row,
        last_row=judged[inside[-1]].line.row if inside else first_row - 1,
        records=tuple(records_of(around, (one.line.row for one in settled if one.reason is None))),
        skipped=tuple(Skipped(one.line.row, one.reason, one.line.text) for one in told if one.reason),
        notes=tuple(Note(one.line.row, one.line.text) for one in settled if one.reason == "note"),
        control_totals=tuple(total for one in settled if one.reason == "total" for total in control_totals(around, one.line)),
    )


def span(judged: list[Judged]) -> range:
    """From the first line behind hints, examples and gaps to the last record, total or mere number; nothing when there is none of them."""
    end = max((n for n, one in enumerate(judged) if one.reason in BODY), default=-1)
    start = next((n for n, one in enumerate(judged) if one.reason not in BEFORE), 0)
    return range(min(start, end + 1), end + 1)


def settle(one: Judged, *, is_inside: bool) -> Judged:
    """A line of words is the name of a section where records follow it, and a note after them or where it is a sentence."""
    if one.reason != "section" or (is_inside and FULL_STOP not in one.line.text):
        return one
    return replace(one, reason="note")


# Why a line is no record ---------------------------------------------------------------------------------------------


def reason_of(line: Line, around: Surroundings) -> Reason | None:
    """Why a line is no record; None when it is one."""
    reason = first_that_holds(OF_ANY_LINE, line, around)
    if reason:
        return reason
    return reason_of_one(line, around) if len(line.cells) == 1 else first_that_holds(OF_SEVERAL_CELLS, line, around)


def first_that_holds(reasons: Iterable[tuple[Reason, Holds]], line: Line, around: Surroundings) -> Reason | None:
    """The first reason that holds of a line."""
    return next((reason for reason, holds in reasons if holds(line, around)), None)


def reason_of_one(line: Line, around: Surroundings) -> Reason | None:
    """Why a line of a single cell is no record."""
    column, value = next(iter(line.cells.items()))
    if not isinstance(value, str) or whole(value) is not None:
        return "number_only" if column == around.counting else None
    if compared(value) in around.above:
        return "info" if around.words.is_entry(value) else "title"
    if around.words.is_note(value) or around.words.is_entry(value) or around.words.says_nil(value):
        return "note"
    if around.words.is_hint(value):
        return "hint"
    is_wide = around.grid.width_of(line.row, column) > max(1, WIDE_SHARE * len(around.columns))
    is_words = is_wide or column == around.counting or FULL_STOP in value or (column == around.columns[0] and ENUMERATED.match(compared(value)))
    return "section" if is_words else "note" if around.words.is_stroke(value) else None


def is_blank(line: Line, _around: Surroundings) -> bool:
    """Whether nothing stands in the row."""
    return not line.cells


def is_sample(line: Line, around: Surroundings) -> bool:
    """Whether the row calls itself an example."""
    return around.words.is_sample(line.first)


def is_total(line: Line, around: Surroundings) -> bool:
    """Whether one of the first cells names the sum of other rows."""
    beginning = list(line.cells.values())[:LABELS]
    return any(map(around.words.is_total, beginning))


def is_repeated_header(line: Line, around: Surroundings) -> bool:
    """Whether the row says again what the header says: a page break of some program."""
    if not all(isinstance(value, str) for value in line.cells.values()):
        return False
    same = sum(compared(str(value)) in around.names.get(column, ()) for column, value in line.cells.items())
    return same >= REPEATED_SHARE * len(line.cells)


def is_line_of_entries(line: Line, around: Surroundings) -> bool:
    """Whether a row of several cells is a line of signatures, or of remarks: these open with a word and a colon and are much narrower than the table."""
    opening = line.first
    if not isinstance(opening, str):
        return False
    if around.words.opens_signatures(opening):
        return True
    return around.words.is_note(opening) and around.words.is_entry(opening) and len(line.cells) * 2 <= len(around.columns)


def is_hint(line: Line, around: Surroundings) -> bool:
    """Whether a row directly below the header tells how to fill in: at least half of its cells do."""
    if line.row != around.block.end + 1:
        return False
    hints = sum(isinstance(value, str) and around.words.is_hint(value) for value in line.cells.values())
    return hints * 2 >= len(line.cells)


def says_nothing(line: Line, around: Surroundings) -> bool:
    """Whether every cell beside the row's number is a stroke: a nil return written into the first row."""
    return all(around.words.is_stroke(value) for column, value in line.cells.items() if column != around.counting)


OF_ANY_LINE: tuple[tuple[Reason, Holds], ...] = (("blank", is_blank), ("sample", is_sample), ("total", is_total))
OF_SEVERAL_CELLS: tuple[tuple[Reason, Holds], ...] = (
    ("repeated_header", is_repeated_header),
    ("note", is_line_of_entries),
    ("hint", is_hint),
    ("note", says_nothing),
)


def with_unnamed_total(around: Surroundings, judged: list[Judged]) -> list[Judged]:
    """The last record as a total, when it holds but numbers and lacks what all others have: somebody summed up and did not say so."""
    places = [n for n, one in enumerate(judged) if one.reason is None]
    if len(places) < 3 or not is_unnamed_total(around, judged[places[-1]].line, [judged[n].line for n in places[:-1]]):  # noqa: PLR2004 - two rows and their sum
        return judged
    return [Judged(one.line, "total") if n == places[-1] else one for n, one in enumerate(judged)]


def is_unnamed_total(around: Surroundings, line: Line, records: list[Line]) -> bool:
    """Whether a row holds numbers only, none in the counting column and none in a column that usually holds words."""
    if around.counting in line.cells or not all(value is None or is_numeric(value) for value in line.cells.values()):
        return False
    usual = [column for column in around.columns if sum(column in record.cells for record in records) >= USUALLY * len(records)]
    in_words = [column for column in usual if sum(isinstance(record.cells.get(column), str) for record in records) >= USUALLY * len(records)]
    missing = [column for column in usual if column not in line.cells]
    return bool(in_words) and not any(column in line.cells for column in in_words) and len(missing) * 2 > len(usual)


def counts_on(values: Iterable[Value]) -> bool:
    """Whether most of the cells count on from one to the next."""
    numbers = [whole(value) for value in values if value is not None]
    steps = sum(one is not None and other == one + 1 for one, other in pairwise(numbers))
    return len(numbers) > LABELS and steps >= NUMBERED_SHARE * (len(numbers) - 1)


# What is taken from the lines ----------------------------------------------------------------------------------------


def records_of(around: Surroundings, rows: Iterable[int]) -> Iterator[Record]:
    """The records of the given rows; a cell that belongs to a merged range holds what the range shows."""
    sheet, columns = around.grid.sheet, around.columns
    for row in rows:
        values = sheet.rows[row - 1]
        cells = {column: None if (value := values[column - 1]) == "" else value for column in columns}
        for column in around.grid.covered.get(row, ()):
            if column in cells:
                cells[column] = sheet.shown(row, column)
        yield Record(row, cells)


def control_totals(around: Surroundings, line: Line) -> Iterator[ControlTotal]:
    """The sums that a row of totals states, column by column; text None: a formula without a stored result."""
    columns = frozenset(around.columns)
    for column, value in line.cells.items():
        if column in columns and column != around.counting and (value is None or is_numeric(value)):
            yield ControlTotal(line.row, column, None if value is None else filed(value))


def is_numeric(value: Value) -> bool:
    """Whether a cell is a number, or digits written as text."""
    if isinstance(value, str):
        return bool(NUMERIC.fullmatch(compared(value)))
    return isinstance(value, int | float) and not isinstance(value, bool)
