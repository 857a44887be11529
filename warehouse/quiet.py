"""A DuckDB file opened for reading by one of our processes.

DuckDB takes a process whose main module stands in no file, as those forked from a clean one, for somebody at a terminal:
a question of more than two seconds then draws a progress bar into what the command prints.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import duckdb

NO_BARS = "set enable_progress_bar = false"
LOCK = "set lock_configuration = true"


@contextmanager
def reading(file: Path, config: Mapping[str, str] | None = None, *, is_locked: bool = False) -> Iterator[duckdb.DuckDBPyConnection]:
    """The file, read-only, without progress bars.

    `is_locked`: nothing that is asked of it can change its configuration. duckdb.Error when it cannot be opened.
    """
    with duckdb.connect(str(file), read_only=True, config=dict(config or {})) as connection:
        connection.execute(NO_BARS)
        if is_locked:
            connection.execute(LOCK)
        yield connection
