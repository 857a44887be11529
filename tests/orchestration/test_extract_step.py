"""The step that writes what goes out: after the publish, of the newest month that is over, and without a hold on what is published."""

from datetime import UTC, date, datetime
from pathlib import Path

import dagster as dg
import pytest

from catalog.catalog import load
from orchestration.passage import Passage
from orchestration.path import extract
from orchestration.request import By, Request
from tests.reporting.by_hand import Office, publish
from warehouse.access_log import AccessLog
from warehouse.folder import Folder
from warehouse.run import Run
from warehouse.settings import load_settings

LONG_AGO = datetime(2023, 5, 20, tzinfo=UTC)


@pytest.fixture
def office(folder: Folder) -> Office:
    """A version that was just published."""
    return publish(folder, load())


def written(office: Office) -> list[Path]:
    """Every file among the extracts."""
    return sorted(file for file in office.folder.extracts.rglob("*") if file.is_file())


def take(office: Office, history: dg.DagsterInstance, as_of: datetime | None = None) -> bool:
    """Take the step alone, behind a publish; whether it came to its end."""
    passage = Passage(Run(office.folder, load(), date(2023, 7, 6), as_of, "run-1"), load_settings(office.folder.home), Request(By.INBOX))
    passage.published = office.published
    return dg.materialize([extract], instance=history, resources={"passage": passage}, raise_on_error=False).success


def test_the_report_of_the_newest_month_that_is_over_is_written_with_its_manifest(office: Office, history: dg.DagsterInstance) -> None:
    """And the access log says for whom."""
    assert take(office, history)
    assert [file.suffix for file in written(office)] == [".json", ".xlsx"]
    assert {file.parent.name for file in written(office)} == {"2023-05"}
    assert [(one.by, one.what) for one in AccessLog(office.folder).read()] == [("inbox", "export")]


def test_a_past_day_is_handed_out_to_nobody(office: Office, history: dg.DagsterInstance) -> None:
    """What is built as of then lies beside what everybody sees."""
    assert take(office, history, LONG_AGO)
    assert written(office) == []


def test_a_step_that_fails_leaves_what_is_published(office: Office, history: dg.DagsterInstance) -> None:
    """Where the extracts should lie there is a file: the step says so, the link is as it was."""
    office.folder.extracts.rmdir()
    office.folder.extracts.write_text("")
    shown = office.folder.current.readlink()

    assert not take(office, history)
    assert office.folder.current.readlink() == shown
