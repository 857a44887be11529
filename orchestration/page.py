"""Dagster's page, its daemon, the server of our definitions that both ask, and the dashboards: together until stopped.

Processes of their own, on loopback or behind a socket: neither Dagster nor Superset is imported here.
"""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from orchestration import superset
from warehouse.folder import Folder
from warehouse.settings import ROOT, Settings, export

LOOPBACK = "127.0.0.1"  # Dagster's page has no log-in: nobody else may reach it
DEFINITIONS = ("-m", "orchestration.definitions")
PATIENCE = 120  # seconds until the page answers; a busy old machine takes half of it
LOOK_EVERY = 0.5
TIME_TO_STOP = 15  # seconds; then what does not stop is killed


class PortTaken(Exception):
    """Something else listens where the page should. Carries the port."""

    def __init__(self, port: int) -> None:
        self.port = port
        super().__init__(port)


class Ended(Exception):
    """One of the processes ended by itself. Carries the log that says why."""

    def __init__(self, log: Path) -> None:
        self.log = log
        super().__init__(log)


@contextmanager
def serving(settings: Settings) -> Iterator["Service"]:
    """All of them, the dashboards where Superset is installed, answering; they are stopped in the end, however it comes. PortTaken, Ended."""
    for port in (settings.port, settings.superset_port):
        if taken(port):
            raise PortTaken(port)
    export(settings)
    service = Service(settings)
    try:
        if superset.is_installed():
            service.open_dashboards()
        service.open_page()
        service.wait_for_pages()
        yield service
    finally:
        service.stop()


def taken(port: int) -> bool:
    """Whether something listens on a port of this machine."""
    with socket.socket() as probe:
        return probe.connect_ex((LOOPBACK, port)) == 0


class Service:
    """The processes, each with its log in its own part of the data folder."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.folder = Folder(settings.home)
        self.folder.dagster.mkdir(parents=True, exist_ok=True)
        self.first: superset.Password | None = None
        self.pages = {(settings.port, "/server_info"): self.folder.dagster / "page.log"}
        self.processes: dict[Path, subprocess.Popen[bytes]] = {}
        # One server of our definitions for page and daemon, behind a socket that only this user may open. With one of its own the daemon starts it anew
        # every minute, which takes a tenth of a core for ever.
        self.socket = Path(tempfile.mkdtemp(prefix="fengqiao-")) / "code"  # a short path: a socket's may have no more than a hundred characters
        self._start(self.folder.dagster / "code.log", beside("dagster"), "api", "grpc", "--socket", str(self.socket), *DEFINITIONS)

    @property
    def address(self) -> str:
        """Where Dagster's page is."""
        return f"http://{LOOPBACK}:{self.settings.port}"

    @property
    def dashboards(self) -> str | None:
        """Where the dashboards are; None when Superset is not installed."""
        return f"http://{LOOPBACK}:{self.settings.superset_port}" if len(self.pages) > 1 else None

    def open_page(self) -> None:
        """Start Dagster's page and its daemon once our definitions are loaded. Ended when they cannot be."""
        self.wait_for(lambda: listens(self.socket), self.folder.dagster / "code.log")
        workspace = self.socket.with_name("workspace.yaml")
        location = {"socket": str(self.socket), "location_name": DEFINITIONS[-1]}  # its name from start to start: the history goes by it
        workspace.write_text(json.dumps({"load_from": [{"grpc_server": location}]}), encoding="utf-8")  # which is YAML
        served = ("-w", str(workspace))
        self._start(self.folder.dagster / "page.log", beside("dagster-webserver"), "-h", LOOPBACK, "-p", str(self.settings.port), *served)
        self._start(self.folder.dagster / "daemon.log", beside("dagster-daemon"), "run", *served)

    def open_dashboards(self) -> None:
        """Bring our files into Superset where they changed, and start its server. Ended when Superset will not."""
        try:
            self.first = superset.provision(self.settings, "start").get("first")
        except superset.Broken as error:
            raise Ended(error.log) from error
        log = self.folder.superset / "server.log"
        self.pages[self.settings.superset_port, superset.HEALTH] = log
        self._start(log, *superset.server(f"{LOOPBACK}:{self.settings.superset_port}"))

    def _start(self, log: Path, *command: str) -> None:
        with log.open("wb") as output:
            # A session of its own: what it starts in turn (servers of code, runs, workers) can be stopped with it, and Ctrl-C reaches us first.
            self.processes[log] = subprocess.Popen(command, cwd=ROOT, stdout=output, stderr=subprocess.STDOUT, start_new_session=True)

    def wait_for_pages(self) -> None:
        """Until every page answers. Ended when a process ends first, or when it takes too long."""
        for (port, path), log in self.pages.items():
            self.wait_for(partial(answers, port, path), log)

    def wait_for(self, stands: Callable[[], bool], log: Path) -> None:
        """Until something stands. Ended when a process ends first, or when it takes too long."""
        until = time.monotonic() + PATIENCE
        while not stands():
            self.look()
            if time.monotonic() > until:
                raise Ended(log)
            time.sleep(LOOK_EVERY)

    def wait(self) -> None:
        """Until one of them ends, which is Ended; Ctrl-C goes on its way."""
        while True:
            self.look()
            time.sleep(LOOK_EVERY)

    def look(self) -> None:
        """Ended when one of them has ended."""
        for log, process in self.processes.items():
            if process.poll() is not None:
                raise Ended(log)

    def stop(self) -> None:
        """Ask all, and all they started, to stop; see to it that they do."""
        self._stop_with(signal.SIGTERM)
        self._stop_with(signal.SIGKILL)
        for process in self.processes.values():
            process.wait()
        shutil.rmtree(self.socket.parent)

    def _stop_with(self, number: int) -> None:
        """Send a signal to all, and wait until nothing of them is left, or as long as it may take."""
        until = time.monotonic() + TIME_TO_STOP
        left = [process for process in self.processes.values() if send(process, number)]
        while left and time.monotonic() < until:
            time.sleep(LOOK_EVERY)
            left = [process for process in left if send(process, 0)]


def listens(place: Path) -> bool:
    """Whether somebody answers behind a socket."""
    with socket.socket(socket.AF_UNIX) as probe:
        return probe.connect_ex(str(place)) == 0


def beside(command: str) -> str:
    """A command of the environment that we run in."""
    return str(Path(sys.executable).with_name(command))


def answers(port: int, path: str) -> bool:
    """Whether a page of this machine answers."""
    page = HTTPConnection(LOOPBACK, port, timeout=LOOK_EVERY)
    try:
        page.request("GET", path)
        return page.getresponse().status == 200  # noqa: PLR2004 – HTTP's "OK"
    except (OSError, HTTPException):
        return False
    finally:
        page.close()


def send(process: subprocess.Popen[bytes], number: int) -> bool:
    """Send a signal to a process and all it started; whether any of them was left to get it."""
    process.poll()  # one that has ended and was not asked for its end still counts as there
    try:
        os.killpg(process.pid, number)
    except ProcessLookupError:
        return False
    return True
