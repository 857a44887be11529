"""Runs and their processes: a killed process cannot say that its run is over, so the next one says it."""

import os
import socket
from pathlib import Path

import dagster as dg

HOST, PID = "fengqiao/host", "fengqiao/pid"
GOING = [dg.DagsterRunStatus.STARTED, dg.DagsterRunStatus.CANCELING]


def mine() -> dict[str, str]:
    """Tags by which a later run can tell whether the process of this one still lives."""
    return {HOST: socket.gethostname(), PID: identity(os.getpid())}


def identity(pid: int) -> str:
    """A process by its number and the tick it started at, for numbers are used again; empty when there is none."""
    try:
        status = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""
    started = status.rpartition(")")[2].split()[19]  # field 22 of proc(5), counted behind the command's closing bracket
    return f"{pid}-{started}"


def close_dead_runs(instance: dg.DagsterInstance) -> None:
    """Mark as failed what claims to be running on this machine and has no process any more."""
    for run in instance.get_runs(dg.RunsFilter(statuses=GOING, tags={HOST: socket.gethostname()})):
        claimed = run.tags[PID]
        if identity(int(claimed.partition("-")[0])) != claimed:
            instance.report_run_failed(run, "its process died")
