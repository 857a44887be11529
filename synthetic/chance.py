"""Chance that can be had again: every draw follows from a seed and the name of what it is drawn for."""

import math
import random
from bisect import bisect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Generic, Self, TypeVar

T = TypeVar("T")
MOST_EVENTS = 30  # above it a count is drawn from the bell curve, which by then is the same


@dataclass(frozen=True)
class Mix(Generic[T]):
    """What may come, and how often; the shares need not add up to one."""

    values: tuple[T, ...]
    limits: tuple[float, ...]

    @classmethod
    def of(cls, shares: Mapping[T, float]) -> Self:
        """From values with their shares; a share of nothing never comes."""
        kept = {value: share for value, share in shares.items() if share > 0}
        return cls(tuple(kept), tuple(accumulate(kept.values())))


class Chance:
    """A source of draws with a name of its own, so that a further draw here changes none elsewhere."""

    def __init__(self, *name: object) -> None:
        self.name = name
        self._source = random.Random("/".join(map(str, name)))  # noqa: S311  # the city must come out the same again: no secret is made of it

    def of(self, *name: object) -> "Chance":
        """A source for a part of what this one is for."""
        return Chance(*self.name, *name)

    def share(self) -> float:
        """A number from 0 to 1."""
        return self._source.random()

    def happens(self, share: float) -> bool:
        """True in that share of draws."""
        return self._source.random() < share

    def pick(self, values: Sequence[T]) -> T:
        """One of several, each as likely as the other."""
        return values[int(self._source.random() * len(values))]

    def drawn(self, mix: Mix[T]) -> T:
        """One of several, each as likely as its share says."""
        return mix.values[min(bisect(mix.limits, self._source.random() * mix.limits[-1]), len(mix.values) - 1)]

    def among(self, values: Sequence[T], count: int) -> list[T]:
        """Some of several, none twice, in their order."""
        chosen = set(self._source.sample(range(len(values)), min(count, len(values))))
        return [value for place, value in enumerate(values) if place in chosen]

    def whole(self, low: int, high: int) -> int:
        """A whole number from low to high, both included."""
        return low + int(self._source.random() * (high - low + 1))

    def spread(self, median: float, sigma: float) -> float:
        """A number around a median, never below zero, with a long tail upwards (log-normal)."""
        return median * math.exp(self._source.gauss(0, sigma))

    def within(self, count: int, share: float) -> int:
        """How many of several, each with the same share."""
        return sum(self.happens(share) for _ in range(count))

    def events(self, mean: float) -> int:
        """How many of independent events come, when so many are expected (Poisson)."""
        if mean > MOST_EVENTS:
            return max(0, round(self._source.gauss(mean, math.sqrt(mean))))
        count, left = 0, self._source.random()
        term = chance = math.exp(-mean)
        while left > chance and term > 0:
            count += 1
            term *= mean / count
            chance += term
        return count


def shared_out(total: int, weights: Mapping[T, float]) -> dict[T, int]:
    """A total shared out by weights, to the last one (largest remainders)."""
    whole = sum(weights.values())
    exact = {key: total * weight / whole for key, weight in weights.items()} if whole else dict.fromkeys(weights, 0.0)
    shares = {key: int(share) for key, share in exact.items()}
    left = total - sum(shares.values()) if whole else 0
    for key in sorted(exact, key=lambda key: shares[key] - exact[key])[:left]:
        shares[key] += 1
    return shares
