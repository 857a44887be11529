"""The key of all keyed hashes: made once, in `secrets/`, never shown; its id may be."""

import hashlib
import secrets
from dataclasses import dataclass, field
from pathlib import Path

from warehouse import secret_file

NAME = "hash.key"
BYTES = 32


class KeyLost(Exception):
    """Readings stand whose key is gone: a new one would make every person a stranger. Restore `secrets/hash.key`."""


@dataclass(frozen=True)
class HashKey:
    """The key and the id under which readings name it."""

    value: bytes = field(repr=False)

    @property
    def id(self) -> str:
        """First 8 hex digits of the key's sha256."""
        return hashlib.sha256(self.value).hexdigest()[:8]


def make(folder: Path, *, is_first: bool) -> None:
    """Make the key in a folder of secrets unless it stands. KeyLost when it is missing and `is_first` is not true."""
    if (folder / NAME).exists():
        return
    if not is_first:
        raise KeyLost(folder / NAME)
    secret_file.write(folder / NAME, secrets.token_bytes(BYTES))


def read(folder: Path) -> HashKey:
    """The key of a folder of secrets; KeyLost when it is not there or not whole."""
    try:
        value = (folder / NAME).read_bytes()
    except FileNotFoundError:
        raise KeyLost(folder / NAME) from None
    if len(value) != BYTES:
        raise KeyLost(folder / NAME)
    return HashKey(value)
