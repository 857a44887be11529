"""The verdict: whether a return is accepted, accepted with problems, or goes back."""

from collections.abc import Iterable, Iterator

from ingest.checked import CheckedRecord, Problem, Verdict
from ingest.identifying import Identity
from ingest.problems import Facts, Place, Sentences
from ingest.table import Table

RETURNING = {"unit_unknown", "period_unknown", "column_missing", "key_missing", "too_many_blocked", "records_missing"}


def verdict(problems: Iterable[Problem]) -> Verdict:
    """What a table's problems come to. A blocked cell does not send the whole return back; a hint asks for nothing."""
    found = list(problems)
    if any(problem.code in RETURNING for problem in found):
        return "returned"
    return "accepted_with_problems" if any(problem.severity != "hint" for problem in found) else "accepted"


def returning_problems(table: Table, identity: Identity, records: tuple[CheckedRecord, ...], say: Sentences) -> Iterator[Problem]:
    """Why a table as a whole goes back: columns it needs, a key, entries, or too few of them that count. A nil return needs none of these."""
    if identity.kind == "nil":
        return
    yield from column_problems(table, identity, say)
    if not records:
        yield say.problem("records_missing", Place(table.sheet), Facts())
        return
    blocked = sum(record.has_block for record in records)
    if blocked > len(records) * identity.ledger.return_above:
        facts = Facts(str(len(records)), other=str(blocked), expected=f"{identity.ledger.return_above:.0%}")
        yield say.problem("too_many_blocked", Place(table.sheet), facts)


def column_problems(table: Table, identity: Identity, say: Sentences) -> Iterator[Problem]:
    """The needed columns that are absent, and that no alternative of the key is whole."""
    ledger, present = identity.ledger, identity.naming.fields
    for field, column in ledger.columns.items():
        if column.needed and field not in present:
            yield say.problem("column_missing", Place(table.sheet, field=field), Facts(title=column.title))
    alternatives = () if ledger.identity == "none" else ledger.identity
    if alternatives and not any(all(field in present for field in alternative) for alternative in alternatives):
        titles = (" + ".join(ledger.columns[field].title for field in alternative) for alternative in alternatives)
        yield say.problem("key_missing", Place(table.sheet), Facts(expected=" / ".join(titles)))
