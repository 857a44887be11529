"""The same seed makes the same city, byte for byte; another seed another one."""

import hashlib
from dataclasses import replace
from pathlib import Path

from catalog.catalog import load
from synthetic.calibration import calibration
from synthetic.city.district import district
from synthetic.generate import TRUTH, write_unit
from tests.synthetic.small_city import PLAN, Made, made

UNIT = "150222"


def bytes_of(home: Path) -> dict[str, str]:
    """The hash of every file below a folder."""
    return {str(file.relative_to(home)): hashlib.sha256(file.read_bytes()).hexdigest() for file in sorted(home.rglob("*")) if file.is_file()}


def test_a_seed_gives_the_same_files_whatever_the_number_of_workers(small: Made, tmp_path: Path) -> None:
    """Workbooks, labels, times of receipt and truth are equal to the byte."""
    again = made(PLAN, tmp_path, workers=2)

    assert bytes_of(again.home) == bytes_of(small.home)


def test_another_seed_gives_other_disputes() -> None:
    """Not one dispute of a unit is the same."""
    one, other = (district(load(), "150205", replace(PLAN, seed=seed), calibration()) for seed in (7, 8))

    assert not {dispute.brief for dispute in one.disputes} & {dispute.brief for dispute in other.disputes if len(dispute.parties) > 1}


def test_what_is_wrong_changes_nothing_that_is_true(small: Made, tmp_path: Path) -> None:
    """A unit without mistakes has the same truth, and no label."""
    clean = write_unit(UNIT, replace(PLAN, mistakes=0), tmp_path)

    assert not clean.labels
    assert clean.counts == small.city.counts_by_unit[UNIT]
    assert bytes_of(tmp_path / TRUTH) == {name: digest for name, digest in bytes_of(small.home / TRUTH).items() if UNIT in name}
