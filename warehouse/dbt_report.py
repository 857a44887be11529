"""dbt's own report of a call: what it built and what failed, told apart from a report that another run left."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ValidationError

from warehouse.build import BAD, PARTS
from warehouse.finding import Finding
from warehouse.run import Run

NAME = "run_results.json"
STORED = ("model", "seed", "snapshot")  # kinds of nodes that leave a table


class Arguments(BaseModel):
    """The part of a call's own words that says whose call it was."""

    target_path: Path


class Node(BaseModel):
    """One node of a call."""

    unique_id: str
    status: str
    message: str | None = None
    relation_name: str | None = None

    @property
    def table(self) -> str | None:
        """The table it leaves; None for a test."""
        if self.unique_id.split(".")[0] not in STORED or not self.relation_name:
            return None
        return self.relation_name.rsplit(".", 1)[-1].strip('"')


class Report(BaseModel):
    """A call, as dbt wrote it down at its end."""

    args: Arguments
    results: tuple[Node, ...]


@dataclass(frozen=True)
class Built:
    """What both calls of a run say together."""

    tables: frozenset[str]
    findings: tuple[Finding, ...]


def built(run: Run) -> Built:
    """The tables that the run's calls built, and what speaks against them: a call without its report, a failed node."""
    tables: set[str] = set()
    findings: list[Finding] = []
    for part in PARTS:
        report = of_call(run.target(part))
        if report is None:
            findings.append(Finding("dbt_missing", part, "no report of this run"))
            continue
        findings += failed(report)
        tables |= {node.table for node in report.results if node.table and node.status not in BAD}
    return Built(frozenset(tables), tuple(findings))


def of_call(target: Path) -> Report | None:
    """The report in a call's target folder; None when it is missing, cut, or tells of a call into another folder."""
    try:
        report = Report.model_validate_json((target / NAME).read_bytes())
    except (FileNotFoundError, ValidationError):
        return None
    return report if report.args.target_path == target else None


def failed(report: Report) -> Iterator[Finding]:
    """The nodes that failed."""
    for node in report.results:
        if node.status in BAD:
            yield Finding("dbt_failed", node.unique_id, node.message or node.status)
