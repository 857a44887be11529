"""`decide column` and `decide layout` are journalled; `catalog proposals` shows what waits for them, and logs that originals were opened."""

import json
from pathlib import Path

import pytest
from openpyxl import Workbook

from catalog.catalog import load
from catalog.learned import LearnedHeader, LearnedLayout
from fengqiao import exits
from fengqiao.main import answer
from ingest.intake import intake
from tests.ingest.offices import HEADER, NOW, disputes
from warehouse.access_log import AccessLog
from warehouse.decisions import counting, learned
from warehouse.folder import Folder
from warehouse.journal import Journal
from warehouse.run import Run
from warehouse.settings import Settings

PERSON = ["--by", "数据专员", "--why", "与上月同一栏"]
TITLE = "昆都仑区2023年4月矛盾纠纷排查化解工作台账"


@pytest.fixture
def taken_in(office: Path) -> Path:
    """A data folder with two deliveries: a ledger with a header nobody declared, and a table nothing names."""
    folder = Folder(office)
    write(folder.inbox / "昆都仑区/4月.xlsx", [TITLE], [header.replace("化解时限", "化解的时限") for header in HEADER], *disputes(3))
    write(folder.inbox / "昆都仑区/情况.xlsx", ["责任单位", "谁在跟", "跟到哪"], ["昆北街道司法所", "孟和", "在谈"], ["昆北街道司法所", "孟和", "谈好"])
    intake(Run(folder, load(), NOW.date(), None, "run-1"), Settings(home=office), NOW)
    return office


def write(file: Path, *rows: list[object]) -> None:
    """A workbook of these rows, long finished."""
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    workbook.save(file)


def known(office: Path) -> tuple[tuple[LearnedHeader, ...], tuple[LearnedLayout, ...]]:
    """What the journal's decisions amount to."""
    found = learned(counting(Journal(Folder(office)).events(), None))
    return found.headers, found.layouts


def test_a_header_is_decided_by_name(office: Path) -> None:
    """In one spelling; a later decision on the same header counts, and nothing is erased."""
    header = ["decide", "column", "化解 的时限", "--ledger", "dispute", *PERSON]
    assert answer([*header, "--as", "deadline_on"]) == exits.DONE
    assert known(office)[0] == (LearnedHeader("dispute", "化解的时限", "deadline_on"),)

    assert answer([*header, "--ignore"]) == exits.DONE
    assert known(office)[0] == (LearnedHeader("dispute", "化解的时限", None),)


@pytest.mark.parametrize("said", [["--as", "nowhere"], [], ["--as", "deadline_on", "--ignore"]], ids=["no such column", "neither", "both"])
def test_a_header_means_one_declared_column_or_none(office: Path, said: list[str]) -> None:
    """Anything else is wrong use, and nothing is written down."""
    assert answer(["decide", "column", "化解的时限", "--ledger", "dispute", *PERSON, *said]) == exits.WRONG_USE
    assert known(office) == ((), ())


def test_what_waits_is_shown_with_its_evidence(taken_in: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """File, cell, values, candidates; and the access log has it."""
    assert answer(["catalog", "proposals", "--json"]) == exits.DONE
    column, table = sorted(json.loads(capsys.readouterr().out), key=lambda one: one["header"] is None)

    assert (column["file"], column["cell"], column["header"], column["candidates"][0]["name"]) == ("昆都仑区/4月.xlsx", "I2", "化解的时限", "deadline_on")
    assert column["values"] == ["2023-05-11", "2023-05-12", "2023-05-13"]
    assert (table["file"], table["headers"]) == ("昆都仑区/情况.xlsx", ["谁在跟", "责任单位", "跟到哪"])
    assert [access.what for access in AccessLog(Folder(taken_in)).read()] == ["trace"]


def test_a_layout_is_decided_by_its_delivery(taken_in: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its headers are journalled, not its rows; then it waits no longer."""
    answer(["catalog", "proposals", "--json"])
    (table,) = [one for one in json.loads(capsys.readouterr().out) if one["headers"]]
    assert answer(["decide", "layout", table["submission_id"][:8], "--as", "dispute", *PERSON]) == exits.DONE
    capsys.readouterr()

    assert known(taken_in)[1] == (LearnedLayout("dispute", ("谁在跟", "责任单位", "跟到哪")),)
    answer(["catalog", "proposals", "--json"])
    assert [one["header"] for one in json.loads(capsys.readouterr().out)] == ["化解的时限", "谁在跟", "跟到哪"]


def test_an_unknown_delivery_has_no_layout_to_decide(office: Path) -> None:
    """Nothing is written down."""
    assert answer(["decide", "layout", "0000", "--as", "dispute", *PERSON]) == exits.WRONG_USE
    assert known(office) == ((), ())
