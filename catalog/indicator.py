"""Indicators: numerator and denominator with their coverage, never a bare percentage."""

from datetime import date
from decimal import Decimal
from typing import Literal, Self

from pydantic import Field, model_validator

from catalog.declared import Declared, Model

RATIO = "比率"
MONEY = "元"


class Target(Model):
    """A share that is to be reached by a day."""

    ratio: Decimal = Field(gt=0, le=1, max_digits=7, decimal_places=6)
    by: date


class Indicator(Declared):
    """One figure per unit and period. A row of `of` counts where `counts` is true, is in the denominator where it is not null, unreadable where it is null.

    A record that breaks a rule of severity block counts nowhere, and is counted beside as blocked.
    """

    id: str
    title: str
    definition: str = Field(description="In Chinese, as it stands beside the figure.")
    numerator: str | None = Field(None, description="Of a share: what stands above the line, in the definition's own words.")
    denominator: str | None = Field(None, description="Of a share: what stands below it, in the definition's own words.")
    clause: str
    unit: Literal["件", "次", "人", "人次", "个", "场", "元", "比率"] = Field(
        description="比率: numerator over denominator; else the numerator alone; 元: the numerator is in fen, the value in yuan."
    )
    of: str = Field(
        description="The fact; it has unit_code and period. One that has valid_from_on and valid_to_on counts in each month on whose last day it stands."
    )
    period_column: str = Field("period", description="The column that says in which period a row counts.")
    dated_by: str | None = Field(
        None, description="The date that says in which month or year a row counts; of a row without it, the one in which the period of its return ends."
    )
    per: Literal["month", "year"] = Field("month", description="What it is told for; year: of a ledger that is owed by the year, or of what holds for one.")
    valid_on: bool = Field(False, description="The fact is a state that holds until the next roster: a row counts in each month on whose last day it stands.")
    counts: str = Field("true", description="SQL over the fact's columns: true, false, or null where it cannot be read.")
    sums: str | None = Field(None, description="A column that is added up (money: in fen) instead of rows being counted; null where it cannot be read.")
    over: str | None = Field(None, description="Of a share of sums: the column that is added up below the line.")
    among: str = Field("true", description="SQL: the rows it is asked of.")
    carries_forward: bool = Field(False, description="Rows carried over for a unit that has not filed count too, and are counted beside as carried_forward.")
    ledgers: tuple[str, ...] = Field(description="The ledgers whose returns make its coverage.")
    better: Literal["more", "less"] | None = None
    target: Target | None = Field(None, description="What a share is to reach; the figure then tells the distance.")

    @property
    def is_ratio(self) -> bool:
        """Numerator over denominator, not the numerator alone."""
        return self.unit == RATIO

    @property
    def is_money(self) -> bool:
        """Fen are added up."""
        return self.unit == MONEY

    @property
    def adds_fen(self) -> bool:
        """Money is added up: the figure itself, or what stands above and below the line of a share."""
        return self.is_money or (self.sums or "").endswith("_fen")

    @model_validator(mode="after")
    def parts_fit(self) -> Self:
        """Money is added up; a share is of rows or of two sums; a share alone has a target, and two parts that its definition names."""
        if self.is_money and not self.sums:
            raise ValueError(f"{MONEY} asks for `sums`")
        if (self.over is not None) != (self.is_ratio and self.sums is not None):
            raise ValueError(f"`over` goes with `sums` of a {RATIO}")
        if self.target and not self.is_ratio:
            raise ValueError(f"a target is a share: `unit` is {RATIO}")
        parts = (self.numerator, self.denominator)
        if not all(part and part in self.definition if self.is_ratio else part is None for part in parts):
            raise ValueError("a share, and nothing else, names `numerator` and `denominator` in its definition's words")
        return self
