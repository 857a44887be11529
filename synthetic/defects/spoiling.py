"""Spoiling a return: each entry may go wrong in a few of the declared ways, some are lost, some are added."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from synthetic.chance import Chance
from synthetic.defects.context import Beside, Spoil
from synthetic.defects.declared import Kind, When, defects
from synthetic.defects.of_cells import OF_CELLS
from synthetic.defects.of_rows import OF_ROWS, burst
from synthetic.filing.entry import Entry, Lost, Return

DROP, TOTAL, BURST = "drop", "total", "burst"
MOST_OFF = 5  # by which a total is wrong


@dataclass
class Spoiling:
    """A return while things go wrong with it."""

    asked: Return
    entries: list[Entry]
    lost: list[Lost] = field(default_factory=list)
    totals_off: dict[str, int] = field(default_factory=dict)

    def go_wrong(self, spoil: Spoil) -> None:
        """One kind: some of the entries, or nothing."""
        chosen = self.chosen(spoil)
        if spoil.kind.how == TOTAL:
            if chosen:
                self.totals_off[spoil.column] = spoil.chance.whole(1, MOST_OFF)
            return
        now: list[Entry] = []
        for place, entry in enumerate(self.entries):
            now.extend(self.after(entry, spoil) if place in chosen else [entry])
        self.entries = now

    def after(self, entry: Entry, spoil: Spoil) -> Iterator[Entry]:
        """What becomes of one entry: spoilt, lost, or joined by another."""
        how = spoil.kind.how
        if how == DROP:
            self.lost.append(Lost(spoil.name, entry.key, told(entry)))
            return
        if how in OF_ROWS:
            yield entry
            added = OF_ROWS[how](entry, spoil)
        else:
            added = (burst if how == BURST else OF_CELLS[how])(entry, spoil) or entry
        if added is not None:
            yield added

    def chosen(self, spoil: Spoil) -> set[int]:
        """The places of the entries that go wrong so. What went wrong once is left as it is."""
        kind, chance = spoil.kind, spoil.chance
        able = [place for place, entry in enumerate(self.entries) if not entry.marks and entry.values.get(spoil.column) is not None and fits(entry, kind.when)]
        rate = kind.rate * spoil.beside.mistakes
        if kind.per == "entry":
            return {place for place in able if chance.happens(rate)}
        if not chance.happens(rate):
            return set()
        return set(chance.among(able, chance.whole(*kind.of)) if kind.of else able)


def spoilt(asked: Return, beside: Beside, chance: Chance) -> Return:
    """The return as the office files it, mistakes included."""
    spoiling = Spoiling(asked, list(asked.entries))
    for name, kind, column in kinds_of(asked.ledger, chance):
        spoiling.go_wrong(Spoil(name, kind, column, chance.of(name), beside))
    return asked.having(tuple(spoiling.entries), tuple(spoiling.lost), spoiling.totals_off)


def kinds_of(ledger: str, chance: Chance) -> Iterator[tuple[str, Kind, str]]:
    """The kinds of a ledger, each with the column in which it shows this time."""
    for name, kind in defects().kinds.items():
        if ledger in kind.columns:
            yield name, kind, chance.of(name, "column").pick(kind.columns[ledger])


def fits(entry: Entry, when: When | None) -> bool:
    """Whether an entry can go wrong so."""
    if when is None:
        return True
    return entry.values.get(when.column) in when.values and (when.carried_over is None or (entry.values.get("remark") is not None) == when.carried_over)


def told(entry: Entry) -> str:
    """What is lost with an entry, in a few values."""
    return " ".join(str(value) for value in list(entry.values.values())[:6] if value is not None)
