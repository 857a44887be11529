"""Checks between the rows of one table, each as `catalog.row_check` declares it."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import zip_longest

from catalog.any_check import BetweenRows
from catalog.row_check import Burst, Copied, Dragged, Namesake, Repeated
from catalog.spelling import spelling
from ingest.checked import CheckedRecord, Problem, Typed
from ingest.rows import Rows, Spot


def between_rows(check: BetweenRows, rows: Rows) -> Iterator[Problem]:
    """What one check finds in the rows of a table."""
    match check:
        case Repeated():
            return repetitions(check, rows)
        case Copied():
            return copies(check, rows)
        case Dragged():
            return series(check, rows)
        case Namesake():
            return namesakes(check, rows)
        case Burst():
            return bursts(check, rows)


def repetitions(check: Repeated, rows: Rows) -> Iterator[Problem]:
    """Rows that repeat an earlier one in all the columns named; columns that the layout lacks do not tell rows apart."""
    fields = [field for field in check.columns if rows.has(field)]
    first: dict[tuple[str, ...], CheckedRecord] = {}
    for record in rows.counting:
        if record.values[check.at] is None:
            continue
        earlier = first.setdefault(tuple(same_words(record.values[field]) for field in fields), record)
        if earlier is not record:
            yield rows.problem(check.code, Spot(record, check.at), Spot(earlier, check.at), str(earlier.row), check.severity)


def copies(check: Copied, rows: Rows) -> Iterator[Problem]:
    """Words that an earlier row has too, though the rows are different matters; where enough rows share them."""
    sharing: dict[str, list[CheckedRecord]] = {}
    for record in rows.counting:
        if words := same_words(record.values[check.column]):
            sharing.setdefault(words, []).append(record)
    found = [pair for records in sharing.values() if len(records) >= check.rows for pair in copied_from(records, check.differs)]
    for record, source in sorted(found, key=lambda pair: pair[0].row):
        yield rows.problem(check.code, Spot(record, check.column), Spot(source, check.column), str(source.row))


def copied_from(records: list[CheckedRecord], differs: Iterable[str]) -> Iterator[tuple[CheckedRecord, CheckedRecord]]:
    """Each record with the first one before it that is a different matter; of those that are the same matter only the first is looked at."""
    fields = tuple(differs)
    matters: dict[tuple[str, ...], CheckedRecord] = {}
    for record in records:
        matter = tuple(same_words(record.values[field]) for field in fields)
        if not all(matter):
            continue
        source = next((earlier for other, earlier in matters.items() if all(a != b for a, b in zip(other, matter, strict=True))), None)
        if source:
            yield record, source
        matters.setdefault(matter, record)


def series(check: Dragged, rows: Rows) -> Iterator[Problem]:
    """Numbers as filed that grow by one from row to row, said once for each series."""
    for field in filter(rows.has, check.columns):
        run: list[CheckedRecord] = []
        for record, following in zip_longest(rows.counting, rows.counting[1:]):
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


def namesakes(check: Namesake, rows: Rows) -> Iterator[Problem]:
    """Names that a later row has too, of somebody else as it seems."""
    named: dict[str, CheckedRecord] = {}
    for record in reversed(rows.counting):
        name = same_words(record.values[check.column])
        other = named.get(name)
        if name and other and are_different(record, other, check.differs):
            yield rows.problem(check.code, Spot(record, check.column), Spot(other, check.column), str(other.row))
        named[name] = record


def bursts(check: Burst, rows: Rows) -> Iterator[Problem]:
    """Moments that follow each other faster than matters do."""
    timed = [(moment, record) for record in rows.counting if isinstance(moment := record.values[check.column], datetime)]
    run: list[tuple[datetime, CheckedRecord]] = []
    for moment, record in sorted(timed, key=lambda one: one[0]):
        if run and moment - run[-1][0] > timedelta(seconds=check.seconds):
            yield from burst(check, run, rows)
            run = []
        run.append((moment, record))
    yield from burst(check, run, rows)


def burst(check: Burst, run: list[tuple[datetime, CheckedRecord]], rows: Rows) -> Iterator[Problem]:
    """The problems of one run of moments, if it is long enough."""
    if len(run) >= check.rows:
        first = Spot(run[0][1], check.column)
        for _, record in run[1:]:
            yield rows.problem(check.code, Spot(record, check.column), first, str(len(run)))


def same_words(value: Typed) -> str:
    """A value in the spelling by which texts are compared."""
    return "" if value is None else spelling(str(value))


def are_different(one: CheckedRecord, other: CheckedRecord, field: str) -> bool:
    """Whether two rows state different things in a column, both of them something."""
    a, b = same_words(one.values[field]), same_words(other.values[field])
    return bool(a and b and a != b)
