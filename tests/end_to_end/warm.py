"""Commands in processes forked from one in which the libraries are loaded: a test of what a command does need not wait a third of its time for imports.

How a command itself starts, is interrupted and is killed is tested with processes of its own (newcomer, kills, three ways).
"""

import os
import sys
from multiprocessing import get_context
from pathlib import Path
from subprocess import CompletedProcess
from tempfile import TemporaryDirectory

LOADED = ["fengqiao.main", "fengqiao.published", "orchestration.run", "ingest.one_submission"]
CONTEXT = get_context("forkserver")
CONTEXT.set_forkserver_preload(LOADED)


def run(arguments: list[str], environment: dict[str, str], folder: Path, time_limit: float) -> "CompletedProcess[str]":
    """What came of a command: its code, and what it wrote. TimeoutError when it did not end."""
    with TemporaryDirectory() as place:
        output, errors = Path(place) / "output", Path(place) / "errors"
        process = CONTEXT.Process(target=answer, args=(arguments, environment, folder, output, errors))
        process.start()
        process.join(time_limit)
        if process.exitcode is None:
            process.kill()
            raise TimeoutError(arguments)
        return CompletedProcess(arguments, process.exitcode, output.read_text(encoding="utf-8"), errors.read_text(encoding="utf-8"))


def answer(arguments: list[str], environment: dict[str, str], folder: Path, output: Path, errors: Path) -> None:
    """The forked process: its own environment, folder and streams; then what `python -m fengqiao` does."""
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    for number, place in ((1, output), (2, errors)):
        written = os.open(place, os.O_WRONLY | os.O_CREAT, 0o600)
        os.dup2(written, number)
        os.close(written)
    sys.argv = ["fengqiao", *arguments]
    from fengqiao.main import run as door

    door()
