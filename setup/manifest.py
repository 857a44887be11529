"""dbt's manifest, which Dagster reads when it loads: parsed again only when a file of the dbt project changed.

Usage: python -m setup.manifest  (with the product's Python, by `make setup`)
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from setup.environments import ROOT, say

PROJECT = ROOT / "dbt_project"
MANIFEST = PROJECT / "target" / "manifest.json"
PARSED_FROM = PROJECT / "target" / "parsed-from"
MADE = ("target", "logs")  # what dbt writes itself


def main() -> int:
    """Parse the project unless the manifest stands for what is there now; dbt's own exit code."""
    now = digest()
    if MANIFEST.is_file() and PARSED_FROM.is_file() and PARSED_FROM.read_text(encoding="utf-8") == now:
        return 0
    say("dbt's manifest")
    dbt = Path(sys.executable).with_name("dbt")
    command = (str(dbt), "parse", "--quiet", "--project-dir", str(PROJECT), "--profiles-dir", str(PROJECT))
    failed = subprocess.run(command, cwd=PROJECT, env=os.environ | {"DO_NOT_TRACK": "1"}, check=False).returncode
    if not failed:
        PARSED_FROM.write_text(now, encoding="utf-8")
    return failed


def digest() -> str:
    """One hash over the names and contents of the project's files."""
    total = hashlib.sha256()
    for file in sorted(PROJECT.rglob("*")):
        if file.is_file() and file.relative_to(PROJECT).parts[0] not in MADE:
            total.update(f"{file.relative_to(PROJECT)}\0".encode() + file.read_bytes())
    return total.hexdigest()


if __name__ == "__main__":
    sys.exit(main())
