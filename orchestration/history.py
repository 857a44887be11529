"""Where Dagster keeps what it remembers: below the data folder, wherever that is, so that each of its commands works with nothing set.

`dagster.yaml` could name a variable instead, and then `dg check defs` in a fresh shell would stop for want of it.
"""

from typing import Self

from dagster._config import UserConfigSchema
from dagster._core.storage.local_compute_log_manager import LocalComputeLogManager
from dagster._core.storage.root import LocalArtifactStorage
from dagster._core.storage.sqlite_storage import DagsterSqliteStorage
from dagster._serdes import ConfigurableClassData

from orchestration import cheap_sqlite
from orchestration.event_log import EventLog
from warehouse.folder import Folder
from warehouse.settings import load_settings

cheap_sqlite.install()


def state() -> str:
    """The folder of the data folder that is Dagster's."""
    return str(Folder(load_settings().home).dagster)


class Unconfigured:
    """`dagster.yaml` says nothing of where."""

    @classmethod
    def config_type(cls) -> UserConfigSchema:
        """Nothing to configure."""
        return {}


class History(Unconfigured, DagsterSqliteStorage):
    """Runs, events, ticks."""

    def __init__(self, base_dir: str, inst_data: ConfigurableClassData | None = None) -> None:
        super().__init__(base_dir, inst_data)
        self._event_log_storage = EventLog(self._event_log_storage._base_dir)  # noqa: SLF001  # Dagster's own place below the base

    @classmethod
    def from_config_value(cls, inst_data: ConfigurableClassData, _config: object) -> Self:
        """Called by Dagster for `storage`."""
        return cls(state(), inst_data)


class Artifacts(Unconfigured, LocalArtifactStorage):
    """What Dagster writes beside the history; ours is empty."""

    @classmethod
    def from_config_value(cls, inst_data: ConfigurableClassData | None, _config: object) -> Self:
        """Called by Dagster for `local_artifact_storage`."""
        return cls(state(), inst_data)


class ComputeLogs(Unconfigured, LocalComputeLogManager):
    """What a step printed."""

    @classmethod
    def from_config_value(cls, inst_data: ConfigurableClassData | None, _config: object) -> Self:
        """Called by Dagster for `compute_logs`."""
        return cls(f"{state()}/compute_logs", inst_data=inst_data)
