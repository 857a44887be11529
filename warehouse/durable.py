"""Writing so that a power cut leaves the old or the new, never half: to a temporary name, synced, then renamed."""

import os
from collections.abc import Sequence
from pathlib import Path


def replace(file: Path, content: bytes) -> None:
    """Put content into the place of a file in one step. Not synced: for what is derived and can be made again."""
    temporary = file.with_name(f".{file.name}.{os.getpid()}")
    temporary.write_bytes(content)
    temporary.replace(file)


def sync_files(files: Sequence[Path]) -> None:
    """Make the bytes of files durable: one by its own sync, several by one of the file system."""
    if len(files) > 1:
        os.sync()
        return
    for one in files:
        with one.open("rb") as file:
            os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
