"""What is published, built again from what is kept and compared: a figure that does not follow from the files is found out, whoever wrote it.

The verdicts on the promises are taken from the published file: they are judged by a package above this one, from grids that are compared here.
"""

import shutil
from datetime import date
from pathlib import Path

from catalog.catalog import load
from warehouse import build, check_results, lists, versions
from warehouse.check_results import CheckResult
from warehouse.event import Published
from warehouse.fault import Fault
from warehouse.folder import Folder
from warehouse.journal import Journal
from warehouse.lock import hold
from warehouse.parsed_project import PROJECT
from warehouse.quiet import reading
from warehouse.release_check import tables_of
from warehouse.run import Run
from warehouse.settings import export, load_settings
from warehouse.table_hash import table_hash
from warehouse.version_keys import measured_on

RUN_ID = "verify"
VERDICTS = """
    select ledger, promise, unit_code, district_code, period, state, share_ratio::double, at_least_ratio::double, severity, coalesce(run_id, '')
    from fct_check_result
"""


class NotBuilt(Exception):
    """The build that was to be compared did not end well. Carries the names of what failed."""


def unfounded(folder: Folder, project: Path = PROJECT) -> list[Fault]:
    """The tables of the newest version that a build from the same keys gives otherwise. With other keys nothing can be compared: run first, then verify."""
    with hold(folder, RUN_ID):
        events = Journal(folder).events()
        newest = versions.newest(events)
        if newest is None:
            return []
        run = Run(folder, load(), date.fromisoformat(measured_on(newest.keys)), None, RUN_ID)
        try:
            if lists.write(run).keys != newest.keys:
                return [Fault("not_compared", f"{folder.published.name}/{newest.file}")]
            tables = rebuilt(run, newest, project)
        finally:
            shutil.rmtree(run.work, ignore_errors=True)
    differing = sorted({name for name, _ in tables.items() ^ newest.tables.items()})
    return [Fault("figures_unfounded", f"{folder.published.name}/{newest.file}:{name}") for name in differing]


def rebuilt(run: Run, newest: Published, project: Path) -> dict[str, str]:
    """The hash of every table of a fresh build."""
    export(load_settings(run.folder.home), run)
    check_results.write(run.lists, verdicts(run.folder, newest))
    for part in (build.facts(run, project), build.results(run, project)):
        if not part.success:
            raise NotBuilt(", ".join(node.name for node in part.failed))
    with reading(run.candidate) as connection:
        return {table.name: table_hash(connection, table.name, table.columns) for table in tables_of(connection) if not table.is_view}


def verdicts(folder: Folder, newest: Published) -> list[CheckResult]:
    """The verdicts of a published version."""
    with reading(versions.file_of(folder, newest)) as connection:
        return [CheckResult(*row) for row in connection.sql(VERDICTS).fetchall()]
