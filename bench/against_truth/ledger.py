"""What was filed and published of one ledger, beside its truth."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from bench.against_truth.made_city import Key, Place, Value
from bench.against_truth.published import Published, Row
from bench.against_truth.reasons import Reasons


@dataclass(frozen=True)
class Ledger:
    """One ledger of a city."""

    published: Published
    name: str

    @cached_property
    def truth(self) -> Mapping[Key, Mapping[str, Value]]:
        """The true records."""
        return self.published.city.truth(self.name)

    @cached_property
    def staged(self) -> Sequence[Row]:
        """The rows that count."""
        return self.published.staged(self.name)

    @cached_property
    def reasons(self) -> Reasons:
        """What explains differences."""
        return Reasons(self.published.city, self.published, self.name)

    @cached_property
    def at(self) -> Mapping[Place, Row]:
        """The rows that count by their place."""
        return {row.place: row for row in self.staged}

    @cached_property
    def by_key(self) -> Mapping[Key, list[Row]]:
        """The rows that count by their record."""
        found: dict[Key, list[Row]] = defaultdict(list)
        for row in self.staged:
            found[row.key].append(row)
        return found

    def rows_of(self, table: str) -> list[Row]:
        """The rows of a fact, each with the record that its cells state."""
        return [replace(self.at[self.published.place(row)], values=row) for row in self.published.rows(table)]
