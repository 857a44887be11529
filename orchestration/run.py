"""`fengqiao run` as a run of Dagster's: in this process, on the same history that the sensor, the schedules and the page write to."""

import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

import dagster as dg

from orchestration.definitions import defs
from orchestration.passage import Passage, begin
from orchestration.processes import close_dead_runs, mine
from orchestration.request import JOB, Request
from orchestration.tell import Tell, silence
from warehouse.folder import Folder
from warehouse.lock import hold
from warehouse.settings import Settings, export

SILENT = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}  # the history has every event; the terminal is the door's
INTERRUPTED = "DagsterExecutionInterruptedError"

End = Literal["done", "failed", "stopped"]


@dataclass(frozen=True)
class Failure:
    """The step that failed (`path`: none of them, the run around them), the class of what was raised, and its words."""

    step: str
    kind: str
    words: str


@dataclass(frozen=True)
class Outcome:
    """How a run ended, what it did until then, the seconds of each step that came to its end, and of Dagster around them."""

    run_id: str
    end: End
    failures: tuple[Failure, ...]
    seconds: dict[str, float]
    passage: Passage


def run(settings: Settings, request: Request, now: datetime, tell: Tell = silence) -> Outcome:
    """Take the path once. warehouse.lock.Busy when another run holds the data folder."""
    export(settings)
    with hold(Folder(settings.home), request.by), dg.DagsterInstance.get() as instance:
        close_dead_runs(instance)
        run_id = str(uuid.uuid4())
        passage = begin(settings, request, run_id, now, tell)
        began = time.monotonic()
        result = defs.resolve_job_def(JOB).execute_in_process(
            instance=instance,
            run_id=run_id,
            tags=request.tags | mine(),
            run_config=SILENT,
            resources={"passage": passage},
            raise_on_error=False,
        )
        failures = tuple(failed(result))
        stopped = any(failure.kind == INTERRUPTED for failure in failures)
        if stopped:
            instance.report_run_canceled(result.dagster_run, "stopped by hand")
    spent = passage.seconds | {"dagster": time.monotonic() - began - sum(passage.seconds.values())}
    return Outcome(run_id, "done" if result.success else "stopped" if stopped else "failed", failures, spent, passage)


def failed(result: dg.ExecuteInProcessResult) -> Iterator[Failure]:
    """What failed, each with the first cause: Dagster wraps what a body raises."""
    for event in result.all_events:
        error = event.step_failure_data.error if event.is_step_failure else event.job_failure_data.error if event.is_job_failure else None
        while error and error.cause:
            error = error.cause
        if error:
            yield Failure(event.step_key or JOB, error.cls_name or "", error.message.strip())
