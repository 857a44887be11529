"""The data folder: where everything kept stands, and how it is made."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from catalog.unit import Unit, Units
from warehouse import hash_key

PRIVATE = 0o700  # originals, what goes back to one office, secrets: nobody else's


@dataclass(frozen=True)
class Folder:
    """The data folder at `home`."""

    home: Path

    @property
    def inbox(self) -> Path:
        """Where clerks put files: a folder per reporting unit."""
        return self.home / "inbox"

    @property
    def received_csv(self) -> Path:
        """Times of receipt of old files, when the past is loaded; need not exist."""
        return self.inbox / "received.csv"

    @property
    def outbox(self) -> Path:
        """What goes back: a folder per reporting unit."""
        return self.home / "outbox"

    @property
    def archive(self) -> Path:
        """Original bytes, by hash."""
        return self.home / "archive"

    @property
    def landing(self) -> Path:
        """Readings: one Parquet per table found."""
        return self.home / "landing"

    @property
    def journal(self) -> Path:
        """What happened, in hash chains."""
        return self.home / "journal"

    @property
    def catalogs(self) -> Path:
        """The declarations that publishes used, by fingerprint."""
        return self.home / "catalog"

    @property
    def work(self) -> Path:
        """What runs make on the way; can be deleted."""
        return self.home / "work"

    @property
    def lists(self) -> Path:
        """The last run's lists, for a dbt build without a run."""
        return self.work / "lists"

    @property
    def published(self) -> Path:
        """Published versions, each one immutable file."""
        return self.home / "published"

    @property
    def current(self) -> Path:
        """The link to the version that everybody sees."""
        return self.published / "current.duckdb"

    @property
    def extracts(self) -> Path:
        """Forms with their manifests."""
        return self.home / "extracts"

    @property
    def dagster(self) -> Path:
        """Dagster's history."""
        return self.home / "dagster"

    @property
    def superset(self) -> Path:
        """What Superset keeps: its users and objects, answers it has given."""
        return self.home / "superset"

    @property
    def secrets(self) -> Path:
        """Keys."""
        return self.home / "secrets"

    def create(self, units: Units) -> None:
        """Make what is missing of the folder; what stands is left as it is. hash_key.KeyLost when readings stand and their key does not."""
        for folder in (self.inbox, self.outbox, self.landing, self.journal, self.catalogs, self.lists, self.published, self.extracts, self.dagster):
            folder.mkdir(parents=True, exist_ok=True)
        for folder in self._private(units):
            folder.mkdir(exist_ok=True)
            folder.chmod(PRIVATE)
        for unit in units.reporting:
            (self.inbox / unit.folder_name).mkdir(exist_ok=True)
        hash_key.make(self.secrets, is_first=not any(self.journal.iterdir()))
        from warehouse.lists import write_empty  # pyarrow: only where a folder is made

        write_empty(self.lists)

    def _private(self, units: Units) -> Iterator[Path]:
        yield from (self.archive, self.superset, self.secrets)
        yield from (self.outbox / unit.folder_name for unit in units.reporting)

    def district_of(self, path: str | Path, units: Units) -> Unit | None:
        """The reporting unit in whose folder a path lies, by any declared name; the path is below the inbox. None when the folder names none, or several."""
        parts = Path(path).parts
        named = [unit for unit in units.named(parts[0]) if unit.reports] if len(parts) > 1 else []
        return named[0] if len(named) == 1 else None
