"""What must not change the figures: the order of arrival, a rebuild, a run with nothing new, a damaged or a planted reading."""

import hashlib
import random
import shutil
from pathlib import Path

import pytest

from tests.end_to_end.city import City, received_times, sample_files

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


@pytest.mark.parametrize("seed", [1, 2])
def test_the_order_of_arrival_does_not_matter(city: City, home: Path, seed: int) -> None:
    """The same files in three batches of another order, into a fresh home with the same key and the same times: the same tables."""
    files = sample_files()
    random.Random(seed).shuffle(files)
    other = City.founded(home)
    shutil.copytree(city.home / "secrets", other.home / "secrets", dirs_exist_ok=True)
    assert received_times()  # without them the order would be the order of delivery
    for batch in (files[0::2], files[1::2]):
        other.deliver(batch)
        other.run()

    assert other.table_hashes() == city.table_hashes()


def test_what_is_derived_can_be_deleted(city: City, home: Path) -> None:
    """Without `published/` and `work/`, the next run ends with the same version and the same tables."""
    shutil.copytree(city.home, home, symlinks=True)
    other = City(home)
    for derived in ("published", "work"):
        shutil.rmtree(home / derived)
    other.run()

    assert (home / "published" / "current.duckdb").resolve().name == (city.home / "published" / "current.duckdb").resolve().name
    assert other.table_hashes() == city.table_hashes()


def test_a_flipped_bit_is_named_and_mended(city: City, home: Path) -> None:
    """A damaged reading is named before the build and made again from the archive; the figures are the same."""
    shutil.copytree(city.home, home, symlinks=True)
    other = City(home)
    reading = next(file for file in (home / "landing" / "dispute").rglob("*.parquet") if file.name != "_none.parquet" and "150221" in str(file))
    damaged = bytearray(reading.read_bytes())
    damaged[len(damaged) // 2] ^= 1
    reading.chmod(0o600)
    reading.write_bytes(damaged)
    faults = other.fengqiao("verify", ends=1)
    assert reading.name in faults.stdout + faults.stderr
    for derived in ("published", "work"):
        shutil.rmtree(home / derived)
    done = other.fengqiao("run", ends=None)

    assert reading.name in done.stdout + done.stderr
    assert other.table_hashes() == city.table_hashes()


def test_a_planted_reading_is_not_counted_but_named(city: City, home: Path) -> None:
    """A Parquet that the journal does not know changes no figure, and `verify` names it."""
    shutil.copytree(city.home, home, symlinks=True)
    other = City(home)
    reading = next(file for file in (home / "landing" / "dispute").rglob("*.parquet") if file.name != "_none.parquet")
    planted = reading.with_name("0000000000000000-1-0000000000000000.parquet")
    shutil.copyfile(reading, planted)
    for derived in ("published", "work"):
        shutil.rmtree(home / derived)
    done = other.fengqiao("run", ends=None)

    assert planted.name in done.stdout + done.stderr
    assert other.table_hashes() == city.table_hashes()
