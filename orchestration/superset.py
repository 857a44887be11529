"""Superset, from outside: a process that brings our files into it, and its server. It has an environment of its own; nothing of it is imported here."""

import json
import subprocess
from pathlib import Path
from typing import TypedDict

from warehouse import superset_keys
from warehouse.folder import Folder
from warehouse.settings import ROOT, Settings

ENVIRONMENT = ROOT / ".venv-superset"
SERVER = "python:superset_config.server"
HEALTH = "/health"
BETWEEN_TASKS = "--"
TIME_TO_PROVISION = 600  # seconds; the first start makes Superset's own database, a minute on an old machine


class Password(TypedDict):
    """Somebody who may come in now, with a password that is shown once."""

    name: str
    role: str
    password: str


class Provisioned(TypedDict, total=False):
    """What a task came to: bringing files in or back, or letting somebody come in."""

    first: Password | None
    changed: list[str]
    removed: list[str]
    name: str
    role: str
    password: str


class Broken(Exception):
    """Superset could not do what it was asked. Carries the log that says why."""

    def __init__(self, log: Path) -> None:
        self.log = log
        super().__init__(log)


def is_installed() -> bool:
    """Whether the environment was made (`setup/start superset`)."""
    return (ENVIRONMENT / "made-from").is_file()


def provision(settings: Settings, *task: str) -> Provisioned:
    """What came of a task of superset_config/provision.py, run with the environment that `export` has set. Broken."""
    (answer,) = provision_all(settings, task)
    return answer


def provision_all(settings: Settings, *tasks: tuple[str, ...]) -> list[Provisioned]:
    """What came of each of several tasks, one after the other in one process: Superset takes ten seconds to stand. Broken."""
    folder = Folder(settings.home)
    folder.superset.mkdir(mode=0o700, exist_ok=True)
    superset_keys.make(folder.secrets)
    log = folder.superset / f"{tasks[0][0]}.log"
    words = [word for task in tasks for word in (BETWEEN_TASKS, *task)]
    with log.open("wb") as said:
        command = [str(ENVIRONMENT / "bin" / "python"), "-m", "superset_config.provision", *words]
        done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=said, timeout=TIME_TO_PROVISION, check=False)
    if done.returncode:
        raise Broken(log)
    answers: list[Provisioned | None] = [json.loads(line) for line in done.stdout.splitlines()]
    return [answer or {} for answer in answers]


def server(address: str) -> list[str]:
    """The server's command line."""
    return [str(ENVIRONMENT / "bin" / "gunicorn"), "--config", SERVER, "--bind", address]
