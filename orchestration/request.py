"""What a run is asked for. It travels as the run's tags, so a command, a sensor, a schedule and a click say it alike, and the history shows it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

JOB = "path"  # the one job
BY, TODAY, AS_OF, DISTRICTS, PERIODS, BATCH = (f"fengqiao/{name}" for name in ("by", "today", "as_of", "districts", "periods", "batch"))
BETWEEN = ","


class By(StrEnum):
    """Who starts runs."""

    COMMAND = "command"
    INBOX = "inbox"
    SCHEDULE = "schedule"
    PAGE = "page"


@dataclass(frozen=True)
class Request:
    """`today`: up to which day returns are due; None: the settings', else the day the run was made. `as_of`: only what was known by then; None: everything.

    `districts` and `periods` name the landing partitions to be read again, beside what is new; of one kind alone: all of the other.
    """

    by: By = By.PAGE
    today: date | None = None
    as_of: datetime | None = None
    districts: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()

    @property
    def day(self) -> date | None:
        """The day that is asked for: a past one is seen as it was seen then."""
        return self.today or (self.as_of.date() if self.as_of else None)

    @property
    def reads_again(self) -> bool:
        """Whether partitions are to be read again."""
        return bool(self.districts or self.periods)

    @property
    def tags(self) -> dict[str, str]:
        """The request as tags; what is not asked for is not there."""
        asked = {
            TODAY: self.today.isoformat() if self.today else "",
            AS_OF: self.as_of.isoformat() if self.as_of else "",
            DISTRICTS: BETWEEN.join(self.districts),
            PERIODS: BETWEEN.join(self.periods),
        }
        return {BY: self.by.value} | {tag: value for tag, value in asked.items() if value}

    @classmethod
    def of(cls, tags: Mapping[str, str]) -> "Request":
        """The request that a run's tags state; a run launched from the page states none. ValueError for a word or a date that is none."""
        return cls(
            by=By(tags.get(BY, By.PAGE)),
            today=date.fromisoformat(tags[TODAY]) if TODAY in tags else None,
            as_of=datetime.fromisoformat(tags[AS_OF]) if AS_OF in tags else None,
            districts=tuple(tags[DISTRICTS].split(BETWEEN)) if DISTRICTS in tags else (),
            periods=tuple(tags[PERIODS].split(BETWEEN)) if PERIODS in tags else (),
        )
