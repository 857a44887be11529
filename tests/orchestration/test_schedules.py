"""Schedules: each starts the path in its own name when there is news."""

import dagster as dg
import pytest

from orchestration.request import By, Request
from orchestration.schedules import SCHEDULES
from warehouse.folder import Folder


@pytest.mark.parametrize("schedule", SCHEDULES, ids=lambda schedule: schedule.name)
def test_a_morning_with_news_starts_the_path(schedule: dg.ScheduleDefinition, folder: Folder, history: dg.DagsterInstance) -> None:
    """The run's tags say that a schedule started it."""
    assert not folder.current.exists()  # nothing is published: that is news
    with dg.build_schedule_context(instance=history) as morning:
        (asked,) = schedule.evaluate_tick(morning).run_requests or ()

    assert Request.of(asked.tags) == Request(By.SCHEDULE)
