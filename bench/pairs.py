"""Two ways of doing the same, timed in turn: A B A B …, so that a machine that slows down slows both."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Pair:
    """Ours and theirs on the same files; `budget` is what ours may cost as a share of theirs."""

    what: str
    ours: Callable[[], object]
    theirs: Callable[[], object]
    budget: float
    rounds: int = 5


@dataclass(frozen=True)
class Measured:
    """Median seconds of each, and the median of the ratios of neighbours in time."""

    ours: float
    theirs: float
    ratio: float
    is_within: bool


def measured(pair: Pair) -> Measured:
    """Time a pair. One round of each is a warm-up and does not count."""
    pair.ours()
    pair.theirs()
    times = [(seconds(pair.ours), seconds(pair.theirs)) for _ in range(pair.rounds)]
    ratio = median(ours / theirs for ours, theirs in times)
    return Measured(median(ours for ours, _ in times), median(theirs for _, theirs in times), ratio, ratio <= pair.budget)


def seconds(work: Callable[[], object]) -> float:
    """How long it takes by the clock."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
