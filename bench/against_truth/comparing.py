"""Each published table against the truth: how many records are equal, and what explains the others."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bench.against_truth.ledger import Ledger
from bench.against_truth.made_city import Key, Value
from bench.against_truth.published import Row
from bench.against_truth.reasons import Reason, worst

LAST_DIGIT = 0.005


@dataclass(frozen=True)
class Difference:
    """One record that is not what is true: where it stands, in which column, what is true and what was published."""

    table: str
    reason: Reason
    key: Key
    file: str
    row: int
    column: str
    true: str
    published: str


@dataclass
class Compared:
    """One table: how many records are true, how many are published, and how each stands to the truth."""

    table: str
    true: int = 0
    published: int = 0
    counts: Counter[Reason] = field(default_factory=Counter)
    differences: list[Difference] = field(default_factory=list)

    def note(self, reason: Reason, *differences: Difference) -> None:
        """Count one record."""
        self.counts[reason] += 1
        self.differences.extend(differences)


def compare(ledger: Ledger, table: str, rows: Sequence[Row]) -> Compared:
    """A table with a row per record of a return: each row against its record, column by column; then the records that no row states."""
    found = Compared(table, len(ledger.truth), len(rows))
    stated = next(iter(ledger.truth.values()), {})
    names = [name for name in ledger.published.tables[table] if name in stated]
    for row in rows:
        differences = list(of_row(ledger, table, row, names))
        found.note(worst(one.reason for one in differences), *differences)
    for key in ledger.truth.keys() - {row.key for row in rows}:
        reason = ledger.reasons.of_loss(key, ledger.by_key.get(key, ()))
        found.note(reason, Difference(table, reason, key, "", 0, "", "record", ""))
    return found


def of_row(ledger: Ledger, table: str, row: Row, names: Sequence[str]) -> Iterator[Difference]:
    """What a row says that is not true of its record, or that there is no such record."""
    true = ledger.truth.get(row.key)
    if true is None:
        yield Difference(table, ledger.reasons.of_addition(row), row.key, *row.place[:2], "", "", "row")
        return
    for name in names:
        if differs(true[name], row.values[name]) and ledger.reasons.declared.get(name, name) not in row.absent:
            yield Difference(table, ledger.reasons.of_cell(row, name), row.key, *row.place[:2], name, str(true[name]), str(row.values[name]))


def differs(true: Value, published: Value) -> bool:
    """Whether two values are not the same; numbers are, when they agree to the last digit that is filed."""
    if isinstance(true, float) or isinstance(published, float):
        return true is None or published is None or abs(float(str(true)) - float(str(published))) > LAST_DIGIT
    return true != published
