"""Readers with a fault each, as small as a joke; worker processes import them by name."""

import os
import time
from pathlib import Path

from ingest.cells import Refused
from ingest.one_submission import Answered, Job, answer

NEVER = 60.0


def joke(word: str) -> str:
    """Laughs at a word; some words are not funny."""
    match word:
        case "exit":
            os._exit(1)
        case "abort":
            os.abort()
        case "hang":
            time.sleep(NEVER)
        case "eat":
            return str(len(bytearray(2**33)))
        case "raise":
            raise ValueError("张三")
    return f"{word}, ha ha"


def slow_at_first(mark: Path) -> str:
    """Never ends while the mark is not there, and leaves it."""
    if not mark.exists():
        mark.touch()
        time.sleep(NEVER)
    return "at last"


def process_of(_: int) -> int:
    """The worker that does it."""
    return os.getpid()


def answer_unless_bad(job: Job) -> Answered | Refused:
    """The real reader, but for files whose name begs for a fault."""
    if "-abort" in job.received.path:
        os.abort()
    if "-hang" in job.received.path:
        time.sleep(NEVER)
    return answer(job)


def never_asked(job: Job) -> Answered | Refused:
    """A reader that must not be needed."""
    raise AssertionError(job.received.path)
