"""Help pages: Chinese, with an example that can be typed, and there at once."""

import subprocess
import sys
from collections.abc import Iterator

import pytest

from fengqiao import exits
from fengqiao.entry import Entry, Section
from fengqiao.help_page import cells, fold
from fengqiao.main import COMMANDS, answer

ENGLISH = ("Usage", "Options", "Arguments", "Commands", "Show this message", "[OPTIONS]", "required", "default:")
HEAVY = ("pandas", "dagster", "dbt", "great_expectations", "pyarrow", "duckdb", "pydantic", "rich", "yaml")


def paths(entries: tuple[Entry | Section, ...] = COMMANDS, above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every command and section as it is typed."""
    for entry in entries:
        yield (*above, entry.name)
        if isinstance(entry, Section):
            yield from paths(entry.entries, (*above, entry.name))


@pytest.mark.parametrize("path", [(), *paths()], ids=" ".join)
def test_every_command_has_a_chinese_help_page_with_an_example(path: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    """Usage and an example stand on each page, and none of typer's own English."""
    assert answer([*path, "--help"]) == exits.DONE

    page = capsys.readouterr().out
    assert page.startswith(f"用法: fengqiao{''.join(f' {part}' for part in path)} ")
    assert "\n例: fengqiao " in page
    assert not [word for word in ENGLISH if word in page]


@pytest.mark.parametrize("path", [(), *paths()], ids=" ".join)
def test_every_option_says_what_it_is(path: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    """No option or argument stands on a help page without a word about it."""
    answer([*path, "--help"])

    _, _, tables = capsys.readouterr().out.partition("选项:\n")
    lines = tables.partition("\n\n")[0].splitlines()
    assert lines
    assert not [line for line in lines if line.isascii()]


@pytest.mark.parametrize("path", list(paths()), ids=" ".join)
def test_the_example_of_a_command_names_the_command(path: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    """The example is of this command, or of one below it."""
    answer([*path, "--help"])

    assert f"\n例: fengqiao {' '.join(path)}" in capsys.readouterr().out


def test_help_loads_nothing_heavy() -> None:
    """The help page is there in a moment because no library of the path is loaded for it."""
    script = f"import sys; from fengqiao.main import answer; answer(['--help']); print([m for m in {HEAVY!r} if m in sys.modules], file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stderr == "[]\n"


def test_chinese_takes_two_cells_and_breaks_anywhere() -> None:
    """Columns line up on a terminal because width is counted as it is shown."""
    assert cells("昆区a") == 5
    assert list(fold("昆都仑区abc", 5)) == ["昆都", "仑区a", "bc"]
