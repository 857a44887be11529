"""Faults reported of other systems: none of them is made here. One file each, checked by way of the door, as a clerk checks a file of hers."""

import json
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
INPUTS = Path(__file__).parent / "inputs"
CASES: dict[str, dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "cases.yml").read_text(encoding="utf-8"))
KUNDULUN = "150203"


@pytest.fixture(scope="module")
def answers() -> dict[str, dict[str, Any]]:
    """What `check` says of each file, by its name: one call for each office."""
    offices: dict[str, list[Path]] = defaultdict(list)
    for case in CASES.values():
        offices[case.get("district", KUNDULUN)].append(INPUTS / case["file"])
    said: list[dict[str, Any]] = []
    for district, files in offices.items():
        command = [sys.executable, "-m", "fengqiao", "check", "--json", "--district", district, *map(str, files)]
        said += json.loads(subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout)
    return {Path(one["file"]).name: one for one in said}


@pytest.mark.parametrize("name", CASES)
def test_a_fault_reported_elsewhere_is_not_made_here(answers: dict[str, dict[str, Any]], name: str) -> None:
    """The ledger is known, the values are right, and what cannot be right is said at its cell."""
    case = CASES[name]
    answer = answers[case["file"]]
    assert (answer["refusal"], answer["ledger"]) == (None, case["ledger"])
    records = {record["_row"]: record for record in answer["records"]}
    for row, values in case.get("rows", {}).items():
        assert {column: records[row].get(column) for column in values} == values
    for cell, code in case.get("said", {}).items():
        assert (cell, code) in {(problem["cell"], problem["code"]) for problem in answer["problems"]}
    assert case.get("records", len(records)) == len(records)
    for column, total in case.get("sum", {}).items():
        assert sum(record[column] for record in records.values()) == total
    assert "nowhere" not in case or case["nowhere"] not in json.dumps(answer["records"], ensure_ascii=False)


def test_every_file_has_its_case() -> None:
    """And every case its file."""
    assert sorted(case["file"] for case in CASES.values()) == sorted(file.name for file in INPUTS.iterdir())
