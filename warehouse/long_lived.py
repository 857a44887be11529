"""How seldom Python looks for unreachable objects in a process that holds what dbt, Dagster and Great Expectations build once and keep to its end."""

import gc

NEW_OBJECTS = 50_000  # Python's own 700 walks those graphs some two thousand times in one run of the path: an eighth of its time


def collect_seldom() -> None:
    """For the whole process. Objects that nothing refers to still go at once; only circles of them wait."""
    gc.set_threshold(NEW_OBJECTS, 50, 100)
