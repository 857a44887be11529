"""A row of a sheet as a reader sees it: which texts stand in it, and whether it reads like a header, a sentence, or codes of a machine."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from ingest.cells import Sheet, Value

BLANKS = re.compile(r"\s+")
CHINESE = re.compile(r"[\u4e00-\u9fff]")
MACHINE_CODE = re.compile(r"[A-Za-z_][A-Za-z0-9_.]*")
LONGEST_NAME = 30  # characters; a longer text in one cell is a sentence, not a column's name
LEAST_NAMES = 3  # two texts beside each other are a signature line or a legend as often as a header
COVERED = 0.6  # of the sheet's columns; groups merged across count for each column they cover


def squeezed(value: Value) -> str:
    """A cell's text without any white space: headers are broken over lines and spread with blanks."""
    return "" if value is None else BLANKS.sub("", str(value))


@dataclass(frozen=True)
class Line:
    """One row; `shown` has the text of every column, that of a merged range for each column it covers."""

    row: int
    shown: tuple[str, ...]
    own: tuple[Value, ...]

    @classmethod
    def of(cls, sheet: Sheet, row: int) -> "Line":
        """A row of a sheet, counted from 1."""
        columns = range(1, sheet.width + 1)
        return cls(row, tuple(squeezed(sheet.shown(row, column)) for column in columns), tuple(sheet.value(row, column) for column in columns))

    @cached_property
    def filled(self) -> tuple[Value, ...]:
        """What stands in the row's own cells, from left to right."""
        return tuple(value for value in self.own if squeezed(value))

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The different texts that are shown, from left to right."""
        return tuple(dict.fromkeys(text for text in self.shown if text))

    @property
    def first(self) -> str:
        """The first text of the row; empty when there is none."""
        return self.texts[0] if self.texts else ""

    @property
    def is_blank(self) -> bool:
        """Nothing of its own stands in the row."""
        return not self.filled

    @property
    def is_single(self) -> bool:
        """One text, wherever it stands: a title, a note, the heading of a section."""
        return len(self.filled) == 1 and isinstance(self.filled[0], str)

    @cached_property
    def is_header(self) -> bool:
        """Several different short Chinese texts, and nothing but texts, over most of the columns."""
        return (
            len(self.texts) >= LEAST_NAMES
            and all(isinstance(value, str) for value in self.filled)
            and all(len(text) <= LONGEST_NAME for text in self.texts)
            and sum(bool(text) for text in self.shown) >= COVERED * len(self.shown)
            and all_but_a_few(bool(CHINESE.search(text)) for text in self.texts)
        )

    @property
    def is_machine_codes(self) -> bool:
        """Names of database columns, as exports and import templates put above the Chinese ones."""
        return len(self.texts) >= LEAST_NAMES and all(MACHINE_CODE.fullmatch(text) for text in self.texts)

    def begins_with(self, words: Iterable[str]) -> bool:
        """Whether the first text begins with one of some words; brackets around the whole line do not count."""
        return self.first.lstrip("（(").startswith(tuple(squeezed(word) for word in words))


def all_but_a_few(truths: Iterable[bool]) -> bool:
    """True for at least three of four: a header may hold No. or an abbreviation."""
    counted = list(truths)
    return sum(counted) * 4 >= len(counted) * 3
