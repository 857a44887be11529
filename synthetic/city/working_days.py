"""Days on which offices are open: Monday to Friday. Holidays are no days off in the made-up city."""

from datetime import date, timedelta

FRIDAY, DAYS_OF_A_WEEKEND = 4, 2


def working_day(day: date) -> date:
    """The day itself, or the Friday before its weekend; the Monday after it where that Friday is of the month before."""
    after_friday = max(0, day.weekday() - FRIDAY)
    return day - timedelta(days=after_friday) if day.day > after_friday else day + timedelta(days=DAYS_OF_A_WEEKEND + 1 - after_friday)
