"""The first walk through: from an empty folder to figures, and again without doing anything twice."""

from pathlib import Path

import pytest

from fengqiao.messages import first_run as words
from tests.end_to_end.city import City, sample_files
from tests.end_to_end.founding import PRINTED, SAID, walk


@pytest.fixture
def printed(walked: Path) -> str:
    """What the first walk put on standard output."""
    return (walked / PRINTED).read_text(encoding="utf-8")


@pytest.fixture
def said(walked: Path) -> str:
    """What it said beside."""
    return (walked / SAID).read_text(encoding="utf-8")


def test_the_samples_are_delivered_and_said(city: City, said: str) -> None:
    """All of them, with a sentence that names the day that counts as today."""
    assert all((city.home / "inbox" / file).is_file() for file in sample_files())
    assert (city.home / "settings.env").read_text(encoding="utf-8") == "FENGQIAO_TODAY=2023-07-06\n"
    assert "FENGQIAO_TODAY=2023-07-06" in said


def test_the_figures_are_shown_as_a_table(printed: str) -> None:
    """Ten indicators, both months, coverage beside."""
    assert "2023-04" in printed
    assert "2023-05" in printed
    assert "67.1% (53/79) 另有读不出 1" in printed
    assert "25 另有读不出 1 含沿用上期 6" in printed


def test_what_to_do_next_is_said(said: str) -> None:
    """With commands that can be typed."""
    assert ".venv/bin/fengqiao status" in said
    assert "CONTRIBUTING.md" in said


def test_a_second_walk_changes_nothing(city: City, printed: str) -> None:
    """The samples are not delivered again, the settings not written again, nothing new published; the same figures are shown."""
    before = city.table_hashes()
    again = walk(city)

    assert again.stdout == printed[printed.index(words.TITLE) :]
    assert (city.home / "settings.env").read_text(encoding="utf-8") == "FENGQIAO_TODAY=2023-07-06\n"
    assert city.table_hashes() == before


def test_an_inbox_with_files_gets_no_samples(one_good: City, home: Path) -> None:
    """Who has real files keeps them to themselves, and no day is written down for them."""
    office = one_good.copied(home)
    own = [file.read_bytes() for file in sorted((home / "inbox").rglob("*")) if file.is_file()]
    walk(office, FENGQIAO_TODAY=one_good.today)

    assert [file.read_bytes() for file in sorted((home / "inbox").rglob("*")) if file.is_file()] == own
    assert not (home / "settings.env").exists()
