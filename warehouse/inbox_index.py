"""What the inbox's files hash to, remembered between looks, so that a look need not read them all again.

Derived, in `work/`; without it every file is read. An entry holds as long as the file's stamp is the same, and only if the file had been at rest when
the index was written: one that was touched in the same moment could have been changed since without its stamp saying so.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from warehouse.archive import file_hash
from warehouse.durable import replace
from warehouse.folder import Folder
from warehouse.inbox import Found, Stamp

NAME = "inbox.json"
REST_NS = 2_000_000_000  # the coarsest clock of the file systems we know: two seconds


@dataclass(frozen=True)
class Known:
    """A file as it stood, and what it hashed to."""

    stamp: Stamp
    sha256: str


@dataclass(frozen=True)
class InboxIndex:
    """The index of a data folder as it was written."""

    folder: Folder
    known: Mapping[str, Known] = field(default_factory=dict)
    written_ns: int = 0

    def sha256(self, found: Found) -> str | None:
        """What a file hashes to; read only where the index does not know. None when it cannot be read."""
        known = self.known.get(found.path)
        if known and known.stamp == found.stamp and found.stamp.touched_ns < self.written_ns - REST_NS:
            return known.sha256
        try:
            return file_hash(self.folder.inbox / found.path)
        except OSError:
            return None


def load(folder: Folder) -> InboxIndex:
    """The index as it was last written; an empty one when there is none, or it cannot be read."""
    file = place(folder)
    try:
        entries = json.loads(file.read_bytes())
        known = {path: Known(Stamp(**entry["stamp"]), entry["sha256"]) for path, entry in entries.items()}
        return InboxIndex(folder, known, file.stat().st_mtime_ns)
    except (FileNotFoundError, ValueError, TypeError, KeyError, AttributeError):
        return InboxIndex(folder)


def remember(folder: Folder, found: Iterable[Found]) -> None:
    """Write down what the files of a look hash to. The stamps are those of the look: a file changed since will not have them."""
    index = load(folder)
    hashed = {one.path: Known(one.stamp, sha256) for one in found if (sha256 := index.sha256(one))}
    if hashed != index.known or any(one.stamp.touched_ns >= index.written_ns - REST_NS for one in hashed.values()):
        folder.work.mkdir(exist_ok=True)
        replace(place(folder), json.dumps({path: asdict(one) for path, one in hashed.items()}).encode())


def place(folder: Folder) -> Path:
    """Where the index stands."""
    return folder.work / NAME
