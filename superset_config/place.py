"""Where Superset finds what it reads and keeps: told by the process that starts it, by way of the environment."""

import os
from pathlib import Path

HERE = Path(__file__).parent
HOME = Path(os.environ["FENGQIAO_HOME"])
KEPT = HOME / "superset"  # its own database, caches, logs
KEYS = HOME / "secrets"
CURRENT = HOME / "published" / "current.duckdb"


def version() -> str:
    """The published version that the link leads to; empty where nothing is published, or its file is gone."""
    return CURRENT.resolve().stem if CURRENT.exists() else ""
