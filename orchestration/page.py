"""Dagster's page and its daemon, on loopback, together until stopped. Processes of their own: nothing of Dagster is imported here."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from warehouse.folder import Folder
from warehouse.settings import ROOT, Settings, export

LOOPBACK = "127.0.0.1"  # the page has no log-in: nobody else may reach it
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
    """The page or the daemon ended by itself. Carries the log that says why."""

    def __init__(self, log: Path) -> None:
        self.log = log
        super().__init__(log)


@contextmanager
def serving(settings: Settings) -> Iterator["Service"]:
    """The page and the daemon, answering; both are stopped in the end, however it comes. PortTaken, Ended."""
    if taken(settings.port):
        raise PortTaken(settings.port)
    export(settings)
    service = Service(settings)
    try:
        service.wait_for_page()
        yield service
    finally:
        service.stop()


def taken(port: int) -> bool:
    """Whether something listens on a port of this machine."""
    with socket.socket() as probe:
        return probe.connect_ex((LOOPBACK, port)) == 0


class Service:
    """The two processes, each with its log below the data folder's `dagster`."""

    def __init__(self, settings: Settings) -> None:
        self.port = settings.port
        self.logs = Folder(settings.home).dagster
        self.logs.mkdir(parents=True, exist_ok=True)
        self.processes = {
            self.logs / "page.log": self._start("page.log", "dagster-webserver", "-h", LOOPBACK, "-p", str(self.port), *DEFINITIONS),
            self.logs / "daemon.log": self._start("daemon.log", "dagster-daemon", "run", *DEFINITIONS),
        }

    @property
    def address(self) -> str:
        """Where the page is."""
        return f"http://{LOOPBACK}:{self.port}"

    def _start(self, log: str, command: str, *arguments: str) -> subprocess.Popen[bytes]:
        with (self.logs / log).open("wb") as output:
            program = Path(sys.executable).with_name(command)
            # A session of its own: what it starts in turn (servers of code, runs) can be stopped with it, and Ctrl-C reaches us first.
            return subprocess.Popen([program, *arguments], cwd=ROOT, stdout=output, stderr=subprocess.STDOUT, start_new_session=True)

    def wait_for_page(self) -> None:
        """Until the page answers. Ended when a process ends first, or when it takes too long."""
        until = time.monotonic() + PATIENCE
        while not self._answers():
            self.look()
            if time.monotonic() > until:
                raise Ended(self.logs / "page.log")
            time.sleep(LOOK_EVERY)

    def wait(self) -> None:
        """Until one of the two ends, which is Ended; Ctrl-C goes on its way."""
        while True:
            self.look()
            time.sleep(LOOK_EVERY)

    def look(self) -> None:
        """Ended when one of the two has ended."""
        for log, process in self.processes.items():
            if process.poll() is not None:
                raise Ended(log)

    def _answers(self) -> bool:
        page = HTTPConnection(LOOPBACK, self.port, timeout=LOOK_EVERY)
        try:
            page.request("GET", "/server_info")
            return page.getresponse().status == 200  # noqa: PLR2004 – HTTP's "OK"
        except (OSError, HTTPException):
            return False
        finally:
            page.close()

    def stop(self) -> None:
        """Ask both, and all they started, to stop; see to it that they do."""
        for process in self.processes.values():
            send(process, signal.SIGTERM)
        until = time.monotonic() + TIME_TO_STOP
        while time.monotonic() < until and any(send(process, 0) for process in self.processes.values()):
            time.sleep(LOOK_EVERY)
        for process in self.processes.values():
            send(process, signal.SIGKILL)
            process.wait()


def send(process: subprocess.Popen[bytes], number: int) -> bool:
    """Send a signal to a process and all it started; whether any of them was left to get it."""
    process.poll()  # one that has ended and was not asked for its end still counts as there
    try:
        os.killpg(process.pid, number)
    except ProcessLookupError:
        return False
    return True
