"""Dagster's page, its daemon and the server of our definitions go together. That the real ones stand together is seen where a run is clicked: three ways."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from orchestration import page, superset
from tests.ports import free_port
from warehouse.settings import Settings


@pytest.fixture
def port() -> int:
    """A port that is free."""
    return free_port()


@pytest.fixture
def settings(tmp_path: Path, port: int, monkeypatch: pytest.MonkeyPatch) -> Iterator[Settings]:
    """A data folder of its own, and no dashboards; what `export` sets in the environment goes with the test."""
    monkeypatch.setattr(superset, "is_installed", lambda: False)
    before = dict(os.environ)
    yield Settings(home=tmp_path / "data", port=port, superset_port=port)
    os.environ.clear()
    os.environ.update(before)


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which the interpreter seems to stand, so that a test says what Dagster's programs do."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setattr(sys, "executable", str(folder / "python"))
    return folder


PYTHON = sys.executable
LISTENS = "import socket, sys, time; one = socket.socket(socket.AF_UNIX); one.bind(sys.argv[1]); one.listen(); time.sleep(600)"


def program(file: Path, script: str) -> None:
    """A command that does what a script says."""
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(0o755)


def test_a_taken_port_is_said(settings: Settings) -> None:
    """Somebody else's server is not taken for the page."""
    with socket.create_server((page.LOOPBACK, settings.port)), pytest.raises(page.PortTaken), page.serving(settings):
        pass


def test_a_daemon_that_ends_ends_the_page(settings: Settings, programs: Path) -> None:
    """The log of the one that ended is named, and the others are stopped."""
    program(programs / "dagster", f"exec {PYTHON} -c '{LISTENS}' \"$4\"")  # after: api grpc --socket
    program(programs / "dagster-webserver", "exec sleep 600")
    program(programs / "dagster-daemon", "echo cannot start; exit 1")

    with pytest.raises(page.Ended) as ended, page.serving(settings):
        pass
    assert ended.value.log.read_text() == "cannot start\n"


def test_definitions_that_cannot_be_loaded_are_said(settings: Settings, programs: Path) -> None:
    """Page and daemon are not started over nothing."""
    program(programs / "dagster", "echo cannot load; exit 1")

    with pytest.raises(page.Ended) as ended, page.serving(settings):
        pass
    assert ended.value.log.read_text() == "cannot load\n"


def test_a_process_that_does_not_stop_is_killed(settings: Settings, programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is left behind, however deaf."""
    monkeypatch.setattr(page, "TIME_TO_STOP", 0.2)
    program(programs / "dagster", "trap '' TERM; while :; do sleep 0.05; done")
    service = page.Service(settings)
    subprocess.run(["sleep", "0.2"], check=True)  # the shells have set their traps by then
    service.stop()

    assert all(process.returncode is not None for process in service.processes.values())
