"""The dbt project, parsed once for all runs: the graph takes its models from the manifest, and a build need not parse again what has not changed.

What is parsed knows no run: paths and days come from the profile and from macros, when a build runs.
Usage: python -m warehouse.parsed_project  (so that the first command need not wait for it)
"""

import fcntl
import hashlib
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from warehouse.settings import ROOT

if TYPE_CHECKING:
    from dbt.contracts.graph.manifest import Manifest

PROJECT = ROOT / "dbt_project"
MADE = ("target", "logs")  # what dbt writes there itself
TARGET = Path("target", "parsed")  # apart from what a person's own `dbt` writes to target/
PARSED_FROM = TARGET / "parsed-from"


class ParseFailed(Exception):
    """dbt cannot read the project. Carries dbt's own words."""


def manifest_file(project: Path = PROJECT) -> Path:
    """manifest.json of the project as it stands. ParseFailed when dbt cannot read it."""
    now = digest(project)
    if not is_of(project, now):
        with one_at_a_time(project):
            if not is_of(project, now):  # who came first may have parsed it meanwhile
                parse(project)
                (project / PARSED_FROM).write_text(now, encoding="utf-8")
    return project / TARGET / "manifest.json"


@contextmanager
def one_at_a_time(project: Path) -> Iterator[None]:
    """Wait until no other process parses the project: two that write the same files leave neither's."""
    (project / TARGET).mkdir(parents=True, exist_ok=True)
    with (project / TARGET / "lock").open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def manifest(project: Path = PROJECT) -> "Manifest | None":
    """The project as dbt keeps it in memory, or None when no parse of its files as they stand is at hand: then dbt parses for itself."""
    from dbt.contracts.graph.manifest import Manifest  # dbt takes seconds to load

    if not is_of(project, digest(project)):
        return None
    found = Manifest.from_msgpack((project / TARGET / "partial_parse.msgpack").read_bytes())
    found.build_parent_and_child_maps()  # type: ignore[no-untyped-call]  # as dbt does behind a parse it need not repeat
    found.build_flat_graph()  # type: ignore[no-untyped-call]
    return found


def is_of(project: Path, digested: str) -> bool:
    """Whether the parse at hand is of files with this digest."""
    stamp = project / PARSED_FROM
    return stamp.is_file() and stamp.read_text(encoding="utf-8") == digested


def digest(project: Path) -> str:
    """One hash over the names and contents of the project's files."""
    total = hashlib.sha256()
    for file in sorted(project.rglob("*")):
        if file.is_file() and file.relative_to(project).parts[0] not in MADE:
            total.update(f"{file.relative_to(project)}\0".encode() + file.read_bytes())
    return total.hexdigest()


def parse(project: Path) -> None:
    """Have dbt parse the project, in a process of its own: dbt keeps what it read in memory, and this process may build another."""
    dbt = Path(sys.executable).with_name("dbt")
    target = str(project / TARGET)
    words = (str(dbt), "parse", "--project-dir", str(project), "--profiles-dir", str(project), "--target-path", target, "--log-path", target)
    done = subprocess.run(words, cwd=project, capture_output=True, text=True, check=False)
    if done.returncode:
        raise ParseFailed(done.stdout + done.stderr)


if __name__ == "__main__":
    manifest_file()
