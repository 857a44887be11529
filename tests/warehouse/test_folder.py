"""The data folder has its places, its modes and its key, and is made without harm a second time."""

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from catalog.catalog import load
from warehouse import hash_key
from warehouse.event import Pinned
from warehouse.folder import Folder
from warehouse.hash_key import KeyLost
from warehouse.journal import Journal
from warehouse.list_rows import LISTS, schema

UNITS = load().units


def mode(path: Path) -> str:
    """The permissions of a path."""
    return f"{path.stat().st_mode & 0o777:o}"


def test_each_reporting_unit_has_its_folders(folder: Folder) -> None:
    """Eleven units, by the names that clerks know."""
    made = {path.name for path in folder.inbox.iterdir()}

    assert len(made) == 11
    assert {"昆都仑区", "稀土高新区", "市本级"} <= made
    assert {path.name for path in folder.outbox.iterdir()} == made


def test_originals_secrets_and_answers_are_private(folder: Folder) -> None:
    """Archive, secrets and each office's outbox are open to the service alone."""
    assert {mode(path) for path in (folder.archive, folder.secrets, folder.outbox / "昆都仑区")} == {"700"}
    assert mode(folder.secrets / hash_key.NAME) == "600"


def test_making_it_again_changes_nothing(folder: Folder) -> None:
    """The key above all: with another one every person would be a stranger."""
    before = {path: path.read_bytes() for path in folder.home.rglob("*") if path.is_file()}

    folder.create(UNITS)

    assert {path: path.read_bytes() for path in folder.home.rglob("*") if path.is_file()} == before


def test_a_lost_key_is_not_replaced_in_silence(folder: Folder) -> None:
    """Once something is journalled, a missing key is an error that names the file."""
    Journal(folder).append(Pinned(version=None))
    (folder.secrets / hash_key.NAME).unlink()

    with pytest.raises(KeyLost, match=r"hash\.key"):
        folder.create(UNITS)


def test_the_key_is_not_shown(folder: Folder) -> None:
    """Its id may stand in ids and logs, its bytes may not."""
    key = hash_key.read(folder.secrets)

    assert len(key.value) == 32
    assert len(key.id) == 8
    assert "value" not in repr(key)


def test_the_first_lists_are_empty_and_typed(folder: Folder) -> None:
    """A bare dbt build works before any run."""
    for name, row in LISTS.items():
        table = pq.read_table(folder.lists / f"{name}.parquet")
        assert table.num_rows == 0
        assert table.schema.equals(schema(row))
    assert (folder.lists / "check_result.parquet").exists()


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("昆都仑区/4月.xlsx", "150203"),
        ("昆区/更正/4月.xlsx", "150203"),
        ("稀土高新区/4月.xlsx", "150271"),
        ("市本级/4月.xlsx", "150200-BJ"),
        ("150223/4月.xlsx", "150223"),
        ("昆都仑区", None),
        ("4月.xlsx", None),
        ("少先路街道/4月.xlsx", None),
        ("青城区/4月.xlsx", None),
    ],
)
def test_the_folder_says_whose_file_it_is(folder: Folder, path: str, code: str | None) -> None:
    """By name, alias or code of a reporting unit; a township's or an unknown folder says nothing."""
    found = folder.district_of(path, UNITS)

    assert (found.code if found else None) == code
