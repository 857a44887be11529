"""A home with the sample offices, and the door to it: what the end-to-end tests deliver, run and ask."""

import json
import os
import shutil
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

from tests.end_to_end import warm

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "tests" / "samples"
EXPECTED = ROOT / "tests" / "samples" / "expected"
TODAY = "2023-07-06"
KUN_APRIL = "昆都仑区/昆区2023年4月矛盾纠纷台账(定稿).xlsx"
KUN_APRIL_CORRECTED = "昆都仑区/昆区2023年4月矛盾纠纷台账（更正）.xlsx"
LONG_AGO = 1_688_000_000  # June 2023
TIME_LIMIT = 600  # seconds: far above what a run takes, far below what a hung one would


def sample_files() -> list[str]:
    """Every sample, as its path below the inbox."""
    inbox = SAMPLES / "inbox"
    return sorted(str(file.relative_to(inbox)) for file in inbox.rglob("*") if file.is_file())


@dataclass(frozen=True)
class City:
    """A data folder, and the command that works on it."""

    home: Path
    today: str = TODAY

    @classmethod
    def founded(cls, home: Path, files: Iterable[str] = ()) -> "City":
        """A new home with some of the samples delivered, at the times at which they arrived."""
        city = cls(home)
        city.fengqiao("init")
        delivered = list(files)
        if delivered:
            city.deliver(delivered)
        return city

    @property
    def environment(self) -> dict[str, str]:
        """The environment of the command: this home, this day."""
        return os.environ | {"FENGQIAO_HOME": str(self.home), "FENGQIAO_TODAY": self.today, "NO_COLOR": "1"}

    def copied(self, home: Path) -> "City":
        """The same home again, to be changed without touching this one."""
        shutil.copytree(self.home, home, symlinks=True)
        return City(home, self.today)

    def deliver(self, files: Iterable[str]) -> None:
        """Put samples into the inbox; `received.csv` lists when each of them arrived."""
        shutil.copy(SAMPLES / "received.csv", self.home / "inbox" / "received.csv")
        for file in files:
            target = self.home / "inbox" / file
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(SAMPLES / "inbox" / file, target)

    def quiet(self) -> None:
        """Make every file of the inbox old enough: nobody is writing it any more."""
        for file in (self.home / "inbox").rglob("*"):
            os.utime(file, (LONG_AGO, LONG_AGO))

    def command(self, *arguments: str) -> list[str]:
        """A command as a process is started with it."""
        return [sys.executable, "-m", "fengqiao", *arguments]

    def fengqiao(self, *arguments: str, ends: int | None = 0) -> "CompletedProcess[str]":
        """Run a command to its end; it must end with the code given (None: any)."""
        done = warm.run(list(arguments), self.environment, ROOT, TIME_LIMIT)
        assert ends is None or done.returncode == ends, f"{arguments} ended {done.returncode}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
        return done

    def ask(self, *arguments: str, ends: int | None = 0) -> Any:
        """What a command answers as JSON."""
        return json.loads(self.fengqiao(*arguments, "--json", ends=ends).stdout)

    def run(self, *arguments: str, ends: int | None = 0) -> Any:
        """Take the path once."""
        return self.ask("run", *arguments, ends=ends)

    def query(self, sql: str) -> list[list[Any]]:
        """The rows of a question to the published file."""
        rows: list[list[Any]] = self.ask("query", sql)["rows"]
        return rows

    @cached_property
    def figures(self) -> dict[tuple[str, str, str], dict[str, Any]]:
        """Every row of every indicator, as `indicator` shows it; asked once, for homes that no test changes."""
        declared = [indicator["id"] for indicator in self.ask("catalog", "indicators")]
        return {(indicator, row["unit_code"], row["period"]): row for indicator in declared for row in self.ask("indicator", indicator)["rows"]}

    def figure(self, indicator: str, unit: str, period: str) -> dict[str, Any]:
        """One row of an indicator."""
        rows: list[dict[str, Any]] = self.ask("indicator", indicator, "--unit", unit, "--period", period)["rows"]
        (row,) = rows
        return row

    def table_hashes(self) -> dict[str, str]:
        """The order-insensitive hash of every published table, as the journal has them for what is current."""
        version = (self.home / "published" / "current.duckdb").resolve().stem
        lines = [json.loads(line) for line in (self.home / "journal" / "journal.jsonl").read_text(encoding="utf-8").splitlines()]
        published = [event for event in map(event_of, lines) if event["kind"] == "published" and event["version"] == version]
        tables: dict[str, str] = published[-1]["tables"]
        return tables

    def landing(self) -> dict[str, bytes]:
        """Every landed reading with its bytes."""
        return {str(file.relative_to(self.home)): file.read_bytes() for file in sorted((self.home / "landing").rglob("*.parquet"))}

    def receipts(self) -> dict[str, str]:
        """Every receipt with its text."""
        return {str(file.relative_to(self.home)): file.read_text(encoding="utf-8") for file in sorted((self.home / "outbox").rglob("*.txt"))}

    def copies(self) -> dict[str, bytes]:
        """Every workbook handed back, by its place."""
        return {str(file.relative_to(self.home)): file.read_bytes() for file in sorted((self.home / "outbox").rglob("*.xlsx"))}


def event_of(line: dict[str, Any]) -> dict[str, Any]:
    """The event of a journal line, whether it stands beside the chain or inside it."""
    event: dict[str, Any] = line.get("event", line)
    return event
