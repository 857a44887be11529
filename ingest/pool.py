"""Worker processes that read files, each held to its limits. A file that kills its worker, or never ends, is refused; its neighbours are read."""

import logging
import re
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, wait
from concurrent.futures import TimeoutError as TookTooLong
from dataclasses import dataclass
from typing import Generic, TypeVar

from pebble import ProcessExpired, ProcessPool

from ingest.cells import Refused
from warehouse.apart import CLEAN, Limits, hold_to, make_ready

LOG = logging.getLogger(__name__)
READ_BY_ONE_WORKER = 200  # files; after them the process is made anew, so that what libraries leak stays small
LOOK_SECONDS = 1.0  # how long one look waits for answers: whatever is done by then is a group of its own, a hanging file holds nobody up
PRELOADED = ["ingest.one_submission"]
FRAME = re.compile(r'File "([^"]+)", line (\d+)')

Job = TypeVar("Job")
Answer = TypeVar("Answer")


@dataclass(frozen=True)
class Done(Generic[Job, Answer]):
    """A job with its answer, or why there is none."""

    job: Job
    answer: Answer | Refused


def in_groups(function: Callable[[Job], Answer], jobs: Sequence[Job], workers: int, limits: Limits) -> Iterator[list[Done[Job, Answer]]]:
    """Call a module's function on every job in worker processes, and give the answers in groups as they come.

    `limits.seconds` holds for one job by the clock, `limits.memory` for a worker. A job that took too long is tried once more after the others:
    the machine may have stood still, and a refusal stays. Leaving the iterator early ends the workers.
    """
    if not jobs:
        return
    make_ready(PRELOADED)
    pool = ProcessPool(
        max_workers=min(workers, len(jobs)),
        max_tasks=READ_BY_ONE_WORKER,
        context=CLEAN,
        initializer=hold_to,
        initargs=(Limits(memory=limits.memory, written=limits.written),),  # a worker's time is not limited, its job's is
    )
    try:
        slow: list[Job] = []
        for group in tried(pool, function, jobs, limits.seconds):
            slow += [job for job, future in group if took_too_long(future)]
            if told := [done(job, future) for job, future in group if not took_too_long(future)]:
                yield told
        for group in tried(pool, function, slow, limits.seconds):
            yield [done(job, future) for job, future in group]
    finally:
        pool.stop()  # type: ignore[no-untyped-call]  # kills what still runs when the caller leaves; pebble does not annotate it
        pool.join()


def tried(pool: ProcessPool, function: Callable[[Job], Answer], jobs: Sequence[Job], seconds: float | None) -> Iterator[list[tuple[Job, "Future[Answer]"]]]:
    """Every job once, in groups as they end."""
    waiting: dict[Future[Answer], Job] = {pool.schedule(function, args=(job,), timeout=seconds): job for job in jobs}
    while waiting:
        ended, _ = wait(waiting, timeout=LOOK_SECONDS)
        if ended:
            yield [(waiting.pop(future), future) for future in ended]


def took_too_long(future: "Future[Answer]") -> bool:
    """Whether a job's time ran out."""
    return isinstance(future.exception(), TookTooLong)


def done(job: Job, future: Future[Answer]) -> Done[Job, Answer]:
    """A job with what it gave, or with the refusal that stands for how it ended."""
    error = future.exception()
    return Done(job, future.result() if error is None else refused(error))


def refused(error: BaseException) -> Refused:
    """Why a job has no answer. A fault of the reader is logged by its place, never by its words: they may quote a cell."""
    match error:
        case TookTooLong():
            return Refused("timeout")
        case MemoryError():
            return Refused("too_large")
        case ProcessExpired():
            LOG.error("a worker died while reading (exit code %s)", error.exitcode)
            return Refused("aborted")
        case _:
            LOG.error("the reader failed: %s at %s", type(error).__name__, place_of(error))
            return Refused("aborted")


def place_of(error: BaseException) -> str:
    """Where an exception was raised: file and line of the innermost frame, from the traceback that the worker sent as its cause."""
    frames = FRAME.findall(str(error.__cause__))
    return ":".join(frames[-1]) if frames else "an unknown place"
