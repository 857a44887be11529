"""Indicators: numerator and denominator with their coverage, never a bare percentage."""

from typing import Literal

from pydantic import Field

from catalog.declared import Declared


class Indicator(Declared):
    """One figure per unit and period. A row of `of` counts where `counts` is true, is in the denominator where it is not null, unreadable where it is null."""

    id: str
    title: str
    definition: str = Field(description="In Chinese, as it stands beside the figure.")
    clause: str
    unit: Literal["件", "次", "比率"] = Field(description="比率: numerator over denominator; else the numerator alone.")
    of: str = Field(description="The fact; it has unit_code and period.")
    counts: str = Field(description="SQL over the fact's columns: true, false, or null where it cannot be read.")
    among: str = Field("true", description="SQL: the rows it is asked of.")
    carries_forward: bool = Field(False, description="Rows carried over for a unit that has not filed count too, and are counted beside as carried_forward.")
    ledgers: tuple[str, ...] = Field(description="The ledgers whose returns make its coverage.")
    better: Literal["more", "less"] | None = None
