"""What the settings allow a file and the worker that reads it to take."""

from ingest.limits import MEGABYTE
from ingest.limits import Limits as FileLimits
from warehouse.apart import Limits as WorkerLimits
from warehouse.settings import Settings


def to_files(settings: Settings) -> FileLimits:
    """The limits of a file."""
    return FileLimits(file_bytes=settings.file_megabytes * MEGABYTE)


def to_workers(settings: Settings) -> WorkerLimits:
    """The limits of a worker process, its seconds those of one file."""
    return WorkerLimits(seconds=settings.read_seconds, memory=settings.read_megabytes * MEGABYTE)
