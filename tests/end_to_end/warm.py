"""Commands in processes forked from one in which the libraries are loaded: a test of what a command does need not wait a third of its time for imports.

How a command itself starts and is interrupted is tested with processes of its own (newcomer, three ways).
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import forkserver
from multiprocessing.process import BaseProcess
from pathlib import Path
from subprocess import CompletedProcess
from tempfile import TemporaryDirectory

from orchestration import children
from warehouse.apart import CLEAN, load_beforehand

LOADED = ("fengqiao.main", "fengqiao.published", "orchestration.run", "dbt.cli.main", *children.LOADED)

load_beforehand(LOADED)


@dataclass(frozen=True)
class Command:
    """A command on its way, and the files that it writes its output and its complaints to."""

    process: BaseProcess
    output: Path
    errors: Path

    @property
    def said(self) -> str:
        """What it has told the person before the terminal until now."""
        return self.errors.read_text(encoding="utf-8")


@contextmanager
def started(arguments: list[str], environment: dict[str, str], folder: Path) -> Iterator[Command]:
    """A command on its way; killed (it alone, not what it started) when it is left before its end."""
    with TemporaryDirectory() as place:
        output, errors = Path(place) / "output", Path(place) / "errors"
        output.touch()
        errors.touch()
        process = CLEAN.Process(target=answer, args=(arguments, environment, folder, output, errors))
        process.start()
        try:
            yield Command(process, output, errors)
        finally:
            process.kill()
            process.join()


def run(arguments: list[str], environment: dict[str, str], folder: Path, time_limit: float) -> "CompletedProcess[str]":
    """What came of a command: its code, and what it wrote. TimeoutError when it did not end."""
    with started(arguments, environment, folder) as command:
        command.process.join(time_limit)
        if command.process.exitcode is None:
            raise TimeoutError(arguments)
        return CompletedProcess(arguments, command.process.exitcode, command.output.read_text(encoding="utf-8"), command.said)


def answer(arguments: list[str], environment: dict[str, str], folder: Path, output: Path, errors: Path) -> None:
    """The forked process: its own environment, folder and streams; then what `python -m fengqiao` does."""
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    for number, place in ((1, output), (2, errors)):
        written = os.open(place, os.O_WRONLY | os.O_CREAT, 0o600)
        os.dup2(written, number)
        os.close(written)
    share_the_clean_process()
    sys.argv = ["fengqiao", *arguments]
    from fengqiao.main import run as door

    door()


def share_the_clean_process() -> None:
    """Python starts another one in each forked process that forks in its turn; the one that this came from serves as well."""
    forkserver.ensure_running = already
    setattr(forkserver.ForkServer, "ensure_running", already)  # noqa: B010 – a type checker sees a method there


def already(*_: object) -> None:
    """It runs."""
