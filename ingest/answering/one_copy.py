"""One marked copy: a delivery is checked again, what the build found is put beside, and its workbook marked. This is what a worker process does."""

from dataclasses import dataclass
from pathlib import Path

from catalog.catalog import load
from catalog.learned import Learned
from ingest.answering.violations import with_violations
from ingest.cells import Refused
from ingest.checking import check
from ingest.identifying import Delivery
from ingest.limits import Limits
from ingest.marking.handing_back import handed_back
from ingest.marking.mark import Marked
from ingest.marking.telling import told
from ingest.one_submission import LOST
from warehouse.archive import Archive, OriginalLost
from warehouse.event import Received
from warehouse.folder import Folder
from warehouse.violation import Violation

MACROS = "xlsm"


@dataclass(frozen=True)
class Job:
    """A delivery to be marked, with what the build found in it."""

    received: Received
    folder: Folder
    catalog: Path
    learned: Learned
    limits: Limits
    violations: tuple[Violation, ...]


@dataclass(frozen=True)
class Copy:
    """A marked copy, and the extension under which programs open it."""

    marked: Marked
    extension: str


def copy(job: Job) -> Copy | Refused | None:
    """Mark one delivery; None where nothing is wrong with it. Refused when its original is lost or it cannot be read any more."""
    received, catalog = job.received, load(job.catalog).having(job.learned)
    try:
        content = Archive(job.folder).open(received.sha256)
    except OriginalLost:
        return Refused(LOST)
    checked = check(content, Delivery(received.path, received.district, received.received_at.date()), catalog, job.limits)
    if checked.refusal:
        return checked.refusal
    checked = with_violations(checked, job.violations, catalog)
    if not checked.every_problem:
        return None
    return Copy(handed_back(content, received.path, told(checked, catalog), catalog.marking), f".{MACROS if checked.format == MACROS else 'xlsx'}")
