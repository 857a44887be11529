"""Reports: which figures stand in a table that goes out, in which order, under which heads."""

from typing import Literal

from pydantic import Field

from catalog.declared import Model


class ReportFigure(Model):
    """An indicator as it stands in a report."""

    indicator: str
    title: str = Field(description="In Chinese, short enough for the head of a narrow column.")


class ReportGroup(Model):
    """Figures under one head. They rest on the same ledgers, so that one line says who is missing of all of them."""

    title: str
    figures: tuple[ReportFigure, ...] = Field(min_length=1)


class Report(Model):
    """One table: units down, figures across."""

    id: str
    title: str = Field(description="Over the table of the whole city.")
    title_of_unit: str = Field(description="Over the table of one {unit}.")
    every: Literal["month"]
    groups: tuple[ReportGroup, ...] = Field(min_length=1)

    @property
    def figures(self) -> tuple[ReportFigure, ...]:
        """All figures, from left to right."""
        return tuple(figure for group in self.groups for figure in group.figures)
