"""Finding the header of a table: the first row of labels as wide as the table, with the rows stacked below it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.cells import Value
from ingest.lines import Grid, Line
from ingest.table import Header
from ingest.vocabulary import Vocabulary, compared

LABEL_LENGTH = 40  # characters; a longer text tells a story
FULL_STOP = "\u3002"
ONE_NUMBER = re.compile(r"[^\d\W]+\d+[^\d\W]*|\d+[^\d\W]+")  # a year, a month, a quarter; a date has more numbers, a case number more signs
MACHINE_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
DEPTH = 5  # header rows; the province's monthly form stacks three
LOOK_AHEAD = 20  # rows by which the width of a table is judged
KNOWN_SHARE = 0.5  # of labels, for a row in the middle of a sheet to begin another table
ENOUGH_LABELS = 0.5  # of the table's width; of a row's cells
ENOUGH_COLUMNS = 4  # numbers from 1 on below a header, to be the numbers of its columns


@dataclass(frozen=True)
class HeaderBlock:
    """The rows of a header, from the first row of labels to the last, the machine names above or below, the row of units, and the columns."""

    rows: tuple[int, ...]
    headers: tuple[Header, ...]
    code_rows: tuple[int, ...] = ()
    unit_row: int | None = None

    @property
    def end(self) -> int:
        """The last row that belongs to the header."""
        return max((*self.rows, *self.code_rows, self.unit_row or 0))

    @property
    def top(self) -> int:
        """The first row that belongs to the header."""
        return min((*self.rows, *self.code_rows))


def find_header(grid: Grid, start: int, words: Vocabulary) -> HeaderBlock | None:
    """The first header at or below a row; None when there is none."""
    return next((block for row in range(start, len(grid.lines) + 1) if (block := header_at(grid, row, words))), None)


def another_header(grid: Grid, block: HeaderBlock, words: Vocabulary) -> HeaderBlock | None:
    """The header of the next table below one: after a gap or a line of words, in words that headers use, and not the same header again."""
    for row in range(block.end + 2, len(grid.lines) + 1):
        if len(grid.line(row - 1).cells) > 1 or not sounds_like_header(grid.line(row), words):
            continue
        found = header_at(grid, row, words)
        if found and texts(found) != texts(block):
            return found
    return None


def sounds_like_header(line: Line, words: Vocabulary) -> bool:
    """Whether a row in the middle of a sheet reads like a header: it begins with the name of the counting column, or most of its texts are known."""
    opening = line.first
    return isinstance(opening, str) and (words.is_row_number(opening) or known(line, words) >= KNOWN_SHARE * len(line.cells))


def texts(block: HeaderBlock) -> tuple[str, ...]:
    """The names of a header's columns, as they are compared."""
    return tuple(compared(header.name) for header in block.headers)


def header_at(grid: Grid, row: int, words: Vocabulary) -> HeaderBlock | None:
    """The header that begins in a row; None when the row does not look like one."""
    line = grid.line(row)
    if not has_labels(line, words):
        return None
    below = header_at(grid, row + 1, words) if are_machine_names(line) and known(grid.line(row + 1), words) else None
    if below:
        return HeaderBlock(below.rows, below.headers, (row, *below.code_rows), below.unit_row)
    rows = tuple(range(row, bottom_of(grid, row, words) + 1))
    columns = labelled(grid, rows)
    width = max(len(grid.line(near).cells) for near in range(row, row + LOOK_AHEAD))
    if len(columns) < ENOUGH_LABELS * width:
        return None
    return with_rows_below(grid, rows, columns, words)


def with_rows_below(grid: Grid, rows: tuple[int, ...], columns: list[int], words: Vocabulary) -> HeaderBlock:
    """The header with the rows of units and of machine names or numbers that stand between it and the body."""
    units: int | None = None
    codes: list[int] = []
    row = rows[-1] + 1
    while True:
        line = grid.line(row)
        if units is None and is_unit_row(line, words):
            units = row
        elif (are_machine_names(line) and not is_machine_header(grid, rows)) or are_column_numbers(line, columns):
            codes.append(row)
        else:
            break
        row += 1
    headers = tuple(header(grid, rows, column, units, words) for column in columns)
    return HeaderBlock(rows, headers, tuple(codes), units)


# What a row looks like -----------------------------------------------------------------------------------------------


def has_labels(line: Line, words: Vocabulary) -> bool:
    """Whether a row could be the first of a header: several texts, most of them short, none of them an entry of an info row or a total."""
    if len(line.cells) < 2 or not all(isinstance(value, str) for value in line.cells.values()):  # noqa: PLR2004 - one text alone is a title
        return False
    opening = str(line.first)
    if words.is_entry(opening) or words.is_total(opening) or words.is_sample(opening):
        return False
    return sum(map(is_label, line.cells.values())) >= ENOUGH_LABELS * len(line.cells)


def is_label(value: Value) -> bool:
    """Whether a cell could name a column: a short text that is mostly letters."""
    if not isinstance(value, str):
        return False
    text = compared(value)
    if len(text) > LABEL_LENGTH or FULL_STOP in text:
        return False
    return sum(map(str.isdigit, text)) * 2 < len(text) or bool(ONE_NUMBER.fullmatch(text))


