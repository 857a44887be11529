"""Who asked what of the published figures and of the archive, and when: a chain of its own beside the journal, kept at least six months."""

from dataclasses import dataclass
from typing import Literal

from warehouse.chain import Chain
from warehouse.event import ChinaTime, Part
from warehouse.fault import Fault
from warehouse.folder import Folder

NAME = "access.jsonl"


class Access(Part):
    """One access. `asked` is the statement, the row or the form that was asked for."""

    at: ChinaTime
    by: str
    what: Literal["query", "trace", "publish", "export"]
    asked: str


@dataclass(frozen=True)
class AccessLog:
    """The access log of a data folder."""

    folder: Folder

    @property
    def chain(self) -> Chain:
        """The chained file below it."""
        return Chain(self.folder.journal / NAME)

    def append(self, access: Access) -> None:
        """Write an access down, durably, before it is granted."""
        self.chain.append(access.model_dump_json())

    def read(self) -> list[Access]:
        """Every access, oldest first."""
        return [Access.model_validate_json(link.event) for link in self.chain.read()]

    def verify(self) -> list[Fault]:
        """The lines that are changed, missing or torn."""
        return self.chain.verify()
