"""Three made-up offices of spring 2023 and their workbooks, for the first walk through and for tests."""

import shutil
from datetime import date
from pathlib import Path

SAMPLES = Path(__file__).parent / "samples"
TODAY = date(2023, 7, 6)  # by then April and May were due, and June's ledgers had been for a day


def deliver(inbox: Path) -> int:
    """Put the offices' workbooks into an inbox, with the times at which they arrived; gives their number. What stands there is left as it is."""
    files = [file for file in (SAMPLES / "inbox").rglob("*") if file.is_file()]
    for file in files:
        target = inbox / file.relative_to(SAMPLES / "inbox")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(file, target)
    shutil.copy2(SAMPLES / "received.csv", inbox / "received.csv")
    return len(files)
