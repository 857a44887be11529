"""Notices: what became of a delivery in at most two hundred characters, to be pasted into a message to its office. No citizen's name can stand in one."""

from collections import Counter
from collections.abc import Sequence

from catalog.catalog import Catalog
from catalog.receipt import Answer, ToDo
from catalog.severity import Severity
from ingest.receipt import Became, counted, named
from warehouse.answers_index import HandedBack
from warehouse.event import CHINA, Read, Received, TableRead

LONGEST = 200  # characters: what a telephone shows without a tap
SEPARATED = "；"  # between two returns
SPOKEN_FOR: frozenset[Answer] = frozenset({"replaced", "duplicate"})  # another file says the same or better
NAMED = 2  # tables of a file that are named; the others are counted


def notice(received: Received, read: Read, became: Sequence[Became], copy: HandedBack, catalog: Catalog) -> str:
    """The notice of a delivery: which returns it makes, when it came, the one thing to do, whom to ask. `copy` is what was handed back of it."""
    words, moment = catalog.receipt, received.received_at.astimezone(CHINA)
    said = words.notice.format(
        returns=returns(read, became, catalog),
        month=moment.month,
        day=moment.day,
        hour=moment.hour,
        minute=moment.minute,
        to_do=to_do(read, became, copy, catalog),
        contact=words.contact,
    )
    return said if len(said) <= LONGEST else said[: LONGEST - len(words.notice_cut)] + words.notice_cut


def returns(read: Read, became: Sequence[Became], catalog: Catalog) -> str:
    """The returns that a delivery makes; why it makes none."""
    words = catalog.receipt
    if read.refusal is not None:
        return words.notice_not_read.format(reason=catalog.refusals[read.refusal].title)
    if not read.tables:
        return words.notice_not_recognised
    first = SEPARATED.join(one_return(table, one, catalog) for table, one in list(zip(read.tables, became, strict=True))[:NAMED])
    return first if len(read.tables) <= NAMED else words.notice_and_more.format(returns=first, count=len(read.tables))


def one_return(table: TableRead, became: Became, catalog: Catalog) -> str:
    """One return, and what became of it."""
    return named(table, became, catalog, catalog.receipt.notice_nil if table.kind == "nil" else catalog.receipt.notice_return)


def to_do(read: Read, became: Sequence[Became], copy: HandedBack, catalog: Catalog) -> str:
    """The one thing to do, by what weighs most; nothing in a file of whose place another has been taken."""
    words = catalog.receipt.to_do
    if read.refusal is not None:
        return catalog.refusals[read.refusal].remedy
    if not read.tables:
        return catalog.problems["ledger_unknown"].remedy
    if all(one.answer in SPOKEN_FOR for one in became):
        return words.nothing
    counts = counted(read.tables)
    counts["explain"] -= copy.explained_places
    return by_weight(counts, copy.violations, words)


def by_weight(counts: Counter[Severity], violations: int, words: ToDo) -> str:
    """What to do about places to correct."""
    if counts["block"]:
        return words.correct.format(block=counts["block"], explain=counts["explain"])
    if counts["explain"]:
        return words.explain.format(explain=counts["explain"])
    if violations:
        return words.found.format(violations=violations)
    return words.hint.format(hint=counts["hint"]) if counts["hint"] else words.nothing
