"""Row checks: what a ledger declares must hold between the cells of a row, and between rows of one table. Each names its problem code and its columns."""

from abc import ABC, abstractmethod
from typing import Literal

from pydantic import Field

from catalog.declared import Model
from catalog.severity import Severity


class RowCheck(Model, ABC):
    """What every check says: the columns it names, and those that a table must have for it to be asked."""

    @property
    @abstractmethod
    def named(self) -> tuple[str, ...]:
        """The columns it names."""

    @property
    def needed(self) -> tuple[str, ...]:
        """The columns without which it is not asked."""
        return self.named


class Order(RowCheck):
    """`earlier` cannot lie after `later`; the problem stands at the later one, or where `at` says."""

    check: Literal["order"]
    code: str
    earlier: str
    later: str
    at: Literal["earlier", "later"] = "later"
    severity: Severity | None = Field(None, description="Where it departs from the code's own.")

    @property
    def named(self) -> tuple[str, ...]:
        """The columns it names."""
        return (self.earlier, self.later)


class Contradiction(RowCheck):
    """A code and the words beside it contradict; the problem stands at `at`. `says`: words in `text` beside one of `values`; `unless` takes them back."""

    check: Literal["contradiction"]
    code: str
    column: str
    values: tuple[str, ...]
    text: str
    says: tuple[str, ...]
    unless: tuple[str, ...] = ()
    severity: Severity
    at: str

    @property
    def named(self) -> tuple[str, ...]:
        """The columns it names."""
        return (self.column, self.text, self.at)


class Excluded(RowCheck):
    """One of `values` and one of `beside_values` in two columns of codes cannot both be true; the problem stands at `beside`."""

    check: Literal["excluded"]
    code: str
    column: str
    values: tuple[str, ...]
    beside: str
    beside_values: tuple[str, ...]
    severity: Severity

    @property
    def named(self) -> tuple[str, ...]:
        """The columns it names."""
        return (self.column, self.beside)


class Ranked(RowCheck):
    """A code of a list in order of weight stands further down it than `not_above` beside it; the problem stands at `column`."""

    check: Literal["ranked"]
    code: str
    column: str
    not_above: str

    @property
    def named(self) -> tuple[str, ...]:
        """The columns it names."""
        return (self.column, self.not_above)


class Required(RowCheck):
    """A cell that must be filled where another one holds one of `values`; the problem stands at the empty one."""

    check: Literal["required"]
    code: str
    column: str
    where: str
    values: tuple[str, ...]
    severity: Severity

    @property
    def named(self) -> tuple[str, ...]:
        """The columns it names."""
        return (self.column, self.where)


class Owner(RowCheck):
    """What an identity number that is right says of its owner, against what stands beside it; the problem stands at `column`."""

    check: Literal["owner"]
    code: str
    number: str
    column: str
    says: Literal["sex", "birth_month"]
    words: dict[Literal["male", "female"], str] = Field({}, description="For `sex`: the codes of the column.")

    @property
    def named(self) -> tuple[str, ...]:
        """The columns it names."""
        return (self.number, self.column)


class Repeated(RowCheck):
    """A row that repeats an earlier one of its file in all the columns named. The problem stands at `at`."""

    check: Literal["repeated"]
    code: str
    columns: tuple[str, ...]
    at: str
    severity: Severity | None = Field(None, description="Where it departs from the code's own.")
    blocks: Literal["row", "cell"] = Field("row", description="What does not count where it blocks: the whole row, or the cell at `at` alone.")

    @property
    def named(self) -> tuple[str, ...]:
        """The columns it names."""
        return (*self.columns, self.at)

    @property
    def needed(self) -> tuple[str, ...]:
        """The columns without which it is not asked; those that a layout lacks do not tell rows apart."""
        return (self.at,)


class Copied(RowCheck):
    """The same words in rows that are not the same matter (`differs` is not equal): must be explained; the problem stands at the later ones."""

    check: Literal["copied"]
    code: str
    column: str
    differs: tuple[str, ...]
    rows: int = Field(2, description="How many rows must share the words: some words are said of every second matter.")

    @property
    def named(self) -> tuple[str, ...]:
        """The columns it names."""
        return (self.column, *self.differs)


class Dragged(RowCheck):
    """Numbers that grow by one from row to row, `rows` of them at least, where nothing counts: a cell was dragged down. The problem stands at the second."""

    check: Literal["dragged"]
    code: str
    columns: tuple[str, ...] = Field(description="Each is looked at by itself.")
    rows: int = Field(5, ge=3)

    @property
    def named(self) -> tuple[str, ...]:
        """The columns it names."""
        return self.columns

    @property
    def needed(self) -> tuple[str, ...]:
        """None: each column is looked at by itself."""
        return ()


class Namesake(RowCheck):
    """The same name in two rows whose `differs` are not equal: two persons, or a slip; the problem stands at the first and points at the other."""

    check: Literal["namesake"]
    code: str
    column: str
    differs: str

    @property
    def named(self) -> tuple[str, ...]:
        """The columns it names."""
        return (self.column, self.differs)


class Burst(RowCheck):
    """Moments that follow each other faster than matters do: `rows` and more, each within `seconds` of the one before. It stands at all but the first."""

    check: Literal["burst"]
    code: str
    column: str
    rows: int
    seconds: int

    @property
    def named(self) -> tuple[str, ...]:
        """The columns it names."""
        return (self.column,)
