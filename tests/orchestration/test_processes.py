"""A run whose process died is marked as failed by the next one; a run that lives is left alone."""

import subprocess
import sys
import uuid
from collections.abc import Mapping

import dagster as dg

from orchestration.processes import HOST, PID, close_dead_runs, identity, mine

STARTED, FAILURE = dg.DagsterRunStatus.STARTED, dg.DagsterRunStatus.FAILURE


def going(history: dg.DagsterInstance, tags: Mapping[str, str]) -> str:
    """A run that the history takes for going on."""
    run = dg.DagsterRun(job_name="path", run_id=str(uuid.uuid4()), status=STARTED, tags=tags)
    history.add_run(run)
    return run.run_id


def status(history: dg.DagsterInstance, run_id: str) -> dg.DagsterRunStatus:
    """What the history says of a run."""
    run = history.get_run_by_id(run_id)
    assert run
    return run.status


def dead_process() -> str:
    """The identity of a process that has ended."""
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
        return identity(process.pid)


def test_a_run_whose_process_died_has_failed(history: dg.DagsterInstance) -> None:
    """Nobody else will ever say so."""
    run_id = going(history, mine() | {PID: dead_process()})
    close_dead_runs(history)

    assert status(history, run_id) is FAILURE


def test_a_run_that_lives_goes_on(history: dg.DagsterInstance) -> None:
    """This very process is alive."""
    run_id = going(history, mine())
    close_dead_runs(history)

    assert status(history, run_id) is STARTED


def test_a_process_is_not_taken_for_another_with_its_number(history: dg.DagsterInstance) -> None:
    """The number was used again: the run's process is dead all the same."""
    number = mine()[PID].partition("-")[0]
    run_id = going(history, mine() | {PID: f"{number}-1"})
    close_dead_runs(history)

    assert status(history, run_id) is FAILURE


def test_a_run_of_another_machine_is_not_judged(history: dg.DagsterInstance) -> None:
    """Its processes cannot be seen from here."""
    run_id = going(history, {HOST: "elsewhere", PID: dead_process()})
    close_dead_runs(history)

    assert status(history, run_id) is STARTED
