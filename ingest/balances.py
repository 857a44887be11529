"""Balances between counts, each as `catalog.balance_check` declares it. What was not filed, or does not read, is no zero: then nothing is asked."""

from collections.abc import Iterable, Iterator

from catalog.any_check import Balance
from catalog.balance_check import AddsUp, FiguresAddUp, FiguresCheck, FiguresNotAbove, NotAbove
from ingest.checked import CheckedRecord, Problem, Typed
from ingest.rows import Rows, Spot

Figures = dict[Typed, CheckedRecord]  # the records of a group by what stands in the column in which they differ


def broken(check: Balance, rows: Rows) -> Iterator[Problem]:
    """What one balance finds in the rows of a table."""
    match check:
        case AddsUp():
            return not_adding_up(check, rows)
        case NotAbove():
            return more_than_whole(check, rows)
        case FiguresAddUp():
            return figures_not_adding_up(check, rows)
        case FiguresNotAbove():
            return figures_more_than_whole(check, rows)


def not_adding_up(check: AddsUp, rows: Rows) -> Iterator[Problem]:
    """Totals that are not the sum of the parts beside them."""
    for record in rows.counting:
        numbers = counts(record.values[field] for field in check.named)
        if numbers and numbers[0] != sum(numbers[1:]):
            yield rows.problem(check.code, Spot(record, check.total), Spot(record, check.parts[0]), written(sum(numbers[1:])))


def more_than_whole(check: NotAbove, rows: Rows) -> Iterator[Problem]:
    """Parts that are more than the whole beside them."""
    for record in rows.counting:
        numbers = counts((record.values[check.part], record.values[check.whole]))
        if numbers and numbers[0] > numbers[1]:
            yield rows.problem(check.code, Spot(record, check.part), Spot(record, check.whole), written(numbers[1]))


def figures_not_adding_up(check: FiguresAddUp, rows: Rows) -> Iterator[Problem]:
    """Figures of a form that are not the sum of those they total."""
    for figures in groups(check, rows):
        records = [figures.get(word) for word in (check.total, *check.parts)]
        numbers = counts(record.values[check.figure] if record else None for record in records)
        total, part = records[0], records[1]
        if numbers and total and part and numbers[0] != sum(numbers[1:]):
            yield rows.problem(check.code, Spot(total, check.figure), Spot(part, check.figure), written(sum(numbers[1:])))


def figures_more_than_whole(check: FiguresNotAbove, rows: Rows) -> Iterator[Problem]:
    """Figures of a form that are more than the one they are part of."""
    for figures in groups(check, rows):
        part, whole = figures.get(check.part), figures.get(check.whole)
        numbers = counts(record.values[check.figure] if record else None for record in (part, whole))
        if numbers and part and whole and numbers[0] > numbers[1]:
            yield rows.problem(check.code, Spot(part, check.figure), Spot(whole, check.figure), written(numbers[1]))


def groups(check: FiguresCheck, rows: Rows) -> Iterable[Figures]:
    """The figures that share what the check goes by, those alone that it is about."""
    found: dict[tuple[Typed, ...], Figures] = {}
    for record in rows.counting:
        if all(record.values[field] in words for field, words in check.where.items()):
            found.setdefault(tuple(record.values[field] for field in check.by), {})[record.values[check.column]] = record
    return found.values()


def counts(values: Iterable[Typed]) -> list[float]:
    """The numbers, if all of them are numbers; else nothing."""
    all_of = list(values)
    numbers = [float(value) for value in all_of if isinstance(value, int | float)]
    return numbers if len(numbers) == len(all_of) else []


def written(number: float) -> str:
    """A number as a clerk writes it."""
    return f"{number:g}"
