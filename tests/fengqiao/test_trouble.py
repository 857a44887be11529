"""Errors that no command foresaw: told in Chinese, with an id and a log that names nobody; known trouble with its remedy."""

import subprocess
import sys
from pathlib import Path

import pytest

from catalog.error import CatalogError, Fault
from fengqiao import exits
from fengqiao.main import answer
from fengqiao.trouble import told
from warehouse.settings import ROOT

HOLDER = """
import pathlib, sys
from warehouse.folder import Folder
from warehouse.lock import hold

with hold(Folder(pathlib.Path(sys.argv[1])), "inbox"):
    print(flush=True)
    sys.stdin.read()
"""


def test_a_fault_of_the_system_gets_an_id_and_a_log(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The person reads an id and where the log is, no traceback; the log under that id says what happened."""
    (office / "journal/journal.jsonl").mkdir()  # nothing foresees that

    assert answer(["run"]) == exits.FAULT
    said = capsys.readouterr()
    (log,) = (office / "logs").iterdir()
    assert log.stem in said.err
    assert str(log) in said.err
    assert "Traceback" not in said.err
    assert said.out == ""
    assert "IsADirectoryError" in log.read_text(encoding="utf-8")


def test_the_log_names_nobody(office: Path) -> None:
    """A library's error may quote a cell: Chinese words and long numbers are struck out."""
    told(ValueError("cannot convert '格日勒托娅' 990203199001011234 to a date"))

    (log,) = (office / "logs").iterdir()
    text = log.read_text(encoding="utf-8")
    assert "cannot convert '*' * to a date" in text
    assert "格日勒" not in text


def test_a_broken_journal_is_told_with_what_to_do(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The line is named, and where to restore it from; that is a fault, but no incident."""
    (office / "journal/journal.jsonl").write_text('{"number":1}\n{"number":2}\n', encoding="utf-8")
    (office / "journal/journal.head").write_text('{"number": 2, "hash": "0", "size": 26}', encoding="utf-8")

    assert answer(["run"]) == exits.FAULT
    assert "journal/journal.jsonl:1" in capsys.readouterr().err
    assert not (office / "logs").exists()


def test_a_broken_declaration_is_told_with_its_line(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever edited it finds the place and the remedy."""
    assert told(CatalogError([Fault(Path("catalog/duties.yml"), 7, "every", "not a cadence", "write month")])) == exits.WRONG_USE
    assert "catalog/duties.yml:7: every: not a cadence; write month" in capsys.readouterr().err
    assert not (office / "logs").exists()


def test_a_busy_data_folder_is_told_with_who_and_since_when(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The exit code tells a script to come back later."""
    with subprocess.Popen([sys.executable, "-c", HOLDER, office], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT) as other:
        assert other.stdout
        other.stdout.readline()
        assert answer(["run"]) == exits.BUSY
        other.communicate()

    said = capsys.readouterr()
    assert "收件监视" in said.err
    assert f"进程 {other.pid}" in said.err
    assert said.out == ""


def test_a_setting_that_cannot_be_is_named(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the name of the variable, for whoever set it."""
    (office / "settings.env").write_text("FENGQIAO_WORKERS=none\n", encoding="utf-8")

    assert answer(["status"]) == exits.WRONG_USE
    assert "FENGQIAO_WORKERS" in capsys.readouterr().err
