"""The pages of the dashboards: which figures stand on which, in which order, with which lamps; and how the states of a return are shown."""

from decimal import Decimal
from typing import Literal

from pydantic import Field

from catalog.declared import Model


class Lamp(Model):
    """Where a figure is good, and where it is to be watched; beyond, it warns. Which way is better, the indicator says."""

    good: Decimal = Field(max_digits=9, decimal_places=6)
    watch: Decimal = Field(max_digits=9, decimal_places=6)


class PageFigure(Model):
    """An indicator as it stands on the page."""

    indicator: str
    title: str = Field(description="In Chinese, short enough for a sixth of the page.")
    page: Literal["city", "network", "funding"] = Field("city", description="The page: the first one, organisations and people, or money.")
    opens: Literal["detail", "register", "network", "funding"] = Field("detail", description="The page that a click on it opens.")
    adds_up: bool = Field(False, description="Its months add up to the year so far; those of a stock do not.")
    ranked: bool = Field(False, description="Units are ranked by it.")
    lamp: Lamp | None = Field(None, description="Counts that are neither good nor bad have none.")


class ReturnState(Model):
    """How a state of a return is shown: a word, one character, and how heavily it weighs where several stand together."""

    state: str
    title: str
    mark: str = Field(min_length=1, max_length=1)
    weight: int


class Area(Model):
    """Where a unit stands on the schematic map."""

    unit: str = Field(description="The code of a reporting unit.")
    row: int = Field(ge=1)
    column: int = Field(ge=1)
    rows: int = Field(1, ge=1)
    columns: int = Field(1, ge=1)


class Page(Model):
    """What catalog/page.yml declares."""

    ranked_from: Decimal = Field(ge=0, le=1, max_digits=7, decimal_places=6)
    figures: tuple[PageFigure, ...]
    states: tuple[ReturnState, ...]
    areas: tuple[Area, ...]
