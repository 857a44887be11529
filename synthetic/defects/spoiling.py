"""Spoiling a return: each entry may go wrong in a few of the declared ways, and some are lost."""

from collections.abc import Callable

from synthetic.chance import Chance
from synthetic.defects.declared import Kind, When, defects
from synthetic.filing.entry import Entry, Lost, Return

Mechanism = Callable[[Entry, str, Kind, str, Chance], Entry | None]


def word(entry: Entry, name: str, kind: Kind, column: str, chance: Chance) -> Entry | None:
    """A word where a value should stand."""
    return entry.written(name, column, chance.pick(kind.words))


def blank(entry: Entry, name: str, kind: Kind, column: str, chance: Chance) -> Entry | None:  # noqa: ARG001  # every mechanism is asked the same
    """Nothing where something should stand."""
    return entry.spoilt(name, column, None)


MECHANISMS: dict[str, Mechanism] = {"word": word, "blank": blank}


def spoilt(asked: Return, chance: Chance) -> Return:
    """The return as the office files it, mistakes included."""
    kinds = [(name, kind) for name, kind in defects().kinds.items() if asked.ledger in kind.columns]
    kept: list[Entry] = []
    lost: list[Lost] = []
    for entry in asked.entries:
        now: Entry | None = entry
        for name, kind in kinds:
            if now is None or not chance.happens(kind.rate) or not fits(now, kind.when):
                continue
            column = chance.pick(kind.columns[asked.ledger])
            if kind.how == "drop":
                lost.append(Lost(name, entry.key, str(entry.values.get(column) or "")))
                now = None
            elif now.values.get(column) is not None:
                now = MECHANISMS[kind.how](now, name, kind, column, chance) or now
        if now is not None:
            kept.append(now)
    return asked.having(tuple(kept), tuple(lost))


def fits(entry: Entry, when: When | None) -> bool:
    """Whether an entry can go wrong so."""
    if when is None:
        return True
    return entry.values.get(when.column) in when.values and (when.carried_over is None or (entry.values.get("remark") is not None) == when.carried_over)
