"""The two dbt calls of a run, in this process, into the run's own candidate: facts and grids; then, behind the check results, all that follows from them.

The caller has exported the run's variables (`settings.export`) and written its lists. Unit tests of models belong to the tests of the project, not to each run.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from warehouse import parsed_project
from warehouse.parsed_project import PROJECT
from warehouse.run import Run

if TYPE_CHECKING:
    from dbt.artifacts.schemas.run import RunResult
    from dbt_common.events.base_types import EventMsg

RESULTS = "path:models/results"  # verdicts, and what may come of them; everything else is there before the checks
PARSED = "partial_parse.msgpack"
REPORT = "run_results.json"  # of a call, as dbt itself writes it
BAD = frozenset({"error", "fail", "runtime error", "partial success"})  # dbt's words; what is skipped has its reason elsewhere

Part = Literal["facts", "results"]
PARTS: tuple[Part, ...] = ("facts", "results")


@dataclass(frozen=True)
class FailedNode:
    """A model, seed or test that failed, with what dbt says of it."""

    name: str
    status: str
    message: str


@dataclass(frozen=True)
class BuildResult:
    """How a call ended. `events` are dbt's own, in order, for whoever shows node by node how it went."""

    part: Part
    success: bool
    failed: tuple[FailedNode, ...]
    events: tuple["EventMsg", ...]


def facts(run: Run, project: Path = PROJECT) -> BuildResult:
    """Build seeds, staging, facts and completeness grids: everything that does not need the check results."""
    return call(run, "facts", project)


def results(run: Run, project: Path = PROJECT) -> BuildResult:
    """Build what follows from the check results: verdicts, indicators."""
    return call(run, "results", project)


def call(run: Run, part: Part, project: Path) -> BuildResult:
    """One dbt call. A failing node or project is a result; an interruption by the user goes on its way."""
    from dbt.adapters.duckdb.connections import DuckDBConnectionManager  # dbt takes seconds to load
    from dbt.artifacts.schemas.run import RunExecutionResult
    from dbt.cli.main import dbtRunner

    events: list[EventMsg] = []
    try:
        result = dbtRunner(manifest=parsed_project.manifest(project), callbacks=[partial(keep_results, events)]).invoke(arguments(run, part, project))
    finally:
        # else this process keeps the file open for writing, and no other may read it
        DuckDBConnectionManager.close_all_connections()  # type: ignore[no-untyped-call]
    if result.exception and not isinstance(result.exception, Exception):
        raise result.exception  # dbt swallows KeyboardInterrupt too
    failed: tuple[FailedNode, ...] = ()
    if isinstance(result.result, RunExecutionResult):
        result.result.write(str(run.target(part) / REPORT))
        failed = failed_nodes(result.result.results)
    if result.exception:
        failed = (FailedNode("dbt", "error", str(result.exception)), *failed)
    return BuildResult(part, result.success, failed, tuple(events))


def keep_results(events: "list[EventMsg]", event: "EventMsg") -> None:
    """Keep the events that tell how a node ended; the thousands of others say nothing of the graph."""
    if event.info.name.endswith("Result"):
        events.append(event)


def arguments(run: Run, part: Part, project: Path) -> list[str]:
    """The words of a call. Everything dbt writes goes below the run's work folder; nothing is printed, the events tell it."""
    parsed = run.target("facts") / PARSED
    return [
        *("build", "--exclude" if part == "facts" else "--select", RESULTS, "--exclude-resource-type", "unit_test"),
        *("--project-dir", str(project), "--profiles-dir", str(project)),
        *("--target-path", str(run.target(part)), "--log-path", str(run.work / "log")),
        *(("--partial-parse-file-path", str(parsed)) if parsed.exists() else ()),  # the second call need not parse again
        *("--quiet", "--log-level", "none", "--no-write-json"),  # else it writes its whole graph too, which nobody reads
    ]


def failed_nodes(found: "Sequence[RunResult]") -> tuple[FailedNode, ...]:
    """The nodes that failed."""
    return tuple(FailedNode(one.node.name, str(one.status), one.message or "") for one in found if one.status in BAD)
