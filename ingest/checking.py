"""Checking files: opened, their tables found, each judged under its ledger. Pure: no clock, no environment, nothing written."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from catalog.catalog import Catalog
from catalog.unit import Units
from catalog.wording import Wording
from ingest.cells import Refused, Sheet, Workbook
from ingest.checked import CheckedFile, CheckedTable, FileKind, Problem
from ingest.finding import find_tables
from ingest.identifying import Beside, Delivery, ledgers_in
from ingest.judging import header_place, judge
from ingest.limits import Limits
from ingest.marking.first_sheet_read import answers_on, is_ours
from ingest.opening import NORMAL, open_file
from ingest.problems import Facts, Place, Sentences
from ingest.table import FoundTable, Note, ReadSheet, Table
from ingest.which_kind import is_nil

CheckOne = Callable[[bytes, Delivery, Catalog, Limits], CheckedFile]


def check(content: bytes, delivery: Delivery, catalog: Catalog, limits: Limits = NORMAL) -> CheckedFile:
    """What a file says and what is wrong with it. A file that cannot be read is refused with its reason; nothing is raised."""
    sha256 = hashlib.sha256(content).hexdigest()
    opened = open_file(content, delivery.path, limits)
    if isinstance(opened, Refused):
        return CheckedFile(delivery.path, sha256, None, "unidentified", refusal=opened)
    return checked_workbook(opened, sha256, delivery, catalog)


def checked_workbook(workbook: Workbook, sha256: str, delivery: Delivery, catalog: Catalog) -> CheckedFile:
    """An opened file, its tables judged."""
    say = Sentences(catalog.problems)
    counting, hidden = tables(workbook, catalog)
    judged = judged_together(counting, delivery, catalog)
    ours = tuple(table for _, table in judged if table)
    unknown = [one for one, table in judged if table is None]
    return CheckedFile(
        file=delivery.path,
        sha256=sha256,
        format=workbook.format,
        kind=kind_of(ours),
        tables=ours,
        answers=tuple(answer for sheet in workbook.sheets if is_ours(sheet, catalog.marking) for answer in answers_on(sheet, catalog.marking)),
        problems=(*unknown_tables(unknown, say, is_only=not ours), *hidden_tables(hidden, say)),
    )


def judged_together(counting: list[FoundTable], delivery: Delivery, catalog: Catalog) -> list[tuple[FoundTable, CheckedTable | None]]:
    """Each table of a file with what it is judged to be; one that does not tell its period is of that of the others, where they are of one."""
    beside = Beside(ledgers_in((one.table for one in counting), delivery, catalog) if len(counting) > 1 else frozenset())
    judged = [(one, judge(one, number, delivery, catalog, beside)) for number, one in enumerate(counting, 1)]
    periods = {table.period for _, table in judged if table and table.period}
    if len(periods) != 1 or all(table is None or table.period for _, table in judged):
        return judged
    told = replace(beside, period=periods.pop())
    return [(one, judge(one, number, delivery, catalog, told) if table and table.period is None else table) for number, (one, table) in enumerate(judged, 1)]


def tables(workbook: Workbook, catalog: Catalog) -> tuple[list[FoundTable], list[FoundTable]]:
    """The tables that may be returns, and those left out because they are hidden and others can be seen.

    One without entries counts only where no other has any: blank sheets for the months to come say nothing.
    """
    sheets = {sheet.name: sheet for sheet in workbook.sheets}
    read = find_tables(workbook, catalog)
    found = [one for sheet in read for one in found_on(sheet, sheets[sheet.sheet], catalog.wording)]
    filled = [one for one in found if one.table.records or one.figures] or found
    seen = [one for one in filled if not one.sheet.hidden]
    return seen or filled, [one for one in filled if one.sheet.hidden and seen]


def found_on(read: ReadSheet, sheet: Sheet, wording: Wording) -> Iterator[FoundTable]:
    """The tables of a sheet, its form, or its sentences of a nil return."""
    if read.form:
        yield FoundTable(sheet, read.form.words, read.form.figures)
        return
    for table in read.tables or in_words(read, wording) or in_a_count(sheet, wording):
        yield FoundTable(sheet, table)


def in_words(sheet: ReadSheet, wording: Wording) -> tuple[Table, ...]:
    """A sheet of sentences that say there is nothing to report, as a table without columns; how to fill in such a sheet is no such sentence."""
    if sheet.sheet in wording.instruction_sheets or not any(is_nil(line.text, wording) for line in sheet.lines):
        return ()
    last = sheet.lines[-1].row
    return (Table(sheet.sheet, (), last + 1, last, (), (), titles=sheet.lines, infos=sheet.lines, notes=sheet.lines),)


def in_a_count(sheet: Sheet, wording: Wording) -> tuple[Table, ...]:
    """An export that counts no objects, as the sentence that a clerk would write."""
    return (Table(sheet.name, (), 1, 0, (), (), notes=(Note(1, wording.nil[0]),)),) if sheet.says_nothing else ()


def kind_of(tables: tuple[CheckedTable, ...]) -> FileKind:
    """The kind of a file: that of its tables when they agree."""
    kinds = {table.kind for table in tables}
    if not kinds:
        return "unidentified"
    return kinds.pop() if len(kinds) == 1 else "return"


def unknown_tables(unknown: Iterable[FoundTable], say: Sentences, *, is_only: bool) -> Iterator[Problem]:
    """The tables of no declared ledger; beside one of ours they are a hint. A file without any table is no ledger either."""
    places = [header_place(one.sheet, one.table, one.table.headers[0].column) for one in unknown if one.table.headers]
    for place in places or [Place()] * is_only:
        yield say.problem("ledger_unknown", place, Facts(), None if is_only else "hint")


def hidden_tables(hidden: Iterable[FoundTable], say: Sentences) -> Iterator[Problem]:
    """The tables on hidden sheets, mostly those of months before, which nobody sees any more."""
    for one in hidden:
        yield say.problem("hidden_sheet", Place(one.sheet.name), Facts(one.sheet.name))


def check_all(files: Iterable[tuple[Delivery, bytes]], catalog: Catalog, limits: Limits = NORMAL, check_one: CheckOne = check) -> Iterator[CheckedFile]:
    """Several files, in order of receipt. The same bytes again are a duplicate while they are what the unit's return of the period rests on."""
    resting: dict[tuple[str, str | None, str], str] = {}
    earlier: dict[str, CheckedFile] = {}
    for delivery, content in files:
        sha256 = hashlib.sha256(content).hexdigest()
        returns = returns_of(earlier[sha256]) if sha256 in earlier else set()
        if returns and all(resting[one] == sha256 for one in returns):
            yield CheckedFile(delivery.path, sha256, earlier[sha256].format, "duplicate")
            continue
        checked = check_one(content, delivery, catalog, limits)
        earlier[sha256] = checked
        resting |= dict.fromkeys(returns_of(checked), sha256)
        yield checked


def returns_of(checked: CheckedFile) -> set[tuple[str, str | None, str]]:
    """The returns that a file makes: ledger, unit, period."""
    return {(table.ledger, table.unit_code, str(table.period)) for table in checked.tables if table.verdict != "returned"}


def district_of(path: str, units: Units) -> str | None:
    """The reporting unit whose inbox folder a path lies in; None when no folder of the path is one."""
    folders = PurePosixPath(path).parts[:-1]
    found = [unit for folder in reversed(folders) for unit in units.named(folder) if unit.reports]
    return found[0].code if found else None
