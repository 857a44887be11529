"""What is printed: one document for scripts, tables for people, neither with anything else on standard output."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from catalog.catalog import load
from fengqiao import answers, exits
from fengqiao.main import answer
from warehouse.settings import ROOT

SAMPLES = ROOT / "tests/samples/inbox"
WORKBOOK = SAMPLES / "昆都仑区/昆区2023年4月矛盾纠纷台账（更正）.xlsx"
ESCAPE = "\x1b"


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    "typed",
    [
        ["init"],
        ["catalog", "columns"],
        ["catalog", "units"],
        ["catalog", "codes"],
        ["catalog", "crosswalks"],
        ["catalog", "clauses"],
        ["catalog", "indicators"],
        ["catalog", "rules"],
        ["catalog", "reports"],
        ["catalog", "ledgers"],
        ["publish", "list"],
        ["run", "--dry-run"],
        ["verify"],
        ["doctor"],
        ["render", "--check"],
        ["read", str(WORKBOOK)],
        ["check", str(WORKBOOK)],
    ],
    ids=" ".join,
)
def test_json_is_one_document_and_alone(typed: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever parses standard output finds nothing else there."""
    assert answer([*typed, "--json"]) in {exits.DONE, exits.NO}
    json.loads(capsys.readouterr().out)


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize("typed", [["doctor"], ["catalog", "units"], ["check", str(WORKBOOK)]], ids=" ".join)
def test_a_pipe_gets_no_colour(typed: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Nor anything that overwrites itself."""
    answer(typed)
    said = capsys.readouterr()
    assert ESCAPE not in said.out + said.err
    assert "\r" not in said.out + said.err


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    "typed",
    [["status"], ["indicator", "disputes_found"], ["query", "select 1"], ["publish", "latest"], ["trace", "fct_dispute", "x"], ["extract", "summary"]],
    ids=" ".join,
)
def test_before_the_first_publish_the_answer_is_no(typed: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """And it says what to do."""
    assert answer(typed) == exits.NO
    assert "fengqiao run" in capsys.readouterr().err


def test_declared_columns_are_told_with_the_names_that_others_know(capsys: pytest.CaptureFixture[str]) -> None:
    """`domain_field` maps our names to those of the domain."""
    assert answer(["catalog", "columns", "--ledger", "dispute", "--json"]) == exits.DONE
    columns = {column["column"]: column for column in json.loads(capsys.readouterr().out)}
    assert list(columns) == list(load().ledgers["dispute"].columns)
    assert columns["screened_on"]["domain_field"] == "screening_date"
    assert columns["parties"]["privacy"] == "person"


def test_values_are_printed_as_scripts_read_them(capsys: pytest.CaptureFixture[str]) -> None:
    """Days as ISO text, whole decimals as whole numbers, paths as text; Chinese as it is."""
    answers.print_json({"日": date(2023, 7, 6), "whole": Decimal("34.000000"), "share": Decimal("0.694915"), "path": Path("a/b")})
    said = capsys.readouterr().out
    assert '"日"' in said
    assert json.loads(said) == {"日": "2023-07-06", "whole": 34, "share": 0.694915, "path": "a/b"}


@pytest.mark.parametrize(
    ("cell", "written"),
    [("=1+1", "'=1+1"), ("＝1+1", "'＝1+1"), ("+86 138", "'+86 138"), ("@x", "'@x"), ("-2", "-2"), ("+2.5", "+2.5"), ("昆区", "昆区"), (None, ""), (True, "✓")],
)
def test_no_cell_of_a_csv_is_a_formula(cell: object, written: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A spreadsheet evaluates what begins so; numbers are left."""
    answers.print_csv(["x"], [[cell]])
    assert capsys.readouterr().out.splitlines()[1].strip('"') == written


def test_a_markdown_table_keeps_its_columns(capsys: pytest.CaptureFixture[str]) -> None:
    """A bar in a cell does not end it."""
    answers.print_markdown(["a", "b"], [["x|y", 1]])
    assert capsys.readouterr().out == "| a | b |\n| --- | --- |\n| x\\|y | 1 |\n"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_can_complete(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The script is printed for the shell that is named."""
    assert answer(["--show-completion", shell]) == exits.DONE
    assert "fengqiao" in capsys.readouterr().out


def test_the_version_is_told_with_what_is_published(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By the name of the file that everybody sees."""
    assert answer(["--version"]) == exits.DONE
    assert "已发布版本: 无" in capsys.readouterr().out
    (office / "published/current.duckdb").symlink_to("3f2a.duckdb")
    assert answer(["--version"]) == exits.DONE
    assert "已发布版本: 3f2a" in capsys.readouterr().out
