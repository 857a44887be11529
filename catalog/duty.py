"""Duties: who owes which ledger, how often, and by when."""

from datetime import date, timedelta
from typing import Literal, Self

from pydantic import Field, model_validator

from catalog.campaign import Campaign
from catalog.declared import Declared, Model
from catalog.period import Cadence, Period
from catalog.unit import Level

Filer = Literal["district", "city"]


class Duty(Declared):
    """What every filer owes of one ledger."""

    ledger: str
    filers: tuple[Filer, ...] = Field(description="district: the ten offices; city: 市本级.")
    every: Cadence
    due_days: int = Field(description="Days after the period's end; a day that is no working day moves to the next one.")
    during: str | None = Field(None, description="The campaign in whose periods it is owed, from the one of its first day to that of its last.")
    first_period: str = Field("", description="Where it is owed in no campaign: the first period, and the last one.")
    last_period: str = ""
    content: dict[Level, Cadence] = Field(
        {}, description="One level below the file: each of these units has a row or a nil statement in each of these periods."
    )
    nil_required: bool = False
    cumulative: bool = False
    as_of: tuple[str, ...] = Field((), description="A state on a day, not what happened in a period: the days (month-day); the period is the month of each.")
    form: str | None = Field(None, description="The number of the statistical form it fills.")
    status: Literal["read", "assumed"] = Field(description="read: in the plan or another source; assumed: our proposal until the bureau decides.")
    clause: str
    note: str = ""

    @model_validator(mode="after")
    def periods_are_of_its_cadence(self) -> Self:
        """The first and the last period are written as the cadence asks, or follow from a campaign."""
        for code in (self.first_period, self.last_period):
            if bool(code) == bool(self.during):
                raise ValueError("name the campaign with `during`, or `first_period` and `last_period`")
            if code and Period.parse(code).cadence != self.cadence:
                raise ValueError(f"{code!r} is no {self.cadence}")
        return self

    @property
    def cadence(self) -> Cadence:
        """The cadence of its periods; those of a state on a day are months."""
        return "month" if self.as_of else self.every

    def over(self, campaign: Campaign) -> Self:
        """The duty with the periods that follow from the campaign in which it is owed."""
        periods = {
            "first_period": Period.of(campaign.first_on, self.cadence).code,
            "last_period": Period.of(campaign.last_on, self.cadence).code,
        }
        return self.model_copy(update=periods)

    def periods(self, last: date) -> tuple[Period, ...]:
        """The periods owed, from the first to the last declared, each from its first day on."""
        periods = Period.parse(self.first_period).until(min(last, Period.parse(self.last_period).end))
        if not self.as_of:
            return tuple(periods)
        months = {int(day.split("-")[0]) for day in self.as_of}
        return tuple(period for period in periods if period.start.month in months)

    def state_in(self, period: Period) -> Period | None:
        """The month of the day whose state is owed, where exactly one such day lies in a period."""
        days = [day for day in self.days_near(period.start) if period.start <= day <= period.end]
        return Period.of(days[0], "month") if len(days) == 1 else None

    def state_near(self, day: date) -> Period | None:
        """The month of the day whose state is owed that lies nearest to another; of two equally near the earlier. None where no state is owed."""
        days = sorted(self.days_near(day), key=lambda owed: (abs(owed - day), owed))
        return Period.of(days[0], "month") if days else None

    def days_near(self, day: date) -> list[date]:
        """The days whose state is owed, from the year before to the year after."""
        return [date.fromisoformat(f"{year}-{owed}") for year in range(day.year - 1, day.year + 2) for owed in self.as_of]


class Resubmission(Model):
    """When a later file of the same unit, ledger and period replaces the live one, adds to it, or waits for a person."""

    replaces_from: float = Field(description="It replaces when it carries at least this share of the live records.")
    loses_at_most: float = Field(description="A correction that would lose more than this share of the live records waits.")
    status: Literal["read", "assumed"]


class DutyFile(Model):
    """All duties, and what is not owed but taken as it comes."""

    duties: tuple[Duty, ...]
    as_it_comes: tuple[str, ...] = ()
    resubmission: Resubmission


class WorkingDays(Model):
    """Departures from the kept library of Chinese working days: a notice of the State Council that it does not know yet."""

    source: str
    extra_working: tuple[date, ...] = ()
    extra_off: tuple[date, ...] = ()


def day_after(period: Period, days: int) -> date:
    """The calendar day `days` after the period's end, before it is moved to a working day."""
    return period.end + timedelta(days=days)
