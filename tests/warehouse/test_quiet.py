"""What our processes ask of a DuckDB file leaves nothing on the screen."""

from pathlib import Path

import duckdb

from warehouse.apart import apart
from warehouse.locked_file import select
from warehouse.quiet import reading

BARS = "select current_setting('enable_progress_bar')"


def asked(file: Path) -> bool:
    """Whether DuckDB would draw progress bars; what a process of its own does."""
    with reading(file) as connection:
        (found,) = connection.execute(BARS).fetchone() or (True,)
    return bool(found)


def test_a_process_forked_apart_draws_no_progress_bars(tmp_path: Path) -> None:
    """They would stand in the JSON that a run of a whole city prints."""
    duckdb.connect(str(file := tmp_path / "some.duckdb")).close()

    assert not apart(asked, file)
    assert select(file, BARS).rows == ((False,),)
