"""Files that a person names, read, checked or marked and not received: each in a worker process, so that one that kills it is an answer too."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from catalog.catalog import Catalog, load_having
from catalog.learned import Learned
from ingest import allowed
from ingest.cells import Refused
from ingest.checked import CheckedFile
from ingest.checking import check, check_all
from ingest.identifying import Delivery
from ingest.limits import Limits
from ingest.marking.handing_back import handed_back
from ingest.marking.mark import Marked
from ingest.marking.telling import told
from ingest.pool import in_groups
from ingest.reading import ReadFile, read
from warehouse.settings import Settings

Answer = TypeVar("Answer")


@dataclass(frozen=True)
class Named:
    """A file with its bytes."""

    delivery: Delivery
    content: bytes

    @property
    def sha256(self) -> str:
        """The hash of its bytes."""
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True)
class Job:
    """A file, by which declarations, within which limits."""

    named: Named
    catalog: Path
    learned: Learned
    limits: Limits


def read_files(files: Sequence[Named], catalog: Catalog, settings: Settings) -> list[ReadFile]:
    """What stands where in each file, in the order given."""
    found = in_workers(read_here, files, catalog, settings)
    return [one if isinstance(one, ReadFile) else ReadFile(file.delivery.path, file.sha256, None, one) for file, one in zip(files, found, strict=True)]


def check_files(files: Sequence[Named], catalog: Catalog, settings: Settings) -> list[CheckedFile]:
    """What each file says and what is wrong with it, in the order given, which is that of receipt."""
    found = in_workers(check_here, files, catalog, settings)
    checked = {
        file.delivery: one if isinstance(one, CheckedFile) else CheckedFile(file.delivery.path, file.sha256, None, "unidentified", refusal=one)
        for file, one in zip(files, found, strict=True)
    }
    in_order = [(file.delivery, file.content) for file in files]
    return list(check_all(in_order, catalog, check_one=lambda _content, delivery, _catalog, _limits: checked[delivery]))


def mark_file(file: Named, catalog: Catalog, settings: Settings) -> Marked | Refused:
    """The marked copy of a file; Refused where it cannot be read."""
    return in_workers(mark_here, [file], catalog, settings)[0]


def read_here(job: Job) -> ReadFile:
    """Read one file in this process: what a worker does."""
    return read(job.named.content, job.named.delivery.path, load_having(job.catalog, job.learned), job.limits)


def check_here(job: Job) -> CheckedFile:
    """Check one file in this process: what a worker does."""
    return check(job.named.content, job.named.delivery, load_having(job.catalog, job.learned), job.limits)


def mark_here(job: Job) -> Marked | Refused:
    """Check one file in this process and mark its copy: what a worker does."""
    catalog, named = load_having(job.catalog, job.learned), job.named
    checked = check(named.content, named.delivery, catalog, job.limits)
    return checked.refusal or handed_back(named.content, named.delivery.path, told(checked, catalog), catalog.marking)


def in_workers(function: Callable[[Job], Answer], files: Sequence[Named], catalog: Catalog, settings: Settings) -> list[Answer | Refused]:
    """The answer about each file, in the order given; Refused where its worker died or did not end."""
    jobs = [Job(file, catalog.home, catalog.learned, allowed.to_files(settings)) for file in files]
    answers = {id(one.job): one.answer for group in in_groups(function, jobs, settings.workers, allowed.to_workers(settings)) for one in group}
    return [answers[id(job)] for job in jobs]
