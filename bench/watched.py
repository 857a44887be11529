"""A command while it runs: what it prints, and at every moment how much memory it and its children hold and how long they have computed.

Memory is the proportional set size: what several processes share is counted once.
"""

import os
import subprocess
import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

PROC = Path("/proc")
EVERY = 0.25  # seconds
TICKS = os.sysconf("SC_CLK_TCK")
KIB = 1024
PARENT, TIMES = 1, slice(11, 15)  # of the fields after a process's name: its parent; its own time and that of its dead children, user and system


@dataclass(frozen=True)
class Sample:
    """One moment, by the clock of the world."""

    at: float
    memory: int  # bytes
    computed: float  # seconds


@dataclass(frozen=True)
class Ran:
    """A command that came to its end."""

    code: int
    out: str
    err: str
    began: float
    ended: float
    samples: tuple[Sample, ...]

    def between(self, began: float, ended: float) -> tuple[int, float]:
        """The most memory held between two moments, and the seconds computed there. A process for which nobody waits takes its time along when it ends."""
        within = [sample for sample in self.samples if began <= sample.at <= ended]
        computed = sum(max(0.0, later.computed - sooner.computed) for sooner, later in pairwise(within))
        return max((sample.memory for sample in within), default=0), computed


def watched(command: Sequence[str]) -> Ran:
    """Run a command to its end and watch it."""
    samples: list[Sample] = []
    began = time.time()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        over = threading.Event()
        watcher = threading.Thread(target=watch, args=(process.pid, samples, over))
        watcher.start()
        out, err = process.communicate()
        over.set()
        watcher.join()
    return Ran(process.returncode, out, err, began, time.time(), tuple(samples))


def watch(root: int, samples: list[Sample], over: threading.Event) -> None:
    """Look again and again, until it is over."""
    while not over.wait(EVERY):
        found = list(tree(root))
        samples.append(Sample(time.time(), sum(map(memory_of, found)), sum(map(computed_by, found))))


def tree(root: int) -> Iterator[int]:
    """A process and all that come from it."""
    children: Mapping[int, list[int]] = defaultdict(list)
    for folder in PROC.iterdir():
        if folder.name.isdigit() and (told := fields(int(folder.name))):
            children[int(told[PARENT])].append(int(folder.name))
    waiting = [root]
    while waiting:
        yield (one := waiting.pop())
        waiting.extend(children.get(one, ()))


def fields(process: int) -> list[str]:
    """What the kernel tells of a process after its name, which may hold anything; nothing of one that is gone."""
    try:
        return (PROC / str(process) / "stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return []


def computed_by(process: int) -> float:
    """Seconds a process and its dead children have computed."""
    return sum(map(int, fields(process)[TIMES])) / TICKS


def memory_of(process: int) -> int:
    """Bytes a process holds, its share of what it shares with others."""
    try:
        lines = (PROC / str(process) / "smaps_rollup").read_text(encoding="ascii").splitlines()
    except (FileNotFoundError, ProcessLookupError, PermissionError):
        return 0
    return next((int(line.split()[1]) * KIB for line in lines if line.startswith("Pss:")), 0)
