"""Which kind of return a table is: an ordinary one, a nil return, a correction, or one that runs since the beginning."""

from collections.abc import Iterable
from functools import cache

from catalog.ledger import Ledger
from catalog.spelling import spelling
from catalog.wording import Wording
from ingest.cells import filed
from ingest.checked import Kind
from ingest.naming import Naming
from ingest.notation import trimmed
from ingest.places import PLACES
from ingest.statements import Statement
from ingest.table import Record, Table


def which_kind(table: Table, entries: tuple[Record, ...], said: tuple[Statement, ...], wording: Wording, *, is_cumulative: bool = False) -> Kind:
    """The kind of a table, by the words beside its entries; without entries, by rows or lines that say there is nothing.

    `is_cumulative`: the ledger is owed with figures that run since the beginning, whatever a table calls itself.
    """
    if not entries and (table.records or says_nil(table, wording)):
        return "nil"
    if is_cumulative or calls_itself(said, wording.cumulative):
        return "cumulative"
    return "correction" if calls_itself(said, wording.corrections) else "return"


def calls_itself(said: Iterable[Statement], words: tuple[str, ...]) -> bool:
    """Whether title, sheet or file bears one of the words; an info row only says who and when."""
    texts = [spelling(statement.text) for statement in said if statement.source != "info"]
    return any(word in text for word in spelled(words) for text in texts)


def says_nil(table: Table, wording: Wording) -> bool:
    """Whether a line of words around the body says that there is nothing to report."""
    lines = [note.text for note in (*table.titles, *table.infos, *table.notes)] + [skipped.text for skipped in table.skipped]
    return any(is_nil(line, wording) for line in lines)


def is_nil(text: str, wording: Wording) -> bool:
    """Whether a text is a sentence of a nil return."""
    compared = spelling(text)
    return any(word in compared for word in spelled(wording.nil))


@cache
def spelled(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words in the spelling by which texts are compared."""
    return tuple(map(spelling, words))


def without_nil_rows(records: tuple[Record, ...], naming: Naming, ledger: Ledger, wording: Wording) -> tuple[tuple[Record, ...], tuple[Record, ...]]:
    """The records that are entries, and the rows that only say nothing happened: beside a number and a place, nothing but words of a nil return."""
    beside = {named.header.column for field, named in naming.fields.items() if ledger.columns[field].type in (*PLACES, "int")}
    nil_rows = {record.row for record in records if is_nil_row(record, beside, wording)}
    return tuple(record for record in records if record.row not in nil_rows), tuple(record for record in records if record.row in nil_rows)


def is_nil_row(record: Record, beside: set[int], wording: Wording) -> bool:
    """Whether a row's cells, other than its number and place, say nil, at least one of them."""
    says_nil = False
    for column, value in record.values.items():
        text = "" if column in beside else trimmed(filed(value))
        if not text or text in wording.strokes:
            continue
        if not is_nil(text, wording):
            return False
        says_nil = True
    return says_nil
