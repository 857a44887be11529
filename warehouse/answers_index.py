"""What was handed back to the offices, remembered between runs: of which delivery, by what it was made, what was written.

Derived, in `work/`; without it every copy is made again, and written only where it is another one.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from catalog.marking import Reason
from warehouse import versions
from warehouse.durable import replace
from warehouse.event import Event
from warehouse.folder import Folder

NAME = "answers.json"


@dataclass(frozen=True)
class HandedBack:
    """The copy that stands for the last delivery from a path: `file` is below the outbox, `made_from` changes with anything it says.

    No file: none could be made, and trying again would end the same.
    """

    submission_id: str
    made_from: str
    file: str | None = None
    sha256: str | None = None
    unmarked: Reason | None = None  # why it is a list beside the untouched workbook
    violations: int = 0  # places that rules between ledgers found, besides those that reading found, and that are not explained
    explained: tuple[str, ...] = ()  # the decisions by which problems of it are explained
    explained_places: int = 0  # of those that had to be explained and were found by reading


@dataclass(frozen=True)
class AnswersIndex:
    """What was handed back, by the path of the delivery, when a version was published (None: never); and the explanations that were known then."""

    version: str | None = None
    handed_back: Mapping[str, HandedBack] = field(default_factory=dict)
    explanations: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()  # of what each office owes, below the outbox

    @property
    def files(self) -> list[str]:
        """All that should stand in the outboxes, below them."""
        return [*(one.file for one in self.handed_back.values() if one.file), *self.lists]

    def holds(self, explanation: str) -> bool | None:
        """Whether the explanation of a decision is of what stands there; None when it came after the last answers."""
        if explanation not in self.explanations:
            return None
        return any(explanation in one.explained for one in self.handed_back.values())


def load(folder: Folder) -> AnswersIndex:
    """The index as it was last written; an empty one when there is none, or it cannot be read."""
    try:
        kept = json.loads(place(folder).read_bytes())
        handed_back = {path: HandedBack(**one | {"explained": tuple(one["explained"])}) for path, one in kept["handed_back"].items()}
        return AnswersIndex(kept["version"], handed_back, tuple(kept["explanations"]), tuple(kept["lists"]))
    except (FileNotFoundError, ValueError, TypeError, KeyError, AttributeError):
        return AnswersIndex()


def remember(folder: Folder, index: AnswersIndex) -> None:
    """Write the index down."""
    folder.work.mkdir(exist_ok=True)
    replace(place(folder), json.dumps(asdict(index)).encode())


def are_owed(events: Iterable[Event], folder: Folder) -> bool:
    """Whether the offices wait for answers: the newest version was not answered to its end, or something is missing in an outbox."""
    index = load(folder)
    newest = versions.newest(list(events))
    if newest is None:
        return False  # the publish that is due will be answered by its own run
    return index.version != newest.version or any(not (folder.outbox / file).exists() for file in index.files)


def place(folder: Folder) -> Path:
    """Where the index stands."""
    return folder.work / NAME
