"""The inbox sensor: starts the path when there is news, once the inbox is quiet, and not for ever."""

import uuid
from datetime import date
from pathlib import Path

import dagster as dg
import pytest

from catalog.catalog import load
from orchestration.request import BATCH
from orchestration.sensor import TRIES, inbox
from warehouse.folder import Folder
from warehouse.news import look


def tick(history: dg.DagsterInstance, cursor: str | None) -> tuple[dg.RunRequest | dg.SkipReason, str | None]:
    """One look of the sensor: what it asks for, and what it remembers."""
    with dg.build_sensor_context(instance=history, cursor=cursor) as context:
        asked = inbox(context)
        assert isinstance(asked, dg.RunRequest | dg.SkipReason)
        return asked, context.cursor


def batch_of(folder: Folder) -> str:
    """The name of what is new."""
    return look(folder, load(), date(2023, 7, 6)).batch


def ended(history: dg.DagsterInstance, batch: str, status: dg.DagsterRunStatus) -> None:
    """A run of a batch, in the history."""
    history.add_run(dg.DagsterRun(job_name="path", run_id=str(uuid.uuid4()), status=status, tags={BATCH: batch}))


def drop(folder: Folder, name: str) -> Path:
    """A file in an office's inbox."""
    file = folder.inbox / "昆都仑区" / name
    file.write_bytes(name.encode())
    return file


def test_news_waits_until_two_looks_see_the_same(folder: Folder, history: dg.DagsterInstance) -> None:
    """The first look sees news and waits; the second sees the same and starts the path, saying for which batch."""
    first, cursor = tick(history, None)
    second, _ = tick(history, cursor)

    assert isinstance(first, dg.SkipReason)
    assert isinstance(second, dg.RunRequest)
    assert second.tags == {"fengqiao/by": "inbox", BATCH: batch_of(folder)}


def test_a_file_that_comes_between_two_looks_makes_the_sensor_wait_again(folder: Folder, history: dg.DagsterInstance) -> None:
    """Somebody is still dropping files: one run for all of them."""
    _, cursor = tick(history, None)
    drop(folder, "台账.xlsx")
    second, cursor = tick(history, cursor)
    third, _ = tick(history, cursor)

    assert isinstance(second, dg.SkipReason)
    assert isinstance(third, dg.RunRequest)


@pytest.mark.parametrize("status", [dg.DagsterRunStatus.STARTING, dg.DagsterRunStatus.STARTED])
def test_nothing_is_asked_for_while_a_run_is_on_its_way(folder: Folder, history: dg.DagsterInstance, status: dg.DagsterRunStatus) -> None:
    """The news is still there, because the run has not come to it; also when a person started it, for no batch."""
    ended(history, "", status)

    assert isinstance(tick(history, batch_of(folder))[0], dg.SkipReason)


def test_a_failed_batch_is_tried_again_a_few_times(folder: Folder, history: dg.DagsterInstance) -> None:
    """Each try has a run key of its own, for Dagster never tries one twice; after the last the sensor waits for a change."""
    keys = []
    for _ in range(TRIES):
        asked, _ = tick(history, batch_of(folder))
        assert isinstance(asked, dg.RunRequest)
        keys.append(asked.run_key)
        ended(history, batch_of(folder), dg.DagsterRunStatus.FAILURE)

    assert len(set(keys)) == TRIES
    assert isinstance(tick(history, batch_of(folder))[0], dg.SkipReason)
    drop(folder, "台账.xlsx")
    assert isinstance(tick(history, batch_of(folder))[0], dg.RunRequest)
