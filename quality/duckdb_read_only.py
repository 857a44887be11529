"""A SQLAlchemy dialect that only reads DuckDB: `duckdb+readonly:///file`. Importing this module registers it.

Great Expectations fetches rows after it has given its connection back; the roll-back that follows would throw DuckDB's unread rows away,
and every metric would fail. A connection that only reads has nothing to begin, to commit or to roll back.
"""

from typing import Any

from duckdb_engine import Dialect
from sqlalchemy.dialects import registry
from sqlalchemy.pool import PoolProxiedConnection


class ReadOnlyDialect(Dialect):
    """duckdb-engine without transactions."""

    supports_statement_cache = True

    def connect(self, *arguments: Any, **named: Any) -> Any:  # noqa: ANN401 – as in the class above
        """Open the file to be read only."""
        return super().connect(*arguments, **named, read_only=True)

    def do_begin(self, dbapi_connection: PoolProxiedConnection) -> None:
        """Nothing to begin."""

    def do_rollback(self, dbapi_connection: PoolProxiedConnection) -> None:
        """Nothing to roll back."""

    def do_commit(self, dbapi_connection: PoolProxiedConnection) -> None:
        """Nothing to commit."""


SCHEME = "duckdb+readonly"
registry.register("duckdb.readonly", __name__, ReadOnlyDialect.__name__)
