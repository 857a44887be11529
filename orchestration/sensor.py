"""The inbox sensor: looks for news every few seconds, and starts the path once the inbox is quiet."""

from datetime import datetime

import dagster as dg

from catalog.catalog import load
from orchestration.processes import ON_ITS_WAY, close_dead_runs
from orchestration.request import BATCH, JOB, By, Request
from warehouse.event import CHINA
from warehouse.folder import Folder
from warehouse.news import News, look
from warehouse.settings import load_settings

SECONDS = 10  # quiet after two looks alike, and a receipt within a minute of the drop
TRIES = 3  # a batch whose runs failed that often waits for something to change, or for a person


@dg.sensor(job_name=JOB, minimum_interval_seconds=SECONDS, default_status=dg.DefaultSensorStatus.RUNNING)
def inbox(context: dg.SensorEvaluationContext) -> dg.RunRequest | dg.SkipReason:
    """Starts the path when there is news and the inbox is quiet."""
    news = what_is_new()
    quiet = context.cursor == news.batch
    context.update_cursor(news.batch)
    if not news:
        return dg.SkipReason("nothing new")
    if not quiet:
        return dg.SkipReason("news, waiting until the inbox is quiet")
    return request(context.instance, news.batch)


def what_is_new() -> News:
    """The news of this moment."""
    settings = load_settings()
    return look(Folder(settings.home), load(), settings.today or datetime.now(CHINA).date())


def request(instance: dg.DagsterInstance, batch: str) -> dg.RunRequest | dg.SkipReason:
    """A run for a batch of news, unless some run is on its way or enough of them failed; Dagster itself never tries a run key twice."""
    close_dead_runs(instance)
    if instance.get_runs_count(dg.RunsFilter(job_name=JOB, statuses=ON_ITS_WAY)):
        return dg.SkipReason("a run is on its way, whoever started it: it takes in what is new")
    runs = instance.get_runs(dg.RunsFilter(tags={BATCH: batch}))
    if len(runs) >= TRIES:
        return dg.SkipReason(f"{TRIES} runs of this batch did not end well; it waits for a change or for a person")
    return dg.RunRequest(run_key=f"{batch}-{len(runs) + 1}", tags=Request(By.INBOX).tags | {BATCH: batch})
