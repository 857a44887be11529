"""Files that a person names on the command line: whose they are, when they came, in which order they are judged."""

from datetime import date
from pathlib import Path

import pytest

from catalog.catalog import load
from fengqiao.complaint import WrongUse
from fengqiao.own_files import in_order, times

CATALOG = load()


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """Two offices' files, and when they came."""
    for name in ("昆都仑区/四月.xlsx", "昆都仑区/五月.xlsx", "土默特右旗/四月.xlsx"):
        file = tmp_path / "inbox" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(name.encode())
    lines = ["file,received_at", "inbox/昆都仑区/五月.xlsx,2023-06-02T09:00:00", "昆都仑区/四月.xlsx,2023-05-05T10:12:00"]
    (tmp_path / "received.csv").write_text("\n".join(lines), encoding="utf-8")
    return tmp_path / "inbox"


def test_files_are_judged_in_order_of_receipt(inbox: Path) -> None:
    """Whatever order they are typed in; one that no list knows came last."""
    files = [inbox / "土默特右旗/四月.xlsx", inbox / "昆都仑区/五月.xlsx", inbox / "昆都仑区/四月.xlsx"]
    named = in_order(files, times(inbox.parent / "received.csv"), None, CATALOG)

    assert [one.delivery.path for one in named] == [str(files[2]), str(files[1]), str(files[0])]
    assert [one.delivery.received_on for one in named] == [date(2023, 5, 5), date(2023, 6, 2), None]


def test_the_folder_says_whose_file_it_is(inbox: Path) -> None:
    """Unless the person does."""
    files = [inbox / "土默特右旗/四月.xlsx"]

    assert in_order(files, {}, None, CATALOG)[0].delivery.district == "150221"
    assert in_order(files, {}, "150203", CATALOG)[0].delivery.district == "150203"


def test_a_file_that_is_not_there_is_wrong_use(inbox: Path) -> None:
    """The sentence names it."""
    with pytest.raises(WrongUse, match=r"六月\.xlsx"):
        in_order([inbox / "六月.xlsx"], {}, None, CATALOG)


def test_a_list_that_cannot_be_read_is_wrong_use(inbox: Path) -> None:
    """The sentence names the line."""
    (inbox.parent / "received.csv").write_text("file,received_at\na.xlsx,yesterday\n", encoding="utf-8")

    with pytest.raises(WrongUse, match=r"received\.csv:2"):
        times(inbox.parent / "received.csv")
