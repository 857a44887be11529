"""The keys by which Superset signs its cookies: made on the first start, in `secrets/`, never shown."""

import json
import secrets
from pathlib import Path

from warehouse import secret_file

NAME = "superset.json"
SIGNED = ("cookies", "guests")
BYTES = 48


def make(folder: Path) -> None:
    """Make the keys in a folder of secrets unless they stand. Without them nobody stays logged in; nothing else is lost."""
    if not (folder / NAME).exists():
        secret_file.write(folder / NAME, json.dumps({what: secrets.token_urlsafe(BYTES) for what in SIGNED}).encode())
