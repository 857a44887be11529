"""Campaigns: a stretch of days in phases, from which the periods of duties and their due days follow."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Self

from pydantic import Field, model_validator

from catalog.declared import Declared, Model


class Phase(Model):
    """Some days of a campaign, both ends included."""

    id: str
    title: str
    first_on: date
    last_on: date
    clause: str
    note: str = Field("", description="In Chinese: how the paper says it, where it names no day.")


class Campaign(Declared):
    """A campaign: its phases follow on one another without gap or overlap."""

    id: str
    title: str
    clause: str
    phases: tuple[Phase, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def phases_follow_on_one_another(self) -> Self:
        """Each day of the campaign lies in one phase."""
        for phase in self.phases:
            if phase.last_on < phase.first_on:
                raise ValueError(f"{phase.id} ends before it begins")
        for before, after in pairwise(self.phases):
            if before.last_on + timedelta(days=1) != after.first_on:
                raise ValueError(f"{after.id} does not begin on the day after {before.id} ends")
        return self

    @property
    def first_on(self) -> date:
        """Its first day."""
        return self.phases[0].first_on

    @property
    def last_on(self) -> date:
        """Its last day."""
        return self.phases[-1].last_on

    def phase(self, day: date) -> Phase | None:
        """The phase in which a day lies; None outside the campaign."""
        return next((phase for phase in self.phases if phase.first_on <= day <= phase.last_on), None)
