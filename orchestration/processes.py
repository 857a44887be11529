"""Runs and their processes: a killed process cannot say that its run is over, so the next one says it."""

import os
import socket
from pathlib import Path

import dagster as dg

HOST, PID = "fengqiao/host", "fengqiao/pid"
ZOMBIE = "Z"  # ended, and its parent has not looked
ON_ITS_WAY = [
    dg.DagsterRunStatus.QUEUED,
    dg.DagsterRunStatus.NOT_STARTED,
    dg.DagsterRunStatus.STARTING,
    dg.DagsterRunStatus.STARTED,
    dg.DagsterRunStatus.CANCELING,
]


def mine() -> dict[str, str]:
    """Tags by which a later run can tell whether the process of this one still lives."""
    return {HOST: socket.gethostname(), PID: identity(os.getpid())}


def identity(pid: int) -> str:
    """A process by its number and the tick it started at, for numbers are used again; empty when there is none that lives."""
    try:
        status = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""
    state, *fields = status.rpartition(")")[2].split()  # fields 3 and on of proc(5): the command before them may hold blanks
    return "" if state == ZOMBIE else f"{pid}-{fields[18]}"


def close_dead_runs(instance: dg.DagsterInstance) -> None:
    """Mark as failed what claims to be running on this machine and has no process any more. One that has none yet says no process."""
    for run in instance.get_runs(dg.RunsFilter(statuses=ON_ITS_WAY, tags={HOST: socket.gethostname()})):
        claimed = run.tags[PID]
        if identity(int(claimed.partition("-")[0])) != claimed:
            instance.report_run_failed(run, "its process died")
