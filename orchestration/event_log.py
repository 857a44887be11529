"""Dagster's log of events with its files kept open: as Dagster has it, each of a run's two thousand looks makes an engine and a connection of its own.

Its private parts are touched here and nowhere else; the version is bounded.
"""

from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa
from dagster._core.storage.event_log.sqlite.sqlite_event_log import SqliteEventLogStorage
from dagster._core.storage.sqlite import SQLITE_BUSY_TIMEOUT_SECONDS

KEPT = 4  # the index and the runs at work; the page looks into many a run's file, and each is an open file


class EventLog(SqliteEventLogStorage):
    """One file per run and an index over all."""

    def __init__(self, base_dir: str) -> None:
        self._engines: OrderedDict[str, sa.Engine] = OrderedDict()
        super().__init__(base_dir)

    @contextmanager
    def _connect(self, shard: str) -> Iterator[sa.Connection]:
        """A transaction on one of the files. The lock is Dagster's: one at a time."""
        with self._db_lock:
            engine = self._engine(shard)
            if shard not in self._initialized_dbs:
                self._initdb(engine)
                self._initialized_dbs.add(shard)
            with engine.begin() as connection:
                yield connection

    def _engine(self, shard: str) -> sa.Engine:
        """The engine of a file, the longest unused one closed for a new one."""
        if shard not in self._engines:
            if len(self._engines) == KEPT:
                self._engines.popitem(last=False)[1].dispose()
            self._engines[shard] = sa.create_engine(self.conn_string_for_shard(shard), connect_args={"timeout": SQLITE_BUSY_TIMEOUT_SECONDS})
        self._engines.move_to_end(shard)
        return self._engines[shard]

    def dispose(self) -> None:
        """Close the files."""
        super().dispose()
        while self._engines:
            self._engines.popitem()[1].dispose()
