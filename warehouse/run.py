"""A run: what one passage through the path builds from, with its places."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from catalog.catalog import Catalog
from warehouse.folder import Folder


@dataclass(frozen=True)
class Run:
    """One run. `as_of`: only what had been received and decided by then counts; None: everything."""

    folder: Folder
    catalog: Catalog
    today: date
    as_of: datetime | None
    run_id: str

    @property
    def work(self) -> Path:
        """The run's own folder; can be deleted when it has ended."""
        return self.folder.work / self.run_id

    @property
    def lists(self) -> Path:
        """The lists that dbt builds from."""
        return self.work / "lists"

    @property
    def candidate(self) -> Path:
        """The database that is built and, if it holds, published."""
        return self.work / "candidate.duckdb"

    def target(self, name: str) -> Path:
        """The target folder of one of the run's calls of dbt."""
        return self.work / f"target-{name}"
