"""A city that has landed without workbooks, with the lists from which a run would build it."""

import csv
import subprocess
import sys
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from catalog.catalog import load
from catalog.period import Period
from synthetic.landing import LANDED
from synthetic.landing import Landed as File
from warehouse import lists
from warehouse.folder import Folder
from warehouse.list_contents import obligation_rows
from warehouse.list_rows import LiveReadingRow, SubmissionRow, put
from warehouse.register import obligations
from warehouse.run import Run

YEAR = "2023-04..2024-03"
FENGQIAO = Path(sys.executable).with_name("fengqiao")
TODAY = date(2024, 5, 31)  # everything of the year is due
DAYS_TO_ARRIVE = 3
NAME = "bench"


@dataclass(frozen=True)
class Landed:
    """How many rows there are, and how many bytes of Parquet."""

    rows: int
    size: int


def landed(home: Path, scale: float, months: str) -> Landed:
    """Make a city that has landed, and the lists of a run over it; one that stands already is taken as it is."""
    if not (home / LANDED).exists():
        made = (FENGQIAO, "demo", "--landing", "--scale", f"{scale:g}", "--months", months, "--home", home)
        subprocess.run([str(word) for word in made], check=True, stdout=subprocess.DEVNULL)
    files = landed_files(home)
    run = run_over(home)
    run.lists.mkdir(parents=True, exist_ok=True)
    lists.write_empty(run.lists)
    put(run.lists, "live_reading", [live(file, run.folder.landing) for file in files])
    put(run.lists, "submission", [submission(file) for file in files])
    put(run.lists, "obligation", obligation_rows(obligations(run.catalog, run.today), []))
    return Landed(sum(file.rows for file in files), sum((run.folder.landing / file.file).stat().st_size for file in files))


def run_over(home: Path) -> Run:
    """The run that is measured."""
    return Run(Folder(home), load(), TODAY, None, NAME)


def landed_files(home: Path) -> list[File]:
    """The files of the city, as its own list tells of them."""
    with (home / LANDED).open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return [File(rows=int(row.pop("rows")), **row) for row in rows]


def live(file: File, landing: Path) -> LiveReadingRow:
    """A file as one that counts."""
    path = str((landing / file.file).absolute())
    return LiveReadingRow(path, file.ledger, file.submission_id, file.reading_id, file.unit_code, file.period, file.sha256, file.rows, ())


def submission(file: File) -> SubmissionRow:
    """A file as a delivery that came some days after its period."""
    period = Period.parse(file.period)
    came = period.end + timedelta(days=DAYS_TO_ARRIVE)
    return SubmissionRow(
        submission_id=file.submission_id,
        district_code=file.unit_code,
        sha256=file.sha256,
        received_at=datetime.combine(came, datetime.min.time()),
        received_on=came,
        ledger=file.ledger,
        unit_code=file.unit_code,
        period=file.period,
        period_from=period.start,
        period_to=period.end,
        basis="period",
        kind="return",
        verdict="accepted",
        standing="live",
        records=file.rows,
    )
