"""The data folder that a command works on."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from fengqiao.answers import say
from fengqiao.complaint import WrongUse
from fengqiao.messages import trouble as words

if TYPE_CHECKING:
    from catalog.catalog import Catalog
    from ingest.protect import Protector
    from warehouse.folder import Folder
    from warehouse.settings import Settings


@dataclass(frozen=True)
class Office:
    """The settings of a data folder with what they lead to."""

    settings: "Settings"

    @cached_property
    def folder(self) -> "Folder":
        """The data folder."""
        from warehouse.folder import Folder

        return Folder(self.settings.home)

    @cached_property
    def catalog(self) -> "Catalog":
        """What is declared."""
        from catalog.catalog import load

        return load()

    @cached_property
    def known(self) -> "Catalog":
        """What is declared, and what persons have approved since in this folder."""
        from warehouse.decisions import counting, learned
        from warehouse.journal import Journal

        return self.catalog.having(learned(counting(Journal(self.folder).events(), None))) if self.is_there else self.catalog

    @property
    def protector(self) -> "Protector":
        """What makes persons unreadable, under the folder's own key."""
        from ingest.protect import Protector
        from warehouse import hash_key

        return Protector(hash_key.read(self.folder.secrets), self.catalog.persons)

    @property
    def is_there(self) -> bool:
        """Whether the folder was made: the key of all hashes is made last."""
        from warehouse import hash_key

        return (self.folder.secrets / hash_key.NAME).exists()

    def make(self) -> None:
        """Make what is missing of the folder, and each ledger's file without rows: so dbt builds over it before anything was delivered."""
        from ingest.landing import write_none

        self.folder.create(self.catalog.units)
        write_none(self.folder.landing, self.catalog.ledgers.values())


def opened(home: Path | None) -> Office:
    """The settings of a data folder, told to all that comes after. WrongUse names a setting that cannot be."""
    from pydantic import ValidationError

    from warehouse.settings import export, load_settings

    try:
        settings = load_settings(home)
    except ValidationError as error:
        names = "、".join(f"FENGQIAO_{str(fault['loc'][0]).upper()}" for fault in error.errors())
        raise WrongUse(words.BAD_SETTING.format(names=names)) from error
    export(settings)
    return Office(settings)


def standing(home: Path | None) -> Office:
    """A data folder that was made; made first, and said so, when it was not."""
    office = opened(home)
    if not office.is_there:
        office.make()
        say(words.MADE.format(home=office.folder.home))
    return office


def shown_version() -> str | None:
    """The version that everybody sees, by the name of the file that the link leads to."""
    current = opened(None).folder.current
    return current.readlink().stem if current.is_symlink() else None
