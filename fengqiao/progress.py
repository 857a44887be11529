"""How far a run is: a bar on a terminal, one line per step elsewhere; on standard error, so that the answer stays alone."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from fengqiao import clock
from fengqiao.answers import say
from fengqiao.messages import run as words
from orchestration.tell import Tell

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID


@contextmanager
def progress() -> Iterator[Tell]:
    """To whom a run tells its steps, as long as it lasts."""
    if not sys.stderr.isatty():
        yield lines()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    with Progress(TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), console=Console(stderr=True)) as shown:
        yield bars(shown)


def lines() -> Tell:
    """One line per step, when it begins."""
    said: set[str] = set()

    def tell(step: str, _done: int, _of: int) -> None:
        if step not in said:
            said.add(step)
            say(f"{clock.now():%H:%M:%S} [{step}] {words.STEPS[step]}")

    return tell


def bars(shown: "Progress") -> Tell:
    """A bar per step; one whose length is not known only moves, until the next begins."""
    tasks: dict[str, TaskID] = {}

    def tell(step: str, done: int, of: int) -> None:
        if step not in tasks:
            for task in tasks.values():
                shown.update(task, completed=1, total=1)
            tasks[step] = shown.add_task(words.STEPS[step], total=None)
        shown.update(tasks[step], completed=done, total=of or None)

    return tell
