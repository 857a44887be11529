"""What must not change the figures: a rebuild, a run with nothing new, a damaged or a planted reading."""

import hashlib
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.end_to_end.city import City, sample_files

KEPT_APART = ("dagster",)  # the history of runs: it grows with every run that is asked for, and holds no fact


def contents(home: Path) -> dict[str, str]:
    """Every file of a home with the hash of its bytes and the time of its last change."""
    return {
        str(file.relative_to(home)): f"{hashlib.sha256(file.read_bytes()).hexdigest()} {file.stat().st_mtime_ns}"
        for file in sorted(home.rglob("*"))
        if file.is_file() and file.relative_to(home).parts[0] not in KEPT_APART
    }


def test_a_run_with_nothing_new_touches_no_file(city: City) -> None:
    """The same folder before and after, the same version, and nothing received."""
    before = contents(city.home)
    answer = city.run()

    assert contents(city.home) == before
    assert answer["received"] == []


def test_a_dry_run_writes_nothing(home: Path) -> None:
    """It says what it would do."""
    city = City.founded(home, sample_files()[:2])
    before = contents(city.home)
    city.run("--dry-run")

    assert contents(city.home) == before


@dataclass(frozen=True)
class Rebuilt:
    """A copy of the city without `published/` and `work/`, one reading damaged, another planted: what `verify` found, and what the next run answered."""

    city: City
    damaged: Path
    planted: Path
    found: str
    answer: dict[str, Any]


@pytest.fixture(scope="module")
def rebuilt(city: City, tmp_path_factory: pytest.TempPathFactory) -> Rebuilt:
    """All that at once, so that the path is taken once."""
    other = city.copied(tmp_path_factory.mktemp("rebuilt") / "data")
    home = other.home
    readings = sorted(file for file in (home / "landing" / "dispute").rglob("*.parquet") if file.name != "_none.parquet")
    damaged, planted = readings[0], readings[-1].with_name("0000000000000000-1-0000000000000000.parquet")
    shutil.copyfile(readings[-1], planted)
    flip_one_bit(damaged)
    found = other.fengqiao("verify", ends=1)
    for derived in ("published", "work"):
        shutil.rmtree(home / derived)
    return Rebuilt(other, damaged, planted, found.stdout + found.stderr, other.run(ends=None))


def test_what_is_derived_can_be_deleted(city: City, rebuilt: Rebuilt) -> None:
    """Without `published/` and `work/`, the next run ends with the same version and the same tables."""
    current = [(one.home / "published" / "current.duckdb").resolve().name for one in (city, rebuilt.city)]

    assert current[0] == current[1]
    assert rebuilt.city.table_hashes() == city.table_hashes()


def test_a_damaged_reading_is_named_and_mended(rebuilt: Rebuilt) -> None:
    """One bit flipped: named by `verify` and by the run, made again from the archive."""
    assert rebuilt.damaged.name in rebuilt.found
    assert [Path(file).name for file in rebuilt.answer["damaged"]] == [rebuilt.damaged.name]


def test_a_planted_reading_is_named_and_not_counted(rebuilt: Rebuilt) -> None:
    """A Parquet that the journal does not know; the figures are the same."""
    assert [Path(file).name for file in rebuilt.answer["planted"]] == [rebuilt.planted.name]


def flip_one_bit(file: Path) -> None:
    """What a tired disk does."""
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.chmod(0o600)
    file.write_bytes(content)
