"""`fengqiao demo`: a made-up city in an empty inbox, never beside anything else."""

import csv
import json
from pathlib import Path

import pytest

from fengqiao import exits
from fengqiao.main import answer
from warehouse.settings import load_settings

TINY = ("--months", "2023-04", "--scale", "0.01")


def test_the_inbox_is_filled_and_the_folder_stands_in_its_time(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every file has its time of receipt, and the day after the last of them is today."""
    assert answer(["demo", *TINY, "--home", str(tmp_path), "--json"]) == exits.DONE

    said = json.loads(capsys.readouterr().out)
    files = [file for file in (tmp_path / "inbox").rglob("*") if file.is_file() and file.name != "received.csv"]
    with (tmp_path / "inbox" / "received.csv").open(encoding="utf-8") as listed:
        received = list(csv.DictReader(listed))
    assert said["files"] == len(files) == len(received) > 100
    assert said["today"] > max(row["received_at"] for row in received)
    assert load_settings(tmp_path).today.isoformat() == said["today"]  # type: ignore[union-attr]
    assert said["records"]["dispute"] > 0


def test_nothing_is_put_beside_what_is_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An inbox with a single file is left as it is."""
    there = tmp_path / "inbox" / "x.xlsx"
    there.parent.mkdir(parents=True)
    there.write_bytes(b"")

    assert answer(["demo", *TINY, "--home", str(tmp_path)]) == exits.WRONG_USE
    assert [file for file in (tmp_path / "inbox").rglob("*") if file.is_file()] == [there]
    assert "fengqiao demo" in capsys.readouterr().err


@pytest.mark.parametrize("months", ["2023-05..2023-04", "2023", "2023-04..", "2023-Q2"])
def test_months_that_are_none_are_explained(months: str, tmp_path: Path) -> None:
    """Wrong use, not a fault of the system."""
    assert answer(["demo", "--months", months, "--home", str(tmp_path)]) == exits.WRONG_USE
