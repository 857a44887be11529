"""One function call in a process of its own: what it opens is closed with it, and the operating system holds it to its limits."""

import multiprocessing
import resource
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
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
ONE_AT_A_TIME = threading.Lock()
ENDING_SECONDS = 5


class OverLimit(Exception):
    """The call was ended because it took too long, or its process died."""


@dataclass(frozen=True)
class Raised:
    """In place of an answer: what the call raised."""

    error: Exception


def apart(function: Callable[[*Arguments], Answer], *arguments: *Arguments, limits: Limits = NONE) -> Answer:
    """Call a module's function in a fresh process; give back what it returns, raise what it raises. OverLimit when it did not come to its end."""
    fresh = multiprocessing.get_context("spawn")  # a fork would share open databases and locks
    receiver, sender = fresh.Pipe(duplex=False)
    process = fresh.Process(target=answer, args=(sender, limits, function, arguments), daemon=True)
    with main_unseen():
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
    """While a process is started: it is not to load this one's main module first. What it calls stands elsewhere, and Dagster's main module takes seconds."""
    with ONE_AT_A_TIME:
        main = sys.modules["__main__"]
        sys.modules["__main__"] = ModuleType("__main__")
        try:
            yield
        finally:
            sys.modules["__main__"] = main


def answer(sender: "Connection[Any, Any]", limits: Limits, function: Callable[[*Arguments], Answer], arguments: tuple[*Arguments]) -> None:
    """The fresh process: call within the limits and send what came of it."""
    collect_seldom()
    hold_to(limits)
    try:
        found: Answer | Raised = function(*arguments)
    except Exception as error:  # noqa: BLE001 – whatever it is, the caller raises it
        error.add_note(traceback.format_exc())
        found = Raised(error)
    sender.send(found)


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
