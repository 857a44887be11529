"""The first walk through: from an empty folder to figures, and again without doing anything twice."""

import subprocess
import sys
from pathlib import Path

import pytest

from fengqiao.messages import first_run as words
from tests.end_to_end.city import ROOT, City, sample_files


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> tuple[City, str, str]:
    """A home that did not exist, walked through once: the home, what was printed, what was said."""
    city = City(tmp_path_factory.mktemp("first") / "data")
    done = walk(city)
    return city, done.stdout, done.stderr


def walk(city: City) -> "subprocess.CompletedProcess[str]":
    """What `make run SERVE=0` does once the environment stands. The day comes from the data folder alone."""
    environment = {name: value for name, value in city.environment.items() if name != "FENGQIAO_TODAY"}
    done = subprocess.run([sys.executable, "-m", "fengqiao.first_run", "--no-page"], cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done


def test_the_samples_are_delivered_and_said(walked: tuple[City, str, str]) -> None:
    """All of them, with a sentence that names the day that counts as today."""
    city, _, said = walked

    assert all((city.home / "inbox" / file).is_file() for file in sample_files())
    assert (city.home / "settings.env").read_text(encoding="utf-8") == "FENGQIAO_TODAY=2023-07-06\n"
    assert "FENGQIAO_TODAY=2023-07-06" in said


def test_the_figures_are_shown_as_a_table(walked: tuple[City, str, str]) -> None:
    """Ten indicators, both months, coverage beside."""
    _, shown, _ = walked

    assert "2023-04" in shown
    assert "2023-05" in shown
    assert "67.1% (53/79) 另有读不出 1" in shown
    assert "25 另有读不出 1 含沿用上期 6" in shown


def test_what_to_do_next_is_said(walked: tuple[City, str, str]) -> None:
    """With commands that can be typed."""
    _, _, said = walked

    assert ".venv/bin/fengqiao status" in said
    assert "CONTRIBUTING.md" in said


def test_a_second_walk_changes_nothing(walked: tuple[City, str, str]) -> None:
    """The samples are not delivered again, the settings not written again, nothing new published; the same figures are shown."""
    city, shown, _ = walked
    before = city.table_hashes()
    again = walk(city)

    assert again.stdout == shown[shown.index(words.TITLE) :]
    assert (city.home / "settings.env").read_text(encoding="utf-8") == "FENGQIAO_TODAY=2023-07-06\n"
    assert city.table_hashes() == before


def test_an_inbox_with_files_gets_no_samples(tmp_path: Path) -> None:
    """Who has real files keeps them to themselves, and today is today."""
    city = City(tmp_path / "data")
    city.fengqiao("init")
    own = city.home / "inbox" / "昆都仑区" / "表彰决定.docx"
    own.write_bytes(b"PK")
    walk(city)

    assert [file for file in (city.home / "inbox").rglob("*") if file.is_file()] == [own]
    assert not (city.home / "settings.env").exists()
