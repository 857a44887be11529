"""The files of this tree as git sees them: what is tracked, and what is new and not ignored."""

import subprocess
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class TextFile:
    """A text file of the tree: its path from the root, as written in git, and what it says."""

    path: str
    text: str


@cache
def paths() -> tuple[str, ...]:
    """Every file's path, from the root."""
    listed = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, check=True)
    return tuple(sorted({name for name in listed.stdout.decode().split("\0") if name and (ROOT / name).is_file()}))


@cache
def text_files() -> tuple[TextFile, ...]:
    """Every file that is text in UTF-8; workbooks and their like are left out."""
    return tuple(TextFile(path, text) for path in paths() if (text := text_of(ROOT / path)) is not None)


def text_of(file: Path) -> str | None:
    """A file's text; None where it is none."""
    content = file.read_bytes()
    if b"\0" in content:
        return None
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return None


def matches(path: str, patterns: tuple[str, ...]) -> bool:
    """Whether one of the patterns fits; `*` also crosses folders."""
    return any(fnmatch(path, pattern) for pattern in patterns)
