"""The first walk through: from an empty folder to the figures of a made-up city, and again without doing anything twice."""

import re
from pathlib import Path

import pytest

from fengqiao.messages import first_run as words
from tests.end_to_end.city import City
from tests.end_to_end.founding import PRINTED, SAID, walk

DAY = "FENGQIAO_TODAY=2023-06-"  # the city's offices are late too: the day after the last file of May came


@pytest.fixture
def printed(walked: Path) -> str:
    """What a walk through the samples put on standard output."""
    return (walked / PRINTED).read_text(encoding="utf-8")


def test_an_empty_folder_gets_a_city_and_is_told_so(newcomer: Path) -> None:
    """Workbooks of all eleven units, with a sentence that says that all of it is made up, how small it is, and which day counts as today."""
    said = (newcomer / SAID).read_text(encoding="utf-8")
    offices = [folder.name for folder in (newcomer / "data" / "inbox").iterdir() if folder.is_dir()]

    assert len(offices) == 11
    assert "编出一座小城" in said
    assert "5%" in said
    assert DAY in said


def test_the_city_stands_in_its_own_time(newcomer: Path) -> None:
    """Its day is written down, once."""
    assert (newcomer / "data" / "settings.env").read_text(encoding="utf-8").count(DAY) == 1


def test_the_city_is_published_whole(newcomer: Path) -> None:
    """Every unit has figures of both months."""
    units = City(newcomer / "data").query("select period, count(distinct unit_code) from fct_indicator where indicator = 'return_rate' group by period")

    assert {("2023-04", 12), ("2023-05", 12)} <= {tuple(row) for row in units}  # the city itself beside its eleven


def test_what_to_do_next_is_said(newcomer: Path) -> None:
    """With commands that can be typed."""
    said = (newcomer / SAID).read_text(encoding="utf-8")

    assert ".venv/bin/fengqiao status" in said
    assert "CONTRIBUTING.md" in said


def test_the_figures_are_shown_as_a_table(printed: str) -> None:
    """Every indicator, both months, coverage beside."""
    assert "2023-04" in printed
    assert "2023-05" in printed
    assert "67.1% (53/79) 另有读不出 1" in printed
    assert "25 另有读不出 1 含沿用上期 6" in printed


def test_sums_of_money_are_shown_in_yuan(newcomer: Path) -> None:
    """Also the two sums that a share is made of."""
    lines = (newcomer / PRINTED).read_text(encoding="utf-8").splitlines()
    (executed,) = (line for line in lines if line.startswith(" 人民调解经费执行率"))

    assert re.search(r"\([\d,]+\.\d\d/[\d,]+\.\d\d\)", executed), executed


def test_a_second_walk_changes_nothing(newcomer: Path) -> None:
    """No second city, the settings not written again, nothing new published; the same figures are shown."""
    city = City(newcomer / "data")
    settings = (city.home / "settings.env").read_text(encoding="utf-8")
    printed = (newcomer / PRINTED).read_text(encoding="utf-8")
    before = city.table_hashes()
    again = walk(city)

    assert again.stdout == printed[printed.index(words.TITLE) :]
    assert (city.home / "settings.env").read_text(encoding="utf-8") == settings
    assert city.table_hashes() == before


def test_an_inbox_with_files_gets_no_city(one_good: City, home: Path) -> None:
    """Who has real files keeps them to themselves, and no day is written down for them."""
    office = one_good.copied(home)
    own = [file.read_bytes() for file in sorted((home / "inbox").rglob("*")) if file.is_file()]
    walk(office, FENGQIAO_TODAY=one_good.today)

    assert [file.read_bytes() for file in sorted((home / "inbox").rglob("*")) if file.is_file()] == own
    assert not (home / "settings.env").exists()