def known(line: Line, words: Vocabulary) -> int:
    """How many texts of a row are declared headers, or end as headers do."""
    return sum(isinstance(value, str) and words.is_known_header(value) for value in line.cells.values())


def are_machine_names(line: Line) -> bool:
    """Whether all texts of a row are names that a program gave."""
    return len(line.cells) > 1 and all(isinstance(value, str) and MACHINE_NAME.fullmatch(value.strip()) for value in line.cells.values())


def is_machine_header(grid: Grid, rows: tuple[int, ...]) -> bool:
    """Whether the header itself is nothing but machine names."""
    return all(are_machine_names(grid.line(row)) for row in rows)


def is_unit_row(line: Line, words: Vocabulary) -> bool:
    """Whether all texts of a row are units of measure."""
    return bool(line.cells) and all(map(words.is_unit, line.cells.values()))


def are_column_numbers(line: Line, columns: list[int]) -> bool:
    """Whether a row numbers the columns: 1, 2, 3 … to the last, perhaps with other signs before the first."""
    numbers = [number for value in line.cells.values() if (number := whole(value)) is not None]
    wide = len(line.cells) >= max(ENOUGH_COLUMNS, ENOUGH_LABELS * len(columns)) and len(numbers) >= ENOUGH_COLUMNS
    return wide and numbers == list(range(1, len(numbers) + 1))


def whole(value: Value) -> int | None:
    """The whole number a cell is, written as a number or as digits."""
    if isinstance(value, str):
        return int(value) if value.strip().isdecimal() else None
    return int(value) if isinstance(value, int | float) and not isinstance(value, bool) and value == int(value) else None


# How header rows stack ------------------------------------------------------------------------------------------------


def bottom_of(grid: Grid, row: int, words: Vocabulary) -> int:
    """The last row of labels that hang together with a first one, by merged cells or by labels standing under a group."""
    bottom = reach(grid, row)
    while bottom - row < DEPTH and has_labels_under_groups(grid, bottom, words):
        bottom = reach(grid, bottom + 1)
    return min(bottom, row + DEPTH - 1)


def reach(grid: Grid, row: int) -> int:
    """The last row that a merged label beginning in a row reaches."""
    return max((merged.last_row for merged in grid.merged_at(row) if merged.first_column in grid.line(row).cells), default=row)


def has_labels_under_groups(grid: Grid, row: int, words: Vocabulary) -> bool:
    """Whether the row below holds nothing but labels that stand under wide labels of this one."""
    below = grid.line(row + 1)
    if not below.cells or not all(map(is_label, below.cells.values())) or words.is_note(below.text):
        return False
    return all(is_under_group(grid, row, column, below) for column in below.cells)


def is_under_group(grid: Grid, row: int, column: int, below: Line) -> bool:
    """Whether a label below stands under a wide one: merged over several columns, or followed by empty cells under which labels go on."""
    top, left = grid.anchor(row, column)
    if grid.width_of(top, left) > 1:
        return True
    if grid.label(row, column):
        return column + 1 in below.cells and not grid.label(row, column + 1)
    return parent_left(grid, row, column) is not None


def parent_left(grid: Grid, row: int, column: int) -> int | None:
    """The column of the label that an empty cell of a header row continues; None when there is none."""
    return next((left for left in range(column - 1, 0, -1) if grid.label(row, left)), None)


def labelled(grid: Grid, rows: tuple[int, ...]) -> list[int]:
    """The columns that have a label in any of the header rows."""
    return [column for column in range(1, grid.sheet.width + 1) if any(grid.label(row, column) for row in rows)]


def header(grid: Grid, rows: tuple[int, ...], column: int, unit_row: int | None, words: Vocabulary) -> Header:
    """A column's header: its labels from the top down, each merged one once."""
    labels = list(stacked_labels(grid, rows, column))
    unit = grid.label(unit_row, column) if unit_row else ""
    return Header(column, "/".join(labels), words.unit(unit) if unit else words.unit(labels[-1]) if labels and has_brackets(labels[-1]) else None)


def has_brackets(label: str) -> bool:
    """Whether a label ends in brackets, where units stand."""
    return compared(label).endswith((")", "]"))


def stacked_labels(grid: Grid, rows: tuple[int, ...], column: int) -> Iterator[str]:
    """The labels above a column, one of each merged range."""
    seen: set[tuple[int, int]] = set()
    for row in rows:
        place = grid.anchor(row, group_of(grid, rows, row, column))
        if place not in seen and grid.label(*place):
            seen.add(place)
            yield grid.label(*place)


def group_of(grid: Grid, rows: tuple[int, ...], row: int, column: int) -> int:
    """The column whose label a header cell continues where the group was not merged; its own column else."""
    left = parent_left(grid, row, column)
    if grid.label(row, column) or row == rows[-1] or left is None:
        return column
    is_cut = any(grid.label(upper, column) and grid.anchor(upper, column) != grid.anchor(upper, left) for upper in rows if upper < row)
    is_group = any(grid.label(lower, left) and grid.anchor(lower, left) != grid.anchor(row, left) for lower in rows if lower > row)
    return left if is_group and not is_cut else column
