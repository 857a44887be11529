"""When the path runs without anybody asking: the mornings after returns fall due. A schedule only starts the path, and only when there is news."""

import dagster as dg

from orchestration.request import JOB, By, Request
from orchestration.sensor import what_is_new

TIME_ZONE = "Asia/Shanghai"
MORNINGS = {
    "weekly_screening": ("0 6 * * 1", "After each week: villages screen weekly (plan_2023, part 2, item 1)."),
    "monthly_ledgers": ("0 6 6 * *", "After the 5th, when the monthly ledgers are due (catalog/duties.yml)."),
    "quarterly_returns": ("0 6 11 1,4,7,10 *", "After the 10th of a quarter's first month, when the quarterly returns are due."),
}

SCHEDULES = [
    dg.ScheduleDefinition(
        name=name,
        job_name=JOB,
        cron_schedule=cron,
        execution_timezone=TIME_ZONE,
        tags=Request(By.SCHEDULE).tags,
        should_execute=lambda _: bool(what_is_new()),
        description=description,
        default_status=dg.DefaultScheduleStatus.RUNNING,
    )
    for name, (cron, description) in MORNINGS.items()
]
