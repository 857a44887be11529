"""One marked copy: a delivery is checked again, what the build found is put beside, and its workbook marked. This is what a worker process does."""

from dataclasses import dataclass
from pathlib import Path

from catalog.catalog import Catalog, load_having
from catalog.learned import Learned
from ingest.answering.explaining import explanation_of, holding
from ingest.answering.violations import with_violations
from ingest.cells import Refused
from ingest.checked import CheckedFile, Problem
from ingest.checking import check
from ingest.identifying import Delivery
from ingest.limits import Limits
from ingest.marking.handing_back import handed_back
from ingest.marking.mark import Marked
from ingest.marking.telling import is_settled, told
from ingest.one_submission import LOST
from ingest.protect import Protector
from warehouse import hash_key
from warehouse.archive import Archive, OriginalLost
from warehouse.decisions import explanations
from warehouse.event import Decided, Received
from warehouse.folder import Folder
from warehouse.violation import Violation

MACROS = "xlsm"


@dataclass(frozen=True)
class Job:
    """A delivery to be marked, with what the build found in it and what its office has explained."""

    received: Received
    folder: Folder
    catalog: Path
    learned: Learned
    limits: Limits
    violations: tuple[Violation, ...]
    explanations: tuple[Decided, ...]


@dataclass(frozen=True)
class Copy:
    """What goes back for one delivery: a marked copy, none where all is right or explained; and by which decisions it is."""

    marked: Marked | None
    extension: str
    violations: int
    explained: tuple[str, ...]
    explained_places: int


def copy(job: Job) -> Copy | Refused:
    """Mark one delivery. Refused when its original is lost or it cannot be read any more."""
    received, catalog = job.received, load_having(job.catalog, job.learned)
    try:
        content = Archive(job.folder).open(received.sha256)
    except OriginalLost:
        return Refused(LOST)
    checked = check(content, Delivery.of(received), catalog, job.limits)
    if checked.refusal:
        return checked.refusal
    checked = with_violations(checked, job.violations, catalog)
    explained = explained_in(checked, job, catalog)
    marking = told(checked, catalog, {problem: one.why for problem, one in explained.items()})
    settled = [problem for problem in explained if is_settled(problem, {problem: ""})]
    is_open = len(settled) < len(checked.every_problem)
    return Copy(
        marked=handed_back(content, received.path, marking, catalog.marking) if is_open else None,
        extension=f".{MACROS if checked.format == MACROS else 'xlsx'}",
        violations=sum(problem.code in catalog.rules for problem in checked.every_problem) - sum(problem.code in catalog.rules for problem in settled),
        explained=tuple(sorted({one.decision_id for one in explained.values()})),
        explained_places=sum(problem.severity == "explain" and problem.code not in catalog.rules for problem in settled),
    )


def explained_in(checked: CheckedFile, job: Job, catalog: Catalog) -> dict[Problem, Decided]:
    """The problems of a file whose explanation holds."""
    if not job.explanations:
        return {}
    protector = Protector(hash_key.read(job.folder.secrets), catalog.persons)
    return holding(explanation_of(checked, catalog, protector), explanations(job.explanations))
