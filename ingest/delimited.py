"""Delimited text: which mark stands between the fields, and the fields as cells. They stay text: no code loses its zeros, no number its digits.

A table whose end did not come, or whose quotes do not close, is refused: half a row would say that a column is empty.
"""

import csv
import io
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ingest.area import Extent, are_within
from ingest.cells import Sheet, Workbook
from ingest.encodings import text_of
from ingest.limits import Limits
from ingest.unreadable import UnreadableError, too_large

SHEET = "csv"  # the name of a sheet that has none
DELIMITERS = (",", "\t", ";", "|", "，", "；")
OF_SENTENCES = ("，", "；")  # they also stand in prose, so that a table must show itself by more rows and columns
COLUMNS, COLUMNS_OF_SENTENCES = 2, 3  # that a table has at least
SAMPLE = 100_000  # characters by which the delimiter is told
ALIKE = 0.5  # of the lines have as many fields as the table has columns; titles, notes and blanks have others
USUALLY = 0.8  # of the rows have all fields, where a writer leaves none out at the end of a row
STATED = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)  # the line by which Excel is told the delimiter; it is no row
LITERAL = re.compile(r'="([^"]*)"')  # how exports keep a spreadsheet from rewriting a code; what stands in the quotes is the field
WORDS = re.compile("[:：。]")  # a line of them below a table is a signature or a note, not a row that breaks off
LINE_BREAKS = ("\n", "\r")
QUOTE = '"'

Row = list[str]


@dataclass(frozen=True)
class Dialect:
    """How a table is written: what stands between the fields, and whether quotes around a field keep delimiters and line breaks in it."""

    delimiter: str
    is_quoted: bool = True


@dataclass(frozen=True)
class Shape:
    """What reading by one delimiter gives: the usual number of fields, and the share of the lines that have it."""

    delimiter: str
    share: float
    columns: int
    lines: int

    @property
    def is_table(self) -> bool:
        """Whether the lines hang together."""
        in_prose = self.delimiter in OF_SENTENCES
        return self.share >= ALIKE and self.columns >= (COLUMNS_OF_SENTENCES if in_prose else COLUMNS) and self.lines > in_prose


def read_workbook(content: bytes, limits: Limits) -> Workbook:
    """The table as a workbook of one sheet. UnreadableError: `damaged` where it is incomplete, `bomb`, `too_large`, or `unsupported` where it is no table."""
    text = text_of(content)
    delimiter = delimiter_of(text.characters) if text else None
    if not text or not delimiter:
        raise UnreadableError("unsupported", kind="text")
    if not text.is_whole:
        raise UnreadableError("damaged", kind="cut_off")
    table = STATED.sub("", text.characters, count=1) if STATED.match(text.characters) else text.characters
    refuse_crowded(table, delimiter, limits)
    rows = rows_of(table, delimiter)
    if breaks_off(rows, is_ended=table.endswith(LINE_BREAKS)):
        raise UnreadableError("damaged", kind="cut_off")
    return Workbook("csv", (Sheet(SHEET, hidden=False, rows=grid(rows, limits), shifted=shifted_in(rows)),))


# The delimiter -------------------------------------------------------------------------------------------------------


def delimiter_of(text: str) -> str | None:
    """What stands between the fields of a text: what it says itself, else the mark by which most lines have the same number of fields. None: it is no table."""
    if stated := STATED.match(text):
        return stated[1]
    sample, is_whole = text[:SAMPLE], len(text) <= SAMPLE
    shapes = [shape for delimiter in DELIMITERS if delimiter in sample and (shape := shape_by(delimiter, sample, is_whole=is_whole)) and shape.is_table]
    return max(shapes, key=lambda shape: (shape.share, shape.columns)).delimiter if shapes else None


