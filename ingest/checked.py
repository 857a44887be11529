"""What a check says of a file: typed records, problems with their addresses, changes, a verdict. Values only; the other steps make them."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from catalog.period import Period
from catalog.severity import Severity
from ingest.cells import Refused, called

Typed = str | int | float | bool | datetime | date | None  # money in fen; codes from the code lists; None: not filed, or it does not count
Verdict = Literal["accepted", "accepted_with_problems", "returned"]
Kind = Literal["return", "nil", "correction", "cumulative"]
FileKind = Kind | Literal["duplicate", "unidentified"]
Basis = Literal["period", "cumulative"]


@dataclass(frozen=True)
class Problem:
    """One fault, in a clerk's words, at its address. A fault of a whole table or file has no cell; `see_also` are the other cells it is about."""

    code: str
    severity: Severity
    sheet: str | None
    cell: str | None
    row: int | None
    field: str | None
    value: str | None
    message: str
    should_be: str
    remedy: str
    see_also: tuple[str, ...] = ()
    record_key: str | None = None  # of a violation: the key of its fact


@dataclass(frozen=True)
class LineAnswer:
    """What an office wrote beside a line of the list in a marked copy: the line's key, the hashes of the values it was about, the words."""

    key: str
    values: frozenset[str]
    text: str


@dataclass(frozen=True)
class Changed:
    """A value that was not taken as it stands: what was filed, what was read, and by which rule."""

    sheet: str
    cell: str
    field: str
    from_: str
    to: Typed
    rule: str


@dataclass(frozen=True)
class FiledColumn:
    """A column as filed: its number, its header and the header's cell, and the declared columns it holds (none: unknown, kept in the original only)."""

    column: int
    header: str
    cell: str
    fields: tuple[str, ...]


@dataclass(frozen=True)
class CheckedRecord:
    """One row under the declared columns. A value that was filed and does not count is None, and its column stands in `problem_fields`."""

    row: int
    values: dict[str, Typed]
    problem_fields: tuple[str, ...] = ()  # something was filed, nothing counts
    blocked_fields: tuple[str, ...] = ()  # at least one problem of severity block, a required cell left empty included
    is_blocked: bool = False  # the row repeats an earlier one of its table, or lies in the wrong columns: all of it does not count
    column: int | None = None  # of a form, where a row holds several figures: the one that this is

    @property
    def has_block(self) -> bool:
        """Whether the row counts towards the ledger's `return_above`."""
        return self.is_blocked or bool(self.blocked_fields)


@dataclass(frozen=True)
class CheckedTable:
    """One table of a declared ledger."""

    number: int  # from 1, in the order of the file
    sheet: str
    ledger: str
    unit_code: str | None  # whose return it is; None: it cannot be told
    district: str | None  # the reporting unit that filed it
    period: Period | None
    basis: Basis
    kind: Kind
    is_final_only: bool  # calls itself final, not a correction: it corrects only where a return is live already
    verdict: Verdict
    columns: tuple[FiledColumn, ...]
    absent_fields: tuple[str, ...]  # declared columns that the layout lacks
    records: tuple[CheckedRecord, ...]
    problems: tuple[Problem, ...] = ()
    changed: tuple[Changed, ...] = ()
    keys: tuple[str, ...] = ()  # of rows that are objects: what a cell is called by

    @property
    def blocked(self) -> int:
        """Number of records with something blocked in them."""
        return sum(record.has_block for record in self.records)

    def count(self, severity: Severity) -> int:
        """Number of problems of one severity."""
        return sum(problem.severity == severity for problem in self.problems)

    def cell(self, row: int, field: str) -> str | None:
        """The address of a declared column in a row; None when the layout lacks it."""
        column = next((column.column for column in self.columns if field in column.fields), None)
        return called(self.sheet, row, column, self.keys) if column else None


@dataclass(frozen=True)
class CheckedFile:
    """One file: refused, or read into tables of declared ledgers. `problems` are those of no such table."""

    file: str  # the path as it was given
    sha256: str
    format: str | None
    kind: FileKind
    refusal: Refused | None = None
    tables: tuple[CheckedTable, ...] = ()
    problems: tuple[Problem, ...] = ()
    answers: tuple[LineAnswer, ...] = ()  # of a marked copy that came back

    @property
    def decision(self) -> Verdict | None:
        """The worst verdict of its tables; returned when there is none that we know; None when nothing was read."""
        if self.refusal or self.kind == "duplicate":
            return None
        verdicts = {table.verdict for table in self.tables}
        if "returned" in verdicts or not verdicts:
            return "returned"
        is_sound = verdicts == {"accepted"} and all(problem.severity == "hint" for problem in self.problems)
        return "accepted" if is_sound else "accepted_with_problems"

    @property
    def every_problem(self) -> tuple[Problem, ...]:
        """The problems of the file and of its tables."""
        return self.problems + tuple(problem for table in self.tables for problem in table.problems)
