"""Row checks: what a ledger declares must hold between cells of one row and between rows. A fault that blocks takes its cell, or its row, out."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from catalog.ledger import Ledger
from catalog.row_check import Check, Contradiction, Copied, Dragged, Order, Repeated
from catalog.spelling import spelling
from ingest.checked import CheckedRecord, Problem, Typed
from ingest.rows import Rows, Spot


def check_rows(ledger: Ledger, rows: Rows) -> tuple[tuple[CheckedRecord, ...], tuple[Problem, ...]]:
    """The records after all checks of the ledger, in its order, and the problems found."""
    problems: list[Problem] = []
    for check in ledger.checks:
        found = list(findings(check, rows))
        rows = replace(rows, records=tuple(blocked(rows.records, found, whole_row=isinstance(check, Repeated))))
        problems += found
    return rows.records, tuple(problems)


def findings(check: Check, rows: Rows) -> Iterator[Problem]:
    """What one check finds; nothing where the layout lacks a column that it needs."""
    match check:
        case Order():
            return out_of_order(check, rows)
        case Contradiction():
            return contradictions(check, rows)
        case Repeated():
            return repetitions(check, rows)
        case Copied():
            return copies(check, rows)
        case Dragged():
            return series(check, rows)


def blocked(records: Iterable[CheckedRecord], problems: list[Problem], *, whole_row: bool) -> Iterator[CheckedRecord]:
    """The records without what the problems block: the cell each stands at, or its row."""
    fields = {problem.row: problem.field for problem in problems if problem.severity == "block" and problem.field}
    for record in records:
        field = fields.get(record.row)
        if field is None:
            yield record
        elif whole_row:
            yield replace(record, is_blocked=True)
        else:
            unread, blocking = ({*names, field} for names in (record.problem_fields, record.blocked_fields))
            yield replace(record, values={**record.values, field: None}, problem_fields=tuple(unread), blocked_fields=tuple(blocking))


def out_of_order(check: Order, rows: Rows) -> Iterator[Problem]:
    """Days that lie before a day they cannot precede."""
    if not rows.has(check.earlier, check.later):
        return
    for record in rows.counting:
        earlier, later = record.values[check.earlier], record.values[check.later]
        if isinstance(earlier, date) and isinstance(later, date) and later < earlier:
            yield rows.problem(check.code, Spot(record, check.later), Spot(record, check.earlier), str(earlier))


def contradictions(check: Contradiction, rows: Rows) -> Iterator[Problem]:
    """Codes beside words that cannot be true at the same time."""
    if not rows.has(check.column, check.text):
        return
    beside = check.text if check.at == check.column else check.column
    for record in rows.counting:
        words, other = str(record.values[check.text] or ""), Spot(record, beside)
        says = any(word in words for word in check.says) and not any(word in words for word in check.unless)
        if says and record.values[check.column] in check.values:
            yield rows.problem(check.code, Spot(record, check.at), other, rows.text(other), check.severity)


def repetitions(check: Repeated, rows: Rows) -> Iterator[Problem]:
    """Rows that repeat an earlier one in all the columns named; columns that the layout lacks do not tell rows apart."""
    if not rows.has(check.at):
        return
    fields = [field for field in check.columns if rows.has(field)]
    first: dict[tuple[str, ...], CheckedRecord] = {}
    for record in rows.counting:
        if record.values[check.at] is None:
            continue
        earlier = first.setdefault(tuple(same_words(record.values[field]) for field in fields), record)
        if earlier is not record:
            yield rows.problem(check.code, Spot(record, check.at), Spot(earlier, check.at), str(earlier.row))


def copies(check: Copied, rows: Rows) -> Iterator[Problem]:
    """Words that an earlier row has too, though the rows are different matters: all of `differs` is filled on both sides and different."""
    if not rows.has(check.column, *check.differs):
        return
    seen: dict[str, list[CheckedRecord]] = {}
    for record in rows.counting:
        words = same_words(record.values[check.column])
        source = next((earlier for earlier in seen.get(words, ()) if are_different(earlier, record, check.differs)), None)
        if words and source:
            yield rows.problem(check.code, Spot(record, check.column), Spot(source, check.column), str(source.row))
        seen.setdefault(words, []).append(record)


def series(check: Dragged, rows: Rows) -> Iterator[Problem]:
    """Numbers as filed that grow by one from row to row, said once for each series."""
    for field in filter(rows.has, check.columns):
        run: list[CheckedRecord] = []
        for record, following in zip(rows.counting, (*rows.counting[1:], None), strict=True):
            run.append(record)
            if following and is_next(rows.text(Spot(record, field)), rows.text(Spot(following, field))):
                continue
            if len(run) >= check.rows:
                last = Spot(run[-1], field)
                yield rows.problem(check.code, Spot(run[1], field), last, rows.place(last).cell or "")
            run = []


def is_next(text: str, following: str) -> bool:
    """Whether a whole number in figures is followed by the next one."""
    return text.isdecimal() and following.isdecimal() and int(following) == int(text) + 1


def same_words(value: Typed) -> str:
    """A value in the spelling by which texts are compared."""
    return "" if value is None else spelling(str(value))


def are_different(one: CheckedRecord, other: CheckedRecord, fields: Iterable[str]) -> bool:
    """Whether two rows state different things in all the fields."""
    pairs = [(same_words(one.values[field]), same_words(other.values[field])) for field in fields]
    return all(a and b and a != b for a, b in pairs)
