"""dbt as a person calls it, in a process and a target folder of its own."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

ROOT = Path(__file__).parents[2]
PROJECT = ROOT / "dbt_project"
TODAY = "2023-07-06"
TIME_LIMIT = 280  # seconds: far above what a build takes, below what pytest allows a test


@dataclass(frozen=True)
class Warehouse:
    """A data folder and the file that dbt builds in it."""

    home: Path

    @property
    def file(self) -> Path:
        """Where a build without a run puts its file."""
        return self.home / "work" / "candidate.duckdb"

    @property
    def target(self) -> Path:
        """What dbt makes of the project on its way."""
        return self.home / "target"

    @property
    def log(self) -> Path:
        """What dbt says of it."""
        return self.home / "log"

    @property
    def compiled(self) -> Path:
        """The SQL of every model as it ran."""
        return self.target / "compiled" / "fengqiao" / "models"

    def dbt(self, *words: str) -> None:
        """Call dbt with nothing but the home and the day given; it must end well."""
        places = ["--target-path", str(self.target), "--log-path", str(self.log), "--no-use-colors"]
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("FENGQIAO_")}
        given = inherited | {"FENGQIAO_HOME": str(self.home), "FENGQIAO_TODAY": TODAY}
        command = [sys.executable, "-m", "dbt.cli.main", *words, *places]
        done = subprocess.run(command, cwd=PROJECT, env=given, capture_output=True, text=True, timeout=TIME_LIMIT, check=False)
        assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]

    def rows(self, sql: str) -> list[tuple[object, ...]]:
        """The rows of a question to the file."""
        with duckdb.connect(str(self.file), read_only=True) as connection:
            return connection.execute(sql).fetchall()

    def column(self, sql: str) -> list[object]:
        """The first column of a question's rows."""
        return [row[0] for row in self.rows(sql)]

    def copy(self, home: Path, parts: Sequence[str] = ("work", "landing", "target")) -> "Warehouse":
        """The same folder again, to be changed without touching this one."""
        for part in parts:
            shutil.copytree(self.home / part, home / part)
        return Warehouse(home)
