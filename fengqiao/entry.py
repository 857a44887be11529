"""Commands as they are listed: a name, the function behind it, the words of its help page."""

from collections.abc import Callable
from typing import NamedTuple

from fengqiao.messages.help import Help


class Entry(NamedTuple):
    """One command. The function gives the exit code back."""

    name: str
    call: Callable[..., int]
    help: Help


class Section(NamedTuple):
    """Commands under one name."""

    name: str
    entries: tuple[Entry, ...]
    help: Help
