"""dbt's manifest, from which the graph takes its models: parsed again, offline, only when a file of the dbt project changed.

Usage: python -m orchestration.manifest  (so that the first command need not wait for it)
"""

import hashlib
import subprocess
import sys
from pathlib import Path

from warehouse.settings import ROOT

PROJECT = ROOT / "dbt_project"
MADE = ("target", "logs")  # what dbt writes there itself
MANIFEST = PROJECT / "target" / "manifest.json"
PARSED_FROM = PROJECT / "target" / "parsed-from"


class ParseFailed(Exception):
    """dbt cannot read the project. Carries dbt's own words."""


def fresh() -> Path:
    """The manifest of the project as it stands. ParseFailed when dbt cannot read it."""
    now = digest()
    if not (MANIFEST.is_file() and PARSED_FROM.is_file() and PARSED_FROM.read_text(encoding="utf-8") == now):
        parse()
        PARSED_FROM.write_text(now, encoding="utf-8")
    return MANIFEST


def digest() -> str:
    """One hash over the names and contents of the project's files."""
    total = hashlib.sha256()
    for file in sorted(PROJECT.rglob("*")):
        if file.is_file() and file.relative_to(PROJECT).parts[0] not in MADE:
            total.update(f"{file.relative_to(PROJECT)}\0".encode() + file.read_bytes())
    return total.hexdigest()


def parse() -> None:
    """Have dbt parse the project, in a process of its own: dbt keeps what it read in memory, and a run builds with other variables."""
    dbt = Path(sys.executable).with_name("dbt")
    words = (str(dbt), "parse", "--project-dir", str(PROJECT), "--profiles-dir", str(PROJECT), "--log-path", str(PROJECT / "target"))
    done = subprocess.run(words, cwd=PROJECT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise ParseFailed(done.stdout + done.stderr)


if __name__ == "__main__":
    fresh()