def shape_by(delimiter: str, sample: str, *, is_whole: bool) -> Shape | None:
    """The shape of a text by one delimiter; None when no line has two fields. The last line of a part of a text is not looked at."""
    widths = [len(row) for row in parsed(sample, Dialect(delimiter), strict=False) if any(row)]
    counts = Counter(widths if is_whole else widths[:-1])
    usual = max((width for width in counts if width > 1), key=lambda width: (counts[width], width), default=None)
    return Shape(delimiter, counts[usual] / counts.total(), usual, counts[usual]) if usual else None


# The fields ----------------------------------------------------------------------------------------------------------


def rows_of(text: str, delimiter: str) -> list[Row]:
    """The fields of each row. UnreadableError: `damaged` where a quote opens and does not close."""
    rows: list[Row] = []
    try:
        rows.extend(parsed(text, Dialect(delimiter)))
    except csv.Error as error:
        bare = list(parsed(text, Dialect(delimiter, is_quoted=False)))
        if not (text.endswith(LINE_BREAKS) and are_bare(bare)):
            raise UnreadableError("damaged", kind="open_quote", row=str(len(rows) + 1)) from error
        return bare
    return rows


def are_bare(rows: list[Row]) -> bool:
    """Whether a writer knows no quotes around fields: none stands in them, and all rows are equally long when quotes are characters like others."""
    is_known = any(len(field) > 1 and field.startswith(QUOTE) and field.endswith(QUOTE) for row in rows for field in row)
    return not is_known and len({len(row) for row in rows if row}) == 1


def parsed(text: str, dialect: Dialect, *, strict: bool = True) -> Iterator[Row]:
    """The rows of a text, a blank line as a row without fields. csv.Error, when strict: a quote closes in the middle of a field, or never."""
    csv.field_size_limit(sys.maxsize)  # how large a file may be has its own limit
    return csv.reader(
        io.StringIO(text, newline=""),
        delimiter=dialect.delimiter,
        quoting=csv.QUOTE_MINIMAL if dialect.is_quoted else csv.QUOTE_NONE,
        strict=strict,
    )


def usual_columns(rows: Iterable[Row]) -> int | None:
    """The number of fields that all rows but a few have, titles and notes of one field left out; None where there is no such number."""
    widths = Counter(len(row) for row in rows if len(row) > 1)
    columns, full = widths.most_common(1)[0] if widths else (0, 0)
    return columns if widths and full >= USUALLY * widths.total() else None


def breaks_off(rows: list[Row], *, is_ended: bool) -> bool:
    """Whether the last line ends before its row does: no line break behind it, fewer fields than the others, and not the words below a table."""
    if is_ended or not rows:
        return False
    *others, last = rows
    columns = usual_columns(others)
    return columns is not None and len(last) < columns and not (len(last) == 1 and WORDS.search(last[0]))


def shifted_in(rows: Sequence[Row]) -> dict[int, int]:
    """The rows with more fields than the others, and how many they have."""
    columns = usual_columns(rows)
    return {number: len(row) for number, row in enumerate(rows, 1) if columns and len(row) > columns}


# The cells -----------------------------------------------------------------------------------------------------------


def refuse_crowded(text: str, delimiter: str, limits: Limits) -> None:
    """Refuse what has more fields than can be held, before any of them is made."""
    fields = text.count(delimiter) + text.count("\n") + text.count("\r")
    if fields > limits.cells:
        raise too_large("cells", fields, limits.cells)


def grid(rows: list[Row], limits: Limits) -> tuple[tuple[str, ...], ...]:
    """The rows as cells, equally long, without empty ones at the end. UnreadableError: `bomb` where one row is absurdly wider or deeper than its neighbours."""
    while rows and not any(rows[-1]):
        rows.pop()
    columns = max(map(len, rows), default=0)
    if not are_within([Extent(len(rows), columns)], limits):
        raise UnreadableError("bomb", kind="area")
    return tuple(tuple(map(literal, row)) + ("",) * (columns - len(row)) for row in rows)


def literal(field: str) -> str:
    """A field as it is meant: ="007" is 007."""
    return found[1] if field.startswith("=") and (found := LITERAL.fullmatch(field)) else field
