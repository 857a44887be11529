"""The sample offices' workbooks against what a careful person reads in them, cell by cell, by a judge that imports nothing of ours."""

import json
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
COMMAND = shlex.join([sys.executable, "-m", "fengqiao"])
LEDGERS = "dispute,screening_round,mediation_case,mediator,committee,subsidy_claim"
GATES = ("structure", "identity", "records", "cells", "defects", "alarms")


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The lines of the judge about all declared ledgers."""
    folder = tmp_path_factory.mktemp("samples")
    for name, origin in (("inbox", "synthetic/samples"), ("received.csv", "synthetic/samples"), ("expected", "tests/samples")):
        (folder / name).symlink_to(ROOT / origin / name)
    judge = [sys.executable, str(ROOT / "tests/samples/score.py"), str(folder), "--cmd", COMMAND, "--ledgers", LEDGERS]
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
