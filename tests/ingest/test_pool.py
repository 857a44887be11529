"""The pool: a file that kills its worker, hangs, or eats the memory is refused; all its neighbours are read."""

import logging
import os
from pathlib import Path

import pytest

from ingest.cells import Refused
from ingest.pool import in_groups
from tests.ingest.toy_readers import joke, process_of, slow_at_first
from warehouse.apart import Limits

LIMITS = Limits(seconds=4, memory=2**31)
FUNNY = [f"word {number}" for number in range(12)]


@pytest.mark.parametrize(("fault", "code"), [("exit", "aborted"), ("abort", "aborted"), ("hang", "timeout"), ("eat", "too_large"), ("raise", "aborted")])
def test_one_bad_file_of_many_is_refused_and_its_neighbours_are_read(fault: str, code: str) -> None:
    """Whatever one job does to its worker, every other job has its answer."""
    jobs = [*FUNNY[:6], fault, *FUNNY[6:]]
    answers = {done.job: done.answer for group in in_groups(joke, jobs, 2, LIMITS) for done in group}
    assert answers == {word: f"{word}, ha ha" for word in FUNNY} | {fault: Refused(code)}


def test_a_hanging_file_does_not_hold_up_the_answers_of_the_others() -> None:
    """What is done comes in a group before the hanging one has run out of its time."""
    groups = list(in_groups(joke, ["hang", *FUNNY], 2, LIMITS))
    assert {done.job for done in groups[0]} >= {FUNNY[0]}
    assert [done.job for done in groups[-1]] == ["hang"]


def test_what_took_too_long_once_is_tried_again(tmp_path: Path) -> None:
    """A machine that stood still refuses no good file; what never ends is refused after the second try."""
    (group,) = in_groups(slow_at_first, [tmp_path / "mark"], 1, Limits(seconds=1, memory=2**31))
    assert [done.answer for done in group] == ["at last"]


def test_a_fault_of_the_reader_is_logged_by_its_place_and_not_by_its_words(caplog: pytest.LogCaptureFixture) -> None:
    """The words of an exception may quote a cell; logs name no person."""
    with caplog.at_level(logging.ERROR):
        list(in_groups(joke, ["raise"], 1, LIMITS))
    assert "ValueError" in caplog.text
    assert "toy_readers.py:" in caplog.text
    assert "张三" not in caplog.text


def test_jobs_are_done_in_other_processes() -> None:
    """Nothing is read in the process that holds the lock and the journal."""
    workers = {done.answer for group in in_groups(process_of, list(range(8)), 2, LIMITS) for done in group}
    assert os.getpid() not in workers


def test_no_jobs_need_no_workers() -> None:
    """A run with nothing to read starts no process."""
    assert list(in_groups(joke, [], 2, LIMITS)) == []


def test_leaving_early_ends_the_workers() -> None:
    """Ctrl-C in the middle leaves no process behind that still reads."""
    groups = in_groups(process_of, list(range(50)), 2, LIMITS)
    worker = next(groups)[0].answer
    groups.close()
    assert isinstance(worker, int)
    with pytest.raises(ProcessLookupError):
        os.kill(worker, 0)
