"""Balances (勾稽关系): what a ledger declares must add up, or be no more than another, in a row of counts or among the figures of a form."""

from typing import Literal

from pydantic import Field

from catalog.row_check import RowCheck


class AddsUp(RowCheck):
    """A count is the sum of its parts beside it; asked where all of them are filed. The problem stands at the total."""

    check: Literal["adds_up"]
    code: str
    total: str
    parts: tuple[str, ...]

    @property
    def named(self) -> tuple[str, ...]:
        """The columns it names."""
        return (self.total, *self.parts)


class NotAbove(RowCheck):
    """A count is no more than the one that it is part of; the problem stands at the part."""

    check: Literal["not_above"]
    code: str
    part: str
    whole: str

    @property
    def named(self) -> tuple[str, ...]:
        """The columns it names."""
        return (self.part, self.whole)


class FiguresCheck(RowCheck):
    """What holds among the figures of a form that share `by` and differ in `column`."""

    figure: str = Field(description="The column of numbers.")
    by: tuple[str, ...]
    column: str
    where: dict[str, tuple[str, ...]] = Field({}, description="Only figures with one of these words in these columns.")

    @property
    def named(self) -> tuple[str, ...]:
        """The columns it names."""
        return (self.figure, *self.by, self.column, *self.where)


class FiguresAddUp(FiguresCheck):
    """The figure under `total` is the sum of those under `parts`; asked where all of them are numbers. The problem stands at the total."""

    check: Literal["figures_add_up"]
    code: str
    total: str
    parts: tuple[str, ...]


class FiguresNotAbove(FiguresCheck):
    """The figure under `part` is no more than the one under `whole`; the problem stands at the part."""

    check: Literal["figures_not_above"]
    code: str
    part: str
    whole: str
