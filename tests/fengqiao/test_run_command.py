"""What `fengqiao run` does before and after the path: nothing where nothing is new, and what would be done where only that is asked."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from fengqiao import exits
from fengqiao.main import answer
from fengqiao.messages import run as words
from fengqiao.progress import lines, progress
from fengqiao.run_report import RunReport
from fengqiao.run_report import lines as report_lines
from ingest.answers import FileAnswer

BUILDERS = ("pandas", "dbt", "dagster", "great_expectations", "pyarrow", "duckdb")


def contents(home: Path) -> dict[str, bytes]:
    """Every file of a data folder."""
    return {str(file.relative_to(home)): file.read_bytes() for file in home.rglob("*") if file.is_file()}


def test_a_dry_run_says_what_would_be_received_and_writes_nothing(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The folder is byte for byte as it was."""
    (office / "inbox/昆都仑区/台账.xlsx").write_bytes(b"x")
    before = contents(office)

    assert answer(["run", "--dry-run", "--json"]) == exits.DONE
    told = json.loads(capsys.readouterr().out)
    assert told["received"] == ["昆都仑区/台账.xlsx"]
    assert told["would_run"] is True
    assert contents(office) == before


def test_a_dry_run_makes_no_data_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It says that a run would."""
    home = tmp_path / "nowhere"

    assert answer(["run", "--dry-run", "--home", str(home)]) == exits.DONE
    assert str(home) in capsys.readouterr().out
    assert not home.exists()


def test_the_look_for_news_loads_nothing_that_builds(office: Path) -> None:
    """That is why a run with nothing new ends in a moment."""
    script = (
        f"import sys; from fengqiao.main import answer; answer(['run', '--dry-run']); print([m for m in {BUILDERS!r} if m in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stderr == "[]\n"
    assert office.is_dir()


def test_a_step_is_one_line_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    """With its name for scripts and in words for people, on standard error, however often it is told."""
    with progress() as tell:
        for done in range(3):
            tell("read", done, 3)
        tell("facts", 0, 0)
    said = capsys.readouterr()
    assert said.out == ""
    assert [line.split(" ", 1)[1] for line in said.err.splitlines()] == ["[read] 读取", "[facts] 建库：事实与完整性"]


def test_every_step_of_the_path_has_words() -> None:
    """A step that is told and has none would end the run."""
    tell = lines()
    for step in ("receive", "read", "land", "facts", "check_result", "results", "published", "answers", "extract"):
        tell(step, 0, 0)
    assert set(words.STEPS) >= {"submissions", "dagster"}


def file(decision: str, problems: int = 0, kind: str = "return") -> FileAnswer:
    """A file's answer, with what matters to a test."""
    return FileAnswer("昆都仑区/台账.xlsx", "9a3b", "150203", decision, kind, problems, None)  # type: ignore[arg-type]  # words of the reader


@pytest.mark.parametrize(
    ("answered", "said"),
    [
        (file("accepted"), "  昆都仑区/台账.xlsx：已接收"),
        (file("accepted_with_problems", 3), "  昆都仑区/台账.xlsx：已接收，有问题，3 处要看"),
        (file("returned", 9), "  昆都仑区/台账.xlsx：退回待改，9 处要看"),
        (file("accepted", kind="duplicate"), "  昆都仑区/台账.xlsx：与先前收到的同一份，不再计"),
        (file("refused"), "  昆都仑区/台账.xlsx：打不开或不能收"),
    ],
)
def test_each_file_is_told_in_one_line(answered: FileAnswer, said: str) -> None:
    """What became of it, and how much is to be corrected."""
    assert said in list(report_lines(RunReport(version="3f2a", published=True, received=(answered,))))


def test_what_was_withheld_and_what_counts_nowhere_is_told() -> None:
    """Nothing is left out in silence."""
    report = RunReport(
        version="3f2a", published=True, withheld=("did_not_run dispute.plan_given",), damaged=("landing/a.parquet",), planted=("landing/b.parquet",)
    )
    text = "\n".join(report_lines(report))
    assert "did_not_run dispute.plan_given" in text
    assert "landing/a.parquet 被改动过" in text
    assert "landing/b.parquet 不是经收件来的" in text
