"""The clock of the door, in Chinese time: the packages are told what time it is."""

from datetime import date, datetime, time

from warehouse.event import CHINA
from warehouse.settings import Settings


def now() -> datetime:
    """This moment."""
    return datetime.now(CHINA)


def today(settings: Settings, asked: date | None = None) -> date:
    """The day that counts as today: asked for, else set, else the clock's."""
    return asked or settings.today or now().date()


def end_of(day: date) -> datetime:
    """A day's last moment: what happened on it counts."""
    return datetime.combine(day, time.max, CHINA)
