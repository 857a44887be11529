"""The outcome of reading one cell: a value, the rule it was read by, the fault it has."""

from dataclasses import dataclass
from datetime import date

from ingest.checked import Typed


@dataclass(frozen=True)
class Fault:
    """What is wrong with a cell: a problem code and the facts of its sentence."""

    code: str
    other: str = ""
    expected: str = ""


@dataclass(frozen=True)
class Outcome:
    """What a cell gives. One with a fault may still hold a value: whether it counts is a matter of the problem's severity."""

    value: Typed
    rule: str | None = None
    fault: Fault | None = None
    days: tuple[date, ...] = ()  # the days an ambiguous date may be; the column's order may decide


def faulty(code: str, other: str = "", expected: str = "") -> Outcome:
    """A cell that gives nothing, and why."""
    return Outcome(None, fault=Fault(code, other, expected))
