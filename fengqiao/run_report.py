"""What is told of a run: one document for scripts, a few lines for people."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from fengqiao.messages import run as words

if TYPE_CHECKING:  # a run with nothing new is told of too, and loads none of these
    from ingest.answers import FileAnswer
    from ingest.intake import Partition
    from orchestration.run import Outcome

STATES = ("pass", "fail", "no_data", "did_not_run")


@dataclass(frozen=True)
class RunReport:
    """`run --json`. `damaged`: landing files that were no longer as written, so that their readings were made again; `planted`: files that count nowhere."""

    version: str | None
    published: bool = False
    as_of: datetime | None = None
    received: "tuple[FileAnswer, ...]" = ()
    partitions: "tuple[Partition, ...]" = ()
    checks: dict[str, int] = field(default_factory=lambda: dict.fromkeys(STATES, 0))
    withheld: tuple[str, ...] = ()
    left_alone: tuple[str, ...] = ()
    damaged: tuple[str, ...] = ()
    planted: tuple[str, ...] = ()
    seconds: dict[str, float] = field(default_factory=dict)
    dagster_run_id: str | None = None


def report(outcome: "Outcome") -> RunReport:
    """What a run did."""
    passage = outcome.passage
    published, intake, lists = passage.published, passage.intake, passage.lists
    return RunReport(
        version=published.version if published else None,
        published=published is not None,
        as_of=passage.request.as_of,
        received=intake.answers if intake else (),
        partitions=intake.partitions if intake else (),
        checks={state: passage.checks[state] for state in STATES},
        withheld=published.withheld if published else (),
        left_alone=tuple(f"{one.path}: {one.code}" for one in intake.left_alone) if intake else (),
        damaged=tuple(fault.place for fault in passage.damaged),
        planted=tuple(fault.place for fault in lists.planted) if lists else (),
        seconds={step: round(spent, 2) for step, spent in outcome.seconds.items()},
        dagster_run_id=outcome.run_id,
    )


def lines(told: RunReport) -> Iterator[str]:
    """The same for people."""
    yield words.RECEIVED.format(count=len(told.received))
    for answer in told.received:
        yield f"  {answer.file}：{became(answer)}"
    for place in told.damaged:
        yield words.DAMAGED.format(file=place)
    for place in told.planted:
        yield words.PLANTED.format(file=place)
    yield words.CHECKS.format(**told.checks)
    for reason in told.withheld:
        yield words.WITHHELD.format(reason=reason)
    if told.published:
        yield (words.AS_OF if told.as_of else words.PUBLISHED).format(version=told.version, as_of=told.as_of)
    yield words.SECONDS.format(seconds="、".join(f"{words.STEPS.get(step, step)} {spent:.1f}" for step, spent in told.seconds.items()))


def became(answer: "FileAnswer") -> str:
    """What became of a file, and how much is to be corrected in it."""
    if answer.kind == "duplicate":
        return words.DUPLICATE
    return words.DECISIONS[answer.decision] + (words.PROBLEMS.format(count=answer.problems) if answer.problems else "")
