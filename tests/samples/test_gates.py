"""The sample offices' workbooks against what a careful person reads in them, cell by cell, by a judge that imports nothing of ours."""

import json
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parent
COMMAND = shlex.join([sys.executable, "-m", "fengqiao"])
LEDGERS = "dispute,screening_round,mediation_case,mediator,committee,subsidy_claim"
GATES = ("structure", "identity", "records", "cells", "defects", "alarms")
GATES_OF_ALL = ("structure", "identity", "records", "cells", "alarms")  # not every labelled fault of the other ledgers has its check


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The lines of the judge about the ledgers whose checks are complete."""
    return judged(tmp_path_factory, "--ledgers", LEDGERS)


@pytest.fixture(scope="module")
def said_of_all(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The lines of the judge about all ledgers."""
    return judged(tmp_path_factory)


def judged(tmp_path_factory: pytest.TempPathFactory, *which: str) -> list[str]:
    """What the judge says of the samples."""
    judge = [sys.executable, str(SAMPLES / "score.py"), str(SAMPLES), "--cmd", COMMAND, *which]
    answer = subprocess.run(judge, capture_output=True, text=True, check=False, cwd=tmp_path_factory.mktemp("work"))
    return answer.stdout.splitlines() or [answer.stderr]


@pytest.mark.parametrize("gate", GATES)
def test_the_gate_is_passed(said: list[str], gate: str) -> None:
    """Tables found; files identified; all records; no cell wrong without a word; every labelled fault found; no false alarm."""
    assert f" {gate} ok" in said[-1]


def test_the_judge_saw_every_file(said: list[str]) -> None:
    """Eighteen files of the ledgers, a copy among them; a lock file and a document that are none."""
    sums = json.loads(said[0])
    assert (sums["files"], sums["records"], sums["labelled"]) == (20, 519, 54)


@pytest.mark.parametrize("gate", GATES_OF_ALL)
def test_the_gate_is_passed_by_all_ledgers(said_of_all: list[str], gate: str) -> None:
    """Every kind of ledger and form, in every format."""
    assert f" {gate} ok" in said_of_all[-1]


def test_the_judge_saw_all_files(said_of_all: list[str]) -> None:
    """Thirty-five files, and of the labelled faults no fewer found than before."""
    sums = json.loads(said_of_all[0])
    assert (sums["files"], sums["records"], sums["labelled"]) == (35, 1013, 96)
    assert sums["labelled_found"] >= 81
