"""One function call in a process of its own: what it opens is closed with it, and the operating system holds it to its limits.

Such processes are forked from one clean process (Python's fork server) that has opened nothing and loaded the libraries: each is there at once.
"""

import os
import resource
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import connection, forkserver, parent_process
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, ForkServerProcess
from threading import Lock, Thread
from types import ModuleType
from typing import Any, TypeVar, TypeVarTuple

from warehouse.long_lived import collect_seldom

Arguments = TypeVarTuple("Arguments")
Answer = TypeVar("Answer")


@dataclass(frozen=True)
class Limits:
    """What a call may use; None: no limit of its own."""

    seconds: float | None = None  # by the clock, its start included
    memory: int | None = None  # bytes of address space
    written: int | None = None  # bytes of one file


NONE = Limits()
ONE_AT_A_TIME = Lock()
ENDING_SECONDS = 5


class MainlessProcess(ForkServerProcess):
    """A process that does not load the main module of the one that started it. What it calls stands elsewhere, and Dagster's main module takes seconds."""

    def start(self) -> None:
        """Start it."""
        with main_unseen():
            super().start()


class MainlessContext(ForkServerContext):
    """The way to start such processes."""

    Process = MainlessProcess


CLEAN = MainlessContext()
BEFOREHAND: list[str] = []


class OverLimit(Exception):
    """The call was ended because it took too long, or its process died."""


@dataclass(frozen=True)
class Raised:
    """In place of an answer: what the call raised."""

    error: Exception


def load_beforehand(modules: Sequence[str]) -> None:
    """What the clean process loads when it starts; who says it first decides. Where nobody does, each process forked from it loads its own."""
    if not BEFOREHAND:
        BEFOREHAND.extend(modules)
        CLEAN.set_forkserver_preload(BEFOREHAND)


def make_ready(modules: Sequence[str]) -> None:
    """Start the clean process with these modules and go on while it loads them; if it stands already, it stays as it is."""
    load_beforehand(modules)
    with main_unseen():
        forkserver.ensure_running()


def apart(function: Callable[[*Arguments], Answer], *arguments: *Arguments, limits: Limits = NONE) -> Answer:
    """Call a module's function in a fresh process; give back what it returns, raise what it raises. OverLimit when it did not come to its end."""
    receiver, sender = CLEAN.Pipe(duplex=False)
    process = CLEAN.Process(target=answer, args=(sender, dict(os.environ), limits, function, arguments), daemon=True)
    process.start()
    sender.close()
    try:
        if not receiver.poll(limits.seconds):
            raise OverLimit(f"it took longer than {limits.seconds} seconds")
        found: Answer | Raised = receiver.recv()
        process.join(ENDING_SECONDS)  # libraries tidy up as they end
    except EOFError as error:
        raise OverLimit("its process died") from error
    finally:
        process.kill()  # if it has not ended: it is not to go on, also when we are interrupted
        process.join()
        receiver.close()
    if isinstance(found, Raised):
        raise found.error
    return found


@contextmanager
def main_unseen() -> Iterator[None]:
    """While a process is started: it is not to load this one's main module first."""
    with ONE_AT_A_TIME:
        main = sys.modules["__main__"]
        sys.modules["__main__"] = ModuleType("__main__")
        try:
            yield
        finally:
            sys.modules["__main__"] = main


def answer(
    sender: "Connection[Any, Any]", environment: dict[str, str], limits: Limits, function: Callable[[*Arguments], Answer], arguments: tuple[*Arguments]
) -> None:
    """The fresh process: take on the caller's environment, call within the limits and send what came of it."""
    Thread(target=end_with_caller, daemon=True).start()
    os.environ.clear()
    os.environ.update(environment)
    collect_seldom()
    hold_to(limits)
    try:
        found: Answer | Raised = function(*arguments)
    except Exception as error:  # noqa: BLE001 – whatever it is, the caller raises it
        error.add_note(traceback.format_exc())
        found = Raised(error)
    sender.send(found)


def end_with_caller() -> None:
    """End this process when its caller is gone, however that ended: nobody waits for the answer, and another run may be on its way."""
    if caller := parent_process():
        connection.wait([caller.sentinel])
        os._exit(1)


def hold_to(limits: Limits) -> None:
    """Ask the operating system to hold this process to limits that no library of ours enforces."""
    if limits.seconds is not None:
        lower(resource.RLIMIT_CPU, round(2 * limits.seconds))  # of all threads together: a process whose parent died ends too
    if limits.memory is not None:
        lower(resource.RLIMIT_AS, limits.memory)
    if limits.written is not None:
        lower(resource.RLIMIT_FSIZE, limits.written)


def lower(kind: int, to: int) -> None:
    """Lower one limit, for good."""
    resource.setrlimit(kind, (to, to))
