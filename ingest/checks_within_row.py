"""Checks between the cells of one row, each as `catalog.row_check` declares it."""

from collections.abc import Iterator
from datetime import date

from catalog.any_check import WithinRow
from catalog.ledger import Ledger
from catalog.row_check import Contradiction, Excluded, Order, Owner, Ranked, Required
from ingest.checked import Problem
from ingest.identity_numbers import birth_month, is_male, is_right
from ingest.rows import Rows, Spot


def within_row(check: WithinRow, rows: Rows, ledger: Ledger) -> Iterator[Problem]:
    """What one check finds in each row."""
    match check:
        case Order():
            return out_of_order(check, rows)
        case Contradiction():
            return contradictions(check, rows)
        case Excluded():
            return said_together(check, rows)
        case Ranked():
            return ranked_higher(check, rows, ledger)
        case Required():
            return missing(check, rows)
        case Owner():
            return not_of_the_owner(check, rows)


def out_of_order(check: Order, rows: Rows) -> Iterator[Problem]:
    """Days that lie before a day they cannot precede."""
    at, beside = (check.earlier, check.later) if check.at == "earlier" else (check.later, check.earlier)
    for record in rows.counting:
        earlier, later = record.values[check.earlier], record.values[check.later]
        if isinstance(earlier, date) and isinstance(later, date) and later < earlier:
            yield rows.problem(check.code, Spot(record, at), Spot(record, beside), str(record.values[beside]), check.severity)


def contradictions(check: Contradiction, rows: Rows) -> Iterator[Problem]:
    """Codes beside words that cannot be true at the same time."""
    beside = check.text if check.at == check.column else check.column
    for record in rows.counting:
        words, other = str(record.values[check.text] or ""), Spot(record, beside)
        says = any(word in words for word in check.says) and not any(word in words for word in check.unless)
        if says and record.values[check.column] in check.values:
            yield rows.problem(check.code, Spot(record, check.at), other, rows.text(other), check.severity)


def said_together(check: Excluded, rows: Rows) -> Iterator[Problem]:
    """Codes of two columns that cannot be true at the same time."""
    for record in rows.counting:
        if record.values[check.column] in check.values and record.values[check.beside] in check.beside_values:
            other = Spot(record, check.column)
            yield rows.problem(check.code, Spot(record, check.beside), other, rows.text(other), check.severity)


def ranked_higher(check: Ranked, rows: Rows, ledger: Ledger) -> Iterator[Problem]:
    """Codes further down their list than the one beside them."""
    codes = rows.body.frame.catalog.codes[ledger.columns[check.column].codes or ""]
    rank = {item.code: place for place, item in enumerate(codes.items)}
    for record in rows.counting:
        code, bound = record.values[check.column], record.values[check.not_above]
        if isinstance(code, str) and isinstance(bound, str) and rank[code] > rank[bound]:
            other = Spot(record, check.not_above)
            yield rows.problem(check.code, Spot(record, check.column), other, rows.text(other))


def missing(check: Required, rows: Rows) -> Iterator[Problem]:
    """Empty cells where another one asks for them; what was filed and does not read is said already."""
    for record in rows.counting:
        if record.values[check.where] in check.values and record.values[check.column] is None and check.column not in record.problem_fields:
            other = Spot(record, check.where)
            yield rows.problem(check.code, Spot(record, check.column), other, rows.text(other), check.severity)


def not_of_the_owner(check: Owner, rows: Rows) -> Iterator[Problem]:
    """Cells that differ from what an identity number says of its owner; a number that is wrong itself says nothing."""
    for record in rows.counting:
        number, value = record.values[check.number], record.values[check.column]
        if not isinstance(number, str) or value is None or not is_right(number):
            continue
        says = birth_month(number) if check.says == "birth_month" else check.words["male" if is_male(number) else "female"]
        if value != says and (check.says == "birth_month" or value in check.words.values()):
            yield rows.problem(check.code, Spot(record, check.column), Spot(record, check.number), says)
