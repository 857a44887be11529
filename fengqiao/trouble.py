"""What becomes of an error that no command foresaw: known trouble is told with its remedy, anything else is an incident with an id and a log file."""

import re
import secrets
import sys
import traceback
from pathlib import Path

from catalog.error import CatalogError
from fengqiao import clock, exits
from fengqiao.answers import say
from fengqiao.messages import trouble as words
from warehouse.chain import BrokenChain
from warehouse.hash_key import KeyLost
from warehouse.lock import Busy
from warehouse.settings import load_settings

UNSAID = re.compile(r"[\u3400-\u9fff]+|\d{6,}")  # names, narratives, numbers of persons: an error of a library may quote a cell


def told(error: Exception) -> int:
    """Tell of an error; gives the exit code."""
    match error:
        case Busy():
            say(busy(error))
            return exits.BUSY
        case CatalogError():
            say(words.CATALOG.format(faults=error))
            return exits.WRONG_USE
        case KeyLost():
            say(words.KEY_LOST.format(file=error))
        case BrokenChain():
            say(words.BROKEN_CHAIN.format(faults=error))
        case _:
            incident("".join(traceback.format_exception(error)))
    return exits.FAULT


def busy(error: Busy) -> str:
    """Who writes, and since when."""
    since = f"{error.since:%Y-%m-%d %H:%M:%S}"
    if error.holder is None:
        return words.BUSY_SOMEBODY.format(since=since)
    who = words.WHO.get(error.holder.who, error.holder.who)
    return words.BUSY.format(who=who, pid=error.holder.pid, host=error.holder.host, since=since)


def incident(details: str) -> str:
    """Write an incident down, without what may be personal, and say its id; gives the id."""
    number = secrets.token_hex(4)
    file = load_settings().home / "logs" / f"{number}.log"
    head = f"{clock.now().isoformat(timespec='seconds')} {Path(sys.argv[0]).name} {' '.join(sys.argv[1:2])}\n"
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        file.write_text(head + unsaid(details), encoding="utf-8")
    except OSError as error:  # a full or read-only disk may be the incident itself
        say(words.NO_LOG.format(why=error.strerror))
    say(words.INCIDENT.format(number=number, file=file))
    return number


def unsaid(text: str) -> str:
    """A text without Chinese and long numbers."""
    return UNSAID.sub("*", text)
