"""What was done already, with what: so that a start that finds everything as it was does nothing."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

from superset_config.place import KEPT

NOTE = KEPT / "provisioned.json"


def digest(files: Iterable[Path]) -> str:
    """One hash over names and bytes."""
    total = hashlib.sha256()
    for file in sorted(files):
        total.update(file.name.encode() + b"\0" + file.read_bytes())
    return total.hexdigest()


def noted(what: str) -> object:
    """What was noted under a name; None when nothing was."""
    return json.loads(NOTE.read_text(encoding="utf-8")).get(what) if NOTE.exists() else None


def note(what: str, value: object) -> None:
    """Note a value under a name."""
    held = json.loads(NOTE.read_text(encoding="utf-8")) if NOTE.exists() else {}
    temporary = NOTE.with_suffix(".new")
    temporary.write_text(json.dumps(held | {what: value}, ensure_ascii=False, indent=1), encoding="utf-8")
    temporary.replace(NOTE)
