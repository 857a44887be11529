"""The journal: every event, in the order in which it was written down, in one hash chain."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import Field, TypeAdapter

from warehouse.chain import Chain
from warehouse.event import Event
from warehouse.fault import Fault
from warehouse.folder import Folder

NAME = "journal.jsonl"
EVENT: TypeAdapter[Event] = TypeAdapter(Annotated[Event, Field(discriminator="kind")])


@dataclass(frozen=True)
class Line:
    """One line of the journal, numbered from 1."""

    number: int
    event: Event


@dataclass(frozen=True)
class Journal:
    """The journal of a data folder. A broken one answers nothing: chain.BrokenChain names its lines."""

    folder: Folder

    @property
    def file(self) -> Path:
        """Where it stands."""
        return self.folder.journal / NAME

    @property
    def chain(self) -> Chain:
        """The chained file below it."""
        return Chain(self.file)

    def append(self, *events: Event) -> None:
        """Write events down, durably, with one sync for all of them."""
        self.chain.append(*(event.model_dump_json() for event in events))

    def read(self) -> list[Line]:
        """Every event, oldest first; the torn tail of a killed append is none."""
        return [Line(link.number, EVENT.validate_json(link.event)) for link in self.chain.read()]

    def events(self) -> list[Event]:
        """Every event, oldest first."""
        return [line.event for line in self.read()]

    def salvage(self) -> list[Event]:
        """The events on whole lines, of a broken journal too; only to be verified."""
        return [EVENT.validate_json(link.event) for link in self.chain.salvage()]

    def verify(self) -> list[Fault]:
        """The lines that are changed, missing or torn."""
        return self.chain.verify()
