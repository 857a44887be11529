"""What offices still owe, by a published version: the returns that are missing, went back, or are not due yet; and how many came in."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from catalog.owed_list import Owing
from warehouse.locked_file import select

RETURNS = """
    select district_code, ledger, period, due_on, state
    from fct_return
    where depth = 'file'
    order by due_on, ledger, period
"""
OWING: dict[str, Owing] = {"missing": "missing", "returned": "returned", "not_due": "not_due"}
RECEIVED = ("filed", "nil", "late")


@dataclass(frozen=True)
class Owed:
    """One return that is still to come."""

    ledger: str
    period: str
    due_on: date
    state: Owing


@dataclass(frozen=True)
class Account:
    """What one office owes, by due day, and how many of its returns came in."""

    owed: tuple[Owed, ...] = ()
    received: int = 0


def accounts(published: Path) -> dict[str, Account]:
    """What every office owes. locked_file.QueryRefused when the file cannot be read."""
    rows: dict[str, list[tuple[str, str, date, str]]] = {}
    for district, ledger, period, due_on, state in select(published, RETURNS).rows:
        rows.setdefault(str(district), []).append((str(ledger), str(period), date.fromisoformat(str(due_on)), str(state)))
    return {district: Account(tuple(owed_of(found)), sum(state in RECEIVED for *_, state in found)) for district, found in rows.items()}


def owed_of(returns: list[tuple[str, str, date, str]]) -> Iterator[Owed]:
    """The returns of one office that are still to come."""
    for ledger, period, due_on, state in returns:
        if state in OWING:
            yield Owed(ledger, period, due_on, OWING[state])
