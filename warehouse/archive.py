"""The archive: an original's bytes under their hash, written once, before anything else is done with them."""

import hashlib
import os
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from warehouse.durable import sync_files, sync_folder
from warehouse.fault import Fault
from warehouse.folder import PRIVATE, Folder

CHUNK = 1 << 20
GROUP = 50  # files per sync of the file system: 1 500 files synced one by one cost 26 s, in groups half a second
STAGED = ".staged-"


class OriginalLost(Exception):
    """An original is not in the archive, or its bytes are no longer those of its hash."""


@dataclass(frozen=True)
class Staged:
    """Bytes that stand in the archive under a temporary name: not kept yet."""

    sha256: str
    size: int
    temporary: Path


@dataclass(frozen=True)
class Archive:
    """The archive of a data folder."""

    folder: Folder

    @property
    def root(self) -> Path:
        """Where it stands."""
        return self.folder.archive

    def keep(self, source: bytes | Path) -> str:
        """Keep a file's or some bytes; gives their sha256. The same bytes again take their own place."""
        staged = self.stage(source)
        self.settle([staged])
        return staged.sha256

    def stage(self, source: bytes | Path) -> Staged:
        """Copy a file or bytes to a temporary name and hash them on the way: what is archived is what was read. OSError of this file alone."""
        descriptor, name = tempfile.mkstemp(prefix=STAGED, dir=self.root)  # 0600
        total, size = hashlib.sha256(), 0
        try:
            with os.fdopen(descriptor, "wb") as copy:
                for chunk in chunks(source):
                    total.update(chunk)
                    size += copy.write(chunk)
        except OSError:
            Path(name).unlink()
            raise
        return Staged(total.hexdigest(), size, Path(name))

    def settle(self, staged: Sequence[Staged]) -> None:
        """Give what was staged its place; after this it survives a power cut."""
        for first in range(0, len(staged), GROUP):
            group = staged[first : first + GROUP]
            sync_files([one.temporary for one in group])
            for one in group:
                place = self.place(one.sha256)
                place.parent.mkdir(mode=PRIVATE, exist_ok=True)
                one.temporary.rename(place)
            for folder in {self.place(one.sha256).parent for one in group}:
                sync_folder(folder)
            sync_folder(self.root)

    def sweep(self) -> None:
        """Remove what a killed run staged and never settled; only for the one writer."""
        for temporary in self.root.glob(f"{STAGED}*"):
            temporary.unlink()

    def open(self, sha256: str) -> bytes:
        """An original's bytes, checked against their hash. OriginalLost when they are gone or changed."""
        place = self.place(sha256)
        if not place.is_file():
            raise OriginalLost(f"{sha256} is not in the archive")
        content = place.read_bytes()
        if hashlib.sha256(content).hexdigest() != sha256:
            raise OriginalLost(f"{sha256} was changed in the archive")
        return content

    def verify(self, known: Sequence[str]) -> list[Fault]:
        """The originals, of those whose hashes are known, that are gone or changed."""
        return [fault for sha256 in sorted(set(known)) for fault in self._wrong(sha256)]

    def _wrong(self, sha256: str) -> Iterator[Fault]:
        place = self.place(sha256)
        where = f"{self.root.name}/{sha256[:2]}/{sha256}"
        if not place.is_file():
            yield Fault("original_missing", where)
        elif file_hash(place) != sha256:
            yield Fault("original_changed", where)

    def place(self, sha256: str) -> Path:
        """Where an original stands."""
        return self.root / sha256[:2] / sha256


def chunks(source: bytes | Path) -> Iterator[bytes]:
    """Bytes in pieces that fit in memory."""
    if isinstance(source, bytes):
        yield source
        return
    with source.open("rb") as file:
        while chunk := file.read(CHUNK):
            yield chunk


def file_hash(file: Path) -> str:
    """The sha256 of a file's bytes."""
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
