"""What every declaration has in common: it cannot be changed in memory, it knows no unknown keys, it has a beginning and an end."""

from datetime import date

from pydantic import BaseModel, ConfigDict

BEGINNING = date(2023, 4, 1)  # the campaign's first day (plan_2023, part 3): nothing is declared before it


class Model(BaseModel):
    """A part of a declaration."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Declared(Model):
    """A declaration in force from `since` to `until` (both included; open when absent). The past is never edited: end it, declare anew."""

    since: date = BEGINNING
    until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the declaration is in force on a day."""
        return self.since <= day and (self.until is None or day <= self.until)
