"""What the processes that a run starts have loaded when they begin: the reader, the judge and the release checklist."""

from warehouse.apart import make_ready

LOADED = ("ingest.one_submission", "quality.ahead", "warehouse.release_check")


def expect() -> None:
    """Have it loaded from now on, beside whatever this process does meanwhile (it loads Dagster and dbt, which takes as long)."""
    make_ready(LOADED)
