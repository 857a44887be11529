"""A command, the inbox sensor and a click on Dagster's page take the same path: the same version, the same tables, one history. Nobody runs beside another."""

import json
import os
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from subprocess import CompletedProcess

import dagster as dg
import pytest

from orchestration import page, superset
from orchestration.request import BY, By
from orchestration.schedules import SCHEDULES
from orchestration.sensor import inbox
from tests.end_to_end import warm
from tests.end_to_end.city import City
from tests.ports import free_port
from warehouse.event import Published
from warehouse.folder import Folder
from warehouse.journal import Journal
from warehouse.lock import NAME
from warehouse.settings import ROOT, Settings, export, load_settings

pytestmark = pytest.mark.timeout(900)  # two runs, and the start of a daemon

PATIENCE = 300  # seconds for one run of a busy machine
LOOK_EVERY = 2  # seconds: a look opens the history, and takes from the run what it takes itself
CLICK = """
mutation { launchRun(executionParams: {mode: "default", runConfigData: {}, selector: {
  jobName: "path", repositoryName: "__repository__", repositoryLocationName: "orchestration.definitions"
}}) { __typename ... on LaunchRunSuccess { run { runId } } ... on PythonError { message } } }
"""


@dataclass(frozen=True)
class Served:
    """What was seen while the page was served: what a command typed beside a clicked run was told, whether all processes stood, and what of them was left."""

    told: "CompletedProcess[str]"
    stood: bool
    left: bool


class Office:
    """A data folder, and the three ways of starting the path over it."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.folder = Folder(settings.home)

    def forget(self) -> None:
        """Delete what is derived, so that there is something to do."""
        for derived in (self.folder.published, self.folder.work):
            shutil.rmtree(derived)
            derived.mkdir()

    def command(self, *words: str) -> "CompletedProcess[str]":
        """Type a command."""
        return warm.run(list(words), dict(os.environ), ROOT, PATIENCE)

    def click(self) -> None:
        """Press the page's launch button: what it sends."""
        connection = HTTPConnection(page.LOOPBACK, self.settings.port)
        connection.request("POST", "/graphql", json.dumps({"query": CLICK}), {"Content-Type": "application/json"})
        answer = json.loads(connection.getresponse().read())
        connection.close()
        assert answer["data"]["launchRun"]["__typename"] == "LaunchRunSuccess", answer

    def run_by(self, by: By) -> dg.DagsterRun | None:
        """The newest run that somebody started."""
        with dg.DagsterInstance.get() as history:
            runs = history.get_runs(limit=20)
        return next((run for run in runs if run.tags.get(BY, By.PAGE) == by), None)

    def published_by(self, by: By) -> Published:
        """What the newest run that somebody started has published."""
        run = self.run_by(by)
        assert run
        assert run.status is dg.DagsterRunStatus.SUCCESS
        events = [line.event for line in Journal(self.folder).read()]
        return next(event for event in events if isinstance(event, Published) and event.run_id == run.run_id)


def wait(until: Callable[[], object]) -> None:
    """Wait for something that another process brings about."""
    end = time.monotonic() + PATIENCE
    while not until():
        assert time.monotonic() < end, "it did not come"
        time.sleep(LOOK_EVERY)


@pytest.fixture(scope="module")
def office(one_good: City, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """A home that a command has run over, a day that all three see, and no dashboards: they start nothing."""
    before = dict(os.environ)
    home = one_good.copied(tmp_path_factory.mktemp("ways") / "data").home
    port = free_port()
    (home / "settings.env").write_text(f"FENGQIAO_TODAY=2023-07-06\nFENGQIAO_PORT={port}\nFENGQIAO_SUPERSET_PORT={port}\n", encoding="utf-8")
    os.environ.pop("FENGQIAO_TODAY", None)
    settings = load_settings(home)
    export(settings)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(superset, "is_installed", lambda: False)
        yield Office(settings)
    os.environ.clear()
    os.environ.update(before)


@pytest.fixture(scope="module")
def served(office: Office) -> Served:
    """The two other ways, one after the other; and a command typed while the clicked run is on its way."""
    office.forget()
    with page.serving(office.settings) as service:
        wait(lambda: (run := office.run_by(By.INBOX)) and run.is_finished)
        office.forget()
        office.click()
        wait(lambda: '"page"' in (office.folder.home / NAME).read_text(encoding="utf-8"))
        told = office.command("run")
        wait(lambda: (run := office.run_by(By.PAGE)) and run.is_finished)
        processes = list(service.processes.values())
        stood = all(process.poll() is None for process in processes)
    return Served(told, stood, any(page.send(process, 0) for process in processes))


@pytest.mark.usefixtures("served")
def test_all_three_ways_end_with_the_same_figures(office: Office) -> None:
    """The same keys, hence the same version; and table by table the same hash."""
    command, *others = (office.published_by(by) for by in (By.COMMAND, By.INBOX, By.PAGE))

    assert command.tables
    assert all(other.keys == command.keys for other in others)
    assert all(other.tables == command.tables for other in others)


def test_a_command_beside_a_run_of_the_page_is_told_so(served: Served) -> None:
    """Who it is and since when, with the exit code of busy."""
    assert served.told.returncode == 4
    assert served.told.stdout == ""
    assert "从页面启动的运行" in served.told.stderr
    assert "从 20" in served.told.stderr


def test_all_stand_and_all_go(office: Office, served: Served) -> None:
    """The page, which answered on loopback, the daemon and the server of definitions to the end of both runs; afterwards no process is left."""
    assert served.stood
    assert not served.left, "something that one of them started is left"
    assert not page.taken(office.settings.port)


@pytest.mark.usefixtures("served")
def test_after_a_rollback_nothing_starts_by_itself(office: Office) -> None:
    """A person chose what is shown; that is no news, neither for the sensor nor for a schedule."""
    version = office.published_by(By.PAGE).version
    assert office.command("publish", "rollback", version[:6]).returncode == 0
    shown = office.folder.current.readlink()
    with dg.DagsterInstance.get() as history, dg.build_sensor_context(instance=history) as context:
        looks = [inbox(context), inbox(context)]
        with dg.build_schedule_context(instance=history) as morning:
            assert not any(schedule.evaluate_tick(morning).run_requests for schedule in SCHEDULES)

    assert [look.skip_message for look in looks if isinstance(look, dg.SkipReason)] == ["nothing new", "nothing new"]
    assert office.folder.current.readlink() == shown


@pytest.mark.usefixtures("served")
def test_all_three_stand_in_one_history(office: Office) -> None:
    """With their steps, whoever started them; and Dagster wrote nothing outside the data folder."""
    with dg.DagsterInstance.get() as history:
        for by in (By.COMMAND, By.INBOX, By.PAGE):
            run = office.run_by(by)
            assert run
            steps = [step.step_key for step in history.get_run_step_stats(run.run_id)]
            assert set(steps) == {"submissions", "facts", "check_result", "results", "published", "answers", "extract"}
    assert not Path(ROOT, "storage").exists()
    assert not Path(ROOT, "history").exists()
