"""What the release checklist found: a value with the place it is about. Errors keep a candidate from being published, warnings go with it."""

from dataclasses import dataclass
from typing import Literal

What = Literal[
    "candidate_missing",  # nothing was built
    "wal_beside",  # its writer did not close it: what the file says may not be all
    "unreadable",  # a table, or the file itself, cannot be read to its end
    "dbt_missing",  # no report of this run's call
    "dbt_failed",  # a node of it failed
    "not_built",  # a table that no node of this run built
    "checks_missing",  # no results, or a promise that was not judged
    "checks_foreign",  # results of another run
    "is_view",  # it would break under the published name
    "no_district",  # row-level security could not hold for it
    "table_missing",  # something that others rely on
    "sum_differs",  # more or fewer rows than were read
    "impossible",  # a figure that cannot be: negative, or a part larger than its whole
    "did_not_run",  # warning: a promise whose expectation raised; published as such, and withheld
    "promise_failed",  # warning: units that do not keep it
]
WARNINGS: frozenset[What] = frozenset({"did_not_run", "promise_failed"})


@dataclass(frozen=True)
class Finding:
    """One finding: what, of which table, node or promise, and the facts in words or numbers."""

    what: What
    place: str
    detail: str = ""

    @property
    def is_error(self) -> bool:
        """Whether it keeps the candidate from being published."""
        return self.what not in WARNINGS

    def __str__(self) -> str:
        return f"{self.what} {self.place}" + (f": {self.detail}" if self.detail else "")
