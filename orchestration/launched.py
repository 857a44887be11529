"""The passage of a run that Dagster launched: from the sensor, a schedule, the page.

Every step takes it as a resource, so no step works without the lock on the data folder, and all of them work on one catalog and one day.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime

import dagster as dg

from orchestration.passage import Passage, begin
from orchestration.processes import mine
from orchestration.request import Request
from warehouse.event import CHINA
from warehouse.folder import Folder
from warehouse.lock import Busy, hold
from warehouse.settings import load_settings


@dg.resource(description="The run's data folder, held until it ends; its day and its catalog.")
@contextmanager
def launched(context: dg.InitResourceContext) -> Iterator[Passage]:
    """Wait for the data folder, saying for whom, and keep it until the run ends."""
    run, instance = context.run, context.instance
    if run is None or instance is None:
        raise dg.DagsterInvariantViolationError("the path runs as a job, not by pieces")
    instance.add_run_tags(run.run_id, mine())
    settings, request = load_settings(), Request.of(run.tags)
    with ExitStack() as while_it_lasts:
        try:
            while_it_lasts.enter_context(hold(Folder(settings.home), request.by))
        except Busy as busy:
            dg.get_dagster_logger().warning("waiting: %s, since %s", busy, busy.since)
            while_it_lasts.enter_context(hold(Folder(settings.home), request.by, wait=True))
        record = instance.get_run_record_by_id(run.run_id)
        yield begin(settings, request, run.run_id, record.create_timestamp if record else datetime.now(CHINA))
