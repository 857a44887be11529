"""dbt's own report of a call: what it built and what failed, told apart from a report that another run left."""

from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ValidationError

from warehouse.build import BAD, PARTS, REPORT
from warehouse.finding import Finding
from warehouse.run import Run


class Arguments(BaseModel):
    """The part of a call's own words that says whose call it was."""

    target_path: Path


class Node(BaseModel):
    """One node of a call."""

    unique_id: str
    status: str
    message: str | None = None

    @property
    def kind(self) -> str:
        """What it is: model, seed, test."""
        return self.unique_id.split(".", 1)[0]

    @property
    def name(self) -> str:
        """Its name; a model's and a seed's is their table's."""
        return self.unique_id.rsplit(".", 1)[-1]


class Report(BaseModel):
    """A call, as dbt wrote it down at its end."""

    args: Arguments
    results: tuple[Node, ...]


@dataclass(frozen=True)
class Built:
    """What both calls of a run say together: the tables of models, those of seeds, and what speaks against them."""

    models: frozenset[str]
    seeds: frozenset[str]
    findings: tuple[Finding, ...]


def built(run: Run) -> Built:
    """Read the reports of the run's calls. A call without its report and a failed node are findings."""
    reports = {part: of_call(run.target(part)) for part in PARTS}
    nodes = [node for report in reports.values() if report for node in report.results]
    return Built(
        models=frozenset(node.name for node in nodes if node.kind == "model" and node.status not in BAD),
        seeds=frozenset(node.name for node in nodes if node.kind == "seed" and node.status not in BAD),
        findings=(
            *(Finding("dbt_missing", part, "no report of this run") for part, report in reports.items() if report is None),
            *(Finding("dbt_failed", node.unique_id, node.message or node.status) for node in nodes if node.status in BAD),
        ),
    )


def of_call(target: Path) -> Report | None:
    """The report in a call's target folder; None when it is missing, cut, or tells of a call into another folder."""
    try:
        report = Report.model_validate_json((target / REPORT).read_bytes())
    except (FileNotFoundError, ValidationError):
        return None
    return report if report.args.target_path == target else None
