"""The lists of a run: what was delivered, what is owed, which files count, what was decided; computed from the journal before each build."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from warehouse import check_results, landed, list_rows
from warehouse.decisions import counting
from warehouse.event import VersionKeys
from warehouse.fault import Fault
from warehouse.journal import Journal
from warehouse.list_contents import decision_row, live_rows, obligation_rows, submission_rows
from warehouse.live import Standing
from warehouse.register import obligations
from warehouse.run import Run
from warehouse.standings import standings
from warehouse.version_keys import version_keys


@dataclass(frozen=True)
class Lists:
    """What was written, and what the caller has to act on.

    `damaged`: submissions whose readings are to be made again from the archive, and the lists written once more; what is damaged then is withheld.
    """

    standings: tuple[Standing, ...]
    keys: VersionKeys
    damaged: tuple[str, ...]
    faults: tuple[Fault, ...]  # of what is damaged, file by file
    planted: tuple[Fault, ...]

    @property
    def unread(self) -> tuple[str, ...]:
        """Submissions that nobody has read yet."""
        return tuple(one.received.submission_id for one in self.standings if one.state == "unread")

    @property
    def withheld(self) -> tuple[str, ...]:
        """The answers that are in no figure because a reading of theirs is damaged: unit, ledger and period."""
        tables = [one.table for one in self.standings if one.state == "withheld" and one.table]
        return tuple(sorted({f"reading_damaged {table.unit_code} {table.ledger} {table.period}" for table in tables}))


def write(run: Run) -> Lists:
    """Write a run's lists. Every landing file that may count is checked against its hash first; chain.BrokenChain when the journal is not whole."""
    landing, events = run.folder.landing, Journal(run.folder).events()
    standing = standings(events, run.catalog, run.as_of, landing)
    decided = counting(events, run.as_of)
    run.lists.mkdir(parents=True, exist_ok=True)
    list_rows.put(run.lists, "submission", submission_rows(standing.found))
    list_rows.put(run.lists, "obligation", obligation_rows(obligations(run.catalog, run.today), decided))
    list_rows.put(run.lists, "live_reading", live_rows(standing.found, landing))
    list_rows.put(run.lists, "decision", [decision_row(one) for one in decided])
    return Lists(
        standings=standing.found,
        keys=version_keys(events, run.catalog, run.today, run.as_of),
        damaged=standing.damaged,
        faults=standing.faults,
        planted=tuple(landed.planted(landing, landed.known(events))),
    )


def write_empty(lists: Path) -> None:
    """Lists without rows, for a dbt build before any run; lists that stand are left."""
    for name in list_rows.LISTS:
        if not (lists / f"{name}.parquet").exists():
            list_rows.put(lists, name, [])
    if not (lists / check_results.NAME).exists():
        check_results.write(lists, [])


def keep_last(run: Run) -> None:
    """Leave a run's lists for a dbt build without a run; those of a past day are not."""
    if run.as_of is not None:
        return
    run.folder.lists.mkdir(parents=True, exist_ok=True)  # `work/` is derived: somebody may have deleted it
    for file in sorted(run.lists.glob("*.parquet")):
        temporary = run.folder.lists / f".{file.name}"
        shutil.copyfile(file, temporary)
        temporary.replace(run.folder.lists / file.name)
