"""How-tos replayed: what a page tells to write is written into a copy of the tree, and the commands run on that copy."""

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
LEFT_BEHIND = {"data", "tests", "bench", "synthetic"}  # of the tree's own folders
NEW_FILE = re.compile(r"新建 `(?P<file>[^`]+)`：\s+```yaml\n(?P<text>.*?)```", re.DOTALL)
EDIT = re.compile(r"在 `(?P<file>[^`]+)` 里，把\s+```yaml\n(?P<old>.*?)\n```\s+改成\s+```yaml\n(?P<new>.*?)\n```", re.DOTALL)
TIME_LIMIT = 600  # seconds: far above what a run takes
TODAY = "2023-08-10"


@dataclass(frozen=True)
class Step:
    """What a page tells to write into one file: a whole new one (`old` is empty), or one part in place of another."""

    file: str
    old: str
    new: str


def steps(page: str) -> list[Step]:
    """Every step of a how-to that writes something, in the page's order."""
    text = (ROOT / "docs" / "how-to" / page).read_text(encoding="utf-8")
    new_files = [(found.start(), Step(found["file"], "", found["text"])) for found in NEW_FILE.finditer(text)]
    edits = [(found.start(), Step(found["file"], found["old"], found["new"])) for found in EDIT.finditer(text)]
    return [step for _, step in sorted(new_files + edits, key=lambda placed: placed[0])]


@dataclass(frozen=True)
class Copy:
    """A copy of the tree with a data folder beside it."""

    folder: Path

    @property
    def root(self) -> Path:
        """Where the copy stands."""
        return self.folder / "tree"

    @property
    def home(self) -> Path:
        """Its data folder."""
        return self.folder / "data"

    @classmethod
    def made(cls, folder: Path) -> "Copy":
        """The tree as it stands, without what is only for its tests."""
        made = cls(folder)
        made.root.mkdir()
        for part in ROOT.iterdir():
            if part.is_file():
                shutil.copyfile(part, made.root / part.name)
            elif not part.name.startswith(".") and part.name not in LEFT_BEHIND:
                shutil.copytree(part, made.root / part.name, ignore=shutil.ignore_patterns("__pycache__"))
        return made

    def follow(self, page: str) -> None:
        """Write what a page tells to write; what is to be replaced must stand there once."""
        for step in steps(page):
            file = self.root / step.file
            before = file.read_text(encoding="utf-8") if step.old else ""
            assert before.count(step.old) == 1 if step.old else not file.exists(), f"{page}: {step.file}"
            file.write_text(before.replace(step.old, step.new) if step.old else step.new, encoding="utf-8")

    def fengqiao(self, *words: str) -> str:
        """A command of the copy, which must end well; gives what it prints."""
        given = os.environ | {"FENGQIAO_HOME": str(self.home), "FENGQIAO_TODAY": TODAY, "NO_COLOR": "1", "PYTHONPATH": str(self.root)}
        command = [sys.executable, "-m", "fengqiao", *words]
        done = subprocess.run(command, cwd=self.root, env=given, capture_output=True, text=True, timeout=TIME_LIMIT, check=False)
        assert done.returncode == 0, f"{words} ended {done.returncode}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
        return done.stdout

    def ask(self, *words: str) -> Any:
        """What a command of the copy answers as JSON."""
        return json.loads(self.fengqiao(*words, "--json"))

    def query(self, sql: str) -> list[list[Any]]:
        """The rows of a question to the published file."""
        rows: list[list[Any]] = self.ask("query", sql)["rows"]
        return rows
