"""Checking files for the person who made them: each in a worker process with limits, so that one that kills its reader is refused like any other."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from catalog.catalog import Catalog, load
from ingest.cells import Refused
from ingest.checked import CheckedFile
from ingest.checking import check, check_all
from ingest.identifying import Delivery
from ingest.limits import MEGABYTE, Limits
from ingest.pool import in_groups
from warehouse.apart import Limits as ProcessLimits
from warehouse.settings import Settings


@dataclass(frozen=True)
class Job:
    """A file to be checked, by which declarations, within which limits."""

    delivery: Delivery
    content: bytes
    catalog: Path
    limits: Limits


def check_here(job: Job) -> CheckedFile:
    """Check one file in this process: what a worker does."""
    return check(job.content, job.delivery, load(job.catalog), job.limits)


def check_files(files: Sequence[tuple[Delivery, bytes]], catalog: Catalog, settings: Settings) -> list[CheckedFile]:
    """What each file says, in the order given, which is that of receipt; nothing is written anywhere."""
    limits = Limits(file_bytes=settings.file_megabytes * MEGABYTE)
    process = ProcessLimits(seconds=settings.read_seconds, memory=settings.read_megabytes * MEGABYTE)
    jobs = [Job(delivery, content, catalog.home, limits) for delivery, content in files]
    checked: dict[Delivery, CheckedFile] = {}
    for group in in_groups(check_here, jobs, settings.workers, process):
        checked |= {one.job.delivery: one.answer if isinstance(one.answer, CheckedFile) else not_read(one.job, one.answer) for one in group}
    return list(check_all(files, catalog, limits, lambda _content, delivery, _catalog, _limits: checked[delivery]))


def not_read(job: Job, refused: Refused) -> CheckedFile:
    """The answer for a file whose reading killed its worker, or did not end."""
    return CheckedFile(job.delivery.path, hashlib.sha256(job.content).hexdigest(), None, "unidentified", refusal=refused)
