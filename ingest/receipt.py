"""Receipts: three lines that fit a phone screen, a notice to pass on, the places to correct first. No value of a cell, so no citizen's name, stands in one."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from catalog.catalog import Catalog
from catalog.period import Period
from catalog.receipt import Answer
from catalog.severity import Severity
from ingest.alike import Alike, by_influence
from ingest.checked import CheckedFile
from warehouse.answers_index import HandedBack
from warehouse.event import CHINA, Read, Received, TableRead

LINES = 30  # kinds of problems listed; whoever has more corrects these first
CELLS = 6  # addresses named of one kind


@dataclass(frozen=True)
class Became:
    """What became of one table of a delivery: its answer, and how many records it keeps, changes, adds and loses beside what was live before."""

    answer: Answer
    kept: int = 0
    new: int = 0
    lost: int = 0
    changed: int = 0  # of those kept


def head(received: Received, read: Read, became: Sequence[Became], catalog: Catalog) -> list[str]:
    """The first lines: it arrived, what it was taken for and what became of it (a line for each table), what is to be done."""
    words = catalog.receipt
    moment = received.received_at.astimezone(CHINA)
    arrived = words.arrived.format(file=PurePosixPath(received.path).name, month=moment.month, day=moment.day, hour=moment.hour, minute=moment.minute)
    if read.refusal is not None:
        refusal = catalog.refusals[read.refusal]
        return [arrived, words.not_read.format(reason=refusal.message), words.what_to_do.format(remedy=refusal.remedy)]
    if not read.tables:
        return [arrived, words.not_recognised, words.what_to_do.format(remedy=catalog.problems["ledger_unknown"].remedy)]
    return [arrived, *(recognised(table, one, catalog) for table, one in zip(read.tables, became, strict=True)), to_correct(read.tables, catalog)]


def recognised(table: TableRead, became: Became, catalog: Catalog) -> str:
    """What a table was taken for, and what became of it."""
    return named(table, became, catalog, catalog.receipt.nil if table.kind == "nil" else catalog.receipt.recognised)


def named(table: TableRead, became: Became, catalog: Catalog, sentence: str) -> str:
    """A sentence with the facts of a return: unit, period, ledger, number of rows, what became of it."""
    words = catalog.receipt
    return sentence.format(
        unit=catalog.units[table.unit_code].name if table.unit_code else words.not_known,
        period=words.period(Period.parse(table.period)) if table.period else words.not_known,
        ledger=catalog.ledgers[table.ledger].title if table.ledger in catalog.ledgers else words.not_known,
        records=table.records,
        standing=words.standings[became.answer].format(
            kept=became.kept, unchanged=became.kept - became.changed, changed=became.changed, new=became.new, lost=became.lost
        ),
    )


def to_correct(tables: Iterable[TableRead], catalog: Catalog) -> str:
    """How many places are to be corrected, by weight."""
    counts = counted(tables)
    if not counts.total():
        return catalog.receipt.nothing_to_correct
    return catalog.receipt.to_correct.format(block=counts["block"], explain=counts["explain"], hint=counts["hint"])


def counted(tables: Iterable[TableRead]) -> Counter[Severity]:
    """The places to correct of some tables, by weight."""
    counts = Counter[Severity]()
    for table in tables:
        counts.update({"block": table.block_problems, "explain": table.explain_problems, "hint": table.hint_problems})
    return counts


def details(checked: CheckedFile, catalog: Catalog) -> list[str]:
    """The places to correct, heaviest and most frequent first; the same problem in one column is one line with its cells.

    None for a file of no known ledger: its first lines say all there is to say.
    """
    if not checked.tables:
        return []
    kinds = by_influence(checked)
    lines = [line(number, kind, catalog) for number, kind in enumerate(kinds[:LINES], start=1)]
    more = [catalog.receipt.more.format(count=len(kinds) - LINES)] if len(kinds) > LINES else []
    return [catalog.receipt.heading, *lines, *more] if lines else []


def line(number: int, kind: Alike, catalog: Catalog) -> str:
    """One kind of problem: where, what is wrong, what is right, what to do."""
    words = catalog.receipt
    return words.line.format(
        number=number,
        severity=words.severities[kind.first.severity],
        where=where(kind, catalog),
        wrong=catalog.finding(kind.first.code).title,
        should_be=kind.first.should_be,
        remedy=kind.first.remedy,
    )


def where(kind: Alike, catalog: Catalog) -> str:
    """The sheet, the cells and the column of problems of one kind."""
    words = catalog.receipt
    if kind.first.sheet is None:
        return words.whole_file
    cells = kind.cells
    named = " ".join(cells[:CELLS])
    if len(cells) > CELLS:
        named = words.cells_and_more.format(cells=named, count=len(cells))
    return words.sheet.format(sheet=kind.first.sheet) + words.cells.format(cells=named, column=kind.header).rstrip()


def about_copy(copy: HandedBack, catalog: Catalog) -> Iterator[str]:
    """The lines that say how many places are explained, and where the marked copy of a delivery stands, or why there is a list instead."""
    words = catalog.receipt
    if copy.explained_places:
        yield words.explained.format(count=copy.explained_places)
    if copy.file:
        file = PurePosixPath(copy.file).name
        line = words.listed.format(file=file, why=catalog.marking.unmarked[copy.unmarked]) if copy.unmarked else words.marked.format(file=file)
        yield words.found_too.format(line=line, count=copy.violations) if copy.violations else line


def text(lines: Sequence[str], said: str, listed: Sequence[str], catalog: Catalog) -> str:
    """The whole receipt: the first lines, the notice to be passed on, the places to correct."""
    return "\n".join([*lines, "", catalog.receipt.notice_heading, said, *(["", *listed] if listed else [])]) + "\n"


def listed_in(receipt: str, catalog: Catalog) -> list[str]:
    """The places to correct that stand in a receipt, so that its first lines can be said anew without reading the file again."""
    lines = receipt.splitlines()
    return lines[lines.index(catalog.receipt.heading) :] if catalog.receipt.heading in lines else []
