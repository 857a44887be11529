"""What is kept and no longer is as it was written: a value, listed by `verify`, never an exception by itself."""

from dataclasses import dataclass
from typing import Literal

What = Literal[
    "line_changed",
    "line_missing",
    "line_torn",
    "original_changed",
    "original_missing",
    "reading_changed",
    "reading_missing",
    "reading_unknown",
    "published_changed",
    "published_missing",
    "pointer_broken",
    "figures_unfounded",
    "not_compared",
]


@dataclass(frozen=True)
class Fault:
    """One fault: what, and the place below the data folder (`journal/journal.jsonl:12`, `landing/…/x.parquet`)."""

    what: What
    place: str

    def __str__(self) -> str:
        return f"{self.place}: {self.what.replace('_', ' ')}"
