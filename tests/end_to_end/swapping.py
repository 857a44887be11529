"""A second published version that differs in what one sees, and the switch from one to the other."""

import os
import shutil
from pathlib import Path

import duckdb

NEW_NAME = "新版本"


def renamed_figures(published: Path, other: Path) -> None:
    """A copy of a published file in which every figure of the first page has one new name."""
    shutil.copyfile(published, other)
    other.chmod(0o644)
    with duckdb.connect(str(other)) as connection:
        connection.execute("update page_item set title = ?", [NEW_NAME])


def switch(link: Path, target: Path) -> None:
    """Let a link lead elsewhere, as publishing does: by rename."""
    temporary = link.with_name(".switching")
    temporary.symlink_to(target)
    os.replace(temporary, link)  # noqa: PTH105 – the same call as in publishing
