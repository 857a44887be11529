"""Row checks: what a ledger declares must hold between the cells of a row, and between rows of one table. Each names its problem code and its columns."""

from typing import Annotated, Literal

from pydantic import Field

from catalog.declared import Model
from catalog.severity import Severity


class Order(Model):
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


class Contradiction(Model):
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


class Repeated(Model):
    """A row that repeats an earlier one of its file in all the columns named; where it blocks, the row as a whole. The problem stands at `at`."""

    check: Literal["repeated"]
    code: str
    columns: tuple[str, ...]
    at: str

    @property
    def named(self) -> tuple[str, ...]:
        """The columns it names."""
        return (*self.columns, self.at)


class Copied(Model):
    """The same words in two rows that are not the same matter (`differs` is not equal): must be explained; the problem stands at the later one."""

    check: Literal["copied"]
    code: str
    column: str
    differs: tuple[str, ...]

    @property
    def named(self) -> tuple[str, ...]:
        """The columns it names."""
        return (self.column, *self.differs)


class Dragged(Model):
    """Numbers that grow by one from row to row, `rows` of them at least, where nothing counts: a cell was dragged down. The problem stands at the second."""

    check: Literal["dragged"]
    code: str
    columns: tuple[str, ...] = Field(description="Each is looked at by itself.")
    rows: int = Field(5, ge=3)

    @property
    def named(self) -> tuple[str, ...]:
        """The columns it names."""
        return self.columns


Check = Annotated[Order | Contradiction | Repeated | Copied | Dragged, Field(discriminator="check")]
