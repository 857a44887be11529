"""The list of times of receipt: Chinese time, one spelling of paths, and a bad line is named."""

from datetime import datetime
from pathlib import Path

import pytest

from ingest.received import BadList, read_received
from warehouse.event import CHINA


def listed(folder: Path, text: str) -> dict[str, datetime]:
    """The list written as `text`."""
    file = folder / "received.csv"
    file.write_text(text, encoding="utf-8")
    return read_received(file)


def test_without_a_list_no_time_is_known(tmp_path: Path) -> None:
    """The list is optional."""
    assert read_received(tmp_path / "received.csv") == {}


def test_a_time_without_a_zone_is_chinese(tmp_path: Path) -> None:
    """Offices write their own clock."""
    assert listed(tmp_path, "file,received_at\n昆区/a.xlsx,2023-05-05T10:12:00\n") == {"昆区/a.xlsx": datetime(2023, 5, 5, 10, 12, tzinfo=CHINA)}


@pytest.mark.parametrize("path", ["昆区\\a.xlsx", "./昆区/a.xlsx", "inbox/昆区/a.xlsx", " 昆区/a.xlsx"])
def test_paths_are_compared_in_one_spelling(tmp_path: Path, path: str) -> None:
    """Windows writes other slashes; somebody writes the folder before it."""
    assert list(listed(tmp_path, f"file,received_at\n{path},2023-05-05T10:12:00\n")) == ["昆区/a.xlsx"]


def test_a_mark_of_byte_order_is_no_part_of_the_first_column(tmp_path: Path) -> None:
    """Excel writes one before the text."""
    assert listed(tmp_path, "\ufefffile,received_at\na,2023-05-05T10:12:00\n")


@pytest.mark.parametrize(
    ("text", "line"),
    [("file,received_at\na,2023-05-05\nb,gestern\n", ":3:"), ("file,time\na,2023-05-05\n", ":1:"), ("file,received_at\na\n", ":2:")],
)
def test_a_line_that_cannot_be_read_is_named(tmp_path: Path, text: str, line: str) -> None:
    """A list that is half right would make some files late without a word."""
    with pytest.raises(BadList, match=line):
        listed(tmp_path, text)
