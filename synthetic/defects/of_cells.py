"""Mechanisms that spoil one cell of an entry; None where this entry cannot go wrong so."""

from collections.abc import Callable
from datetime import date, timedelta

from synthetic import words
from synthetic.defects.context import Spoil
from synthetic.filing.entry import Entry

Mechanism = Callable[[Entry, Spoil], Entry | None]
DIGITS_OF_A_SPREADSHEET = 15


def word(entry: Entry, spoil: Spoil) -> Entry | None:
    """A word where a value should stand."""
    return entry.written(spoil.name, spoil.column, spoil.chance.pick(spoil.kind.words))


def tell(entry: Entry, spoil: Spoil) -> Entry | None:
    """Another text, as good as any but not true."""
    return entry.spoilt(spoil.name, spoil.column, spoil.chance.pick(spoil.kind.words))


def blank(entry: Entry, spoil: Spoil) -> Entry | None:
    """Nothing where something should stand."""
    return entry.spoilt(spoil.name, spoil.column, None)


def as_number(entry: Entry, spoil: Spoil) -> Entry | None:
    """Digits that a spreadsheet took for a number: zeros in front are gone, and so is what is beyond its precision."""
    digits = str(entry.values[spoil.column])
    if not digits.isdigit():
        return None
    beyond = max(0, len(digits.lstrip("0")) - DIGITS_OF_A_SPREADSHEET)
    return entry.written(spoil.name, spoil.column, int(digits) // 10**beyond * 10**beyond)


def transpose(entry: Entry, spoil: Spoil) -> Entry | None:
    """Two neighbouring digits in the wrong order."""
    text = str(entry.values[spoil.column])
    places = [place for place in range(len(text) // 2, len(text) - 2) if text[place] != text[place + 1]]
    if not places:
        return None
    place = spoil.chance.pick(places)
    return entry.spoilt(spoil.name, spoil.column, text[:place] + text[place + 1] + text[place] + text[place + 2 :])


def times(entry: Entry, spoil: Spoil) -> Entry | None:
    """So many times the number."""
    value = entry.values[spoil.column]
    return entry.spoilt(spoil.name, spoil.column, round(value * spoil.kind.factor)) if isinstance(value, int) and value else None


def off_by(entry: Entry, spoil: Spoil) -> Entry | None:
    """A count that is some too high."""
    value = entry.values[spoil.column]
    more = spoil.chance.whole(*spoil.kind.days)
    if isinstance(value, int):
        return entry.spoilt(spoil.name, spoil.column, value + more)
    return entry.spoilt(spoil.name, spoil.column, str(int(value) + more)) if isinstance(value, str) and value.isdigit() else None


def shift_row(entry: Entry, spoil: Spoil) -> Entry | None:
    """From this cell on, everything one cell further to the right; the layout does it."""
    return entry.spoilt(spoil.name, spoil.column, entry.values[spoil.column])


def foreign(entry: Entry, spoil: Spoil) -> Entry | None:
    """A township of another district."""
    return entry.spoilt(spoil.name, spoil.column, spoil.chance.pick(spoil.beside.foreign_townships))


def swap(entry: Entry, spoil: Spoil) -> Entry | None:
    """The other of two codes."""
    return entry.spoilt(spoil.name, spoil.column, next(value for value in spoil.kind.values if value != entry.values[spoil.column]))


def raised(entry: Entry, spoil: Spoil) -> Entry | None:
    """The next higher code; the highest cannot be raised."""
    values = spoil.kind.values
    place = values.index(str(entry.values[spoil.column])) + 1
    return entry.spoilt(spoil.name, spoil.column, values[place]) if place < len(values) else None


def put(entry: Entry, spoil: Spoil) -> Entry | None:
    """A value that the kind names."""
    is_so = entry.values[spoil.column] == spoil.kind.value
    return None if is_so else entry.spoilt(spoil.name, spoil.column, spoil.kind.value)


def before(entry: Entry, spoil: Spoil) -> Entry | None:
    """A day before another."""
    return moved(entry, spoil, -1)


def after(entry: Entry, spoil: Spoil) -> Entry | None:
    """A day after another."""
    return moved(entry, spoil, 1)


def moved(entry: Entry, spoil: Spoil, way: int) -> Entry | None:
    """A day some days from that of another column."""
    than = entry.values.get(spoil.kind.than or spoil.column)
    return entry.spoilt(spoil.name, spoil.column, than + timedelta(days=way * spoil.chance.whole(*spoil.kind.days))) if isinstance(than, date) else None


def stranger(entry: Entry, spoil: Spoil) -> Entry | None:
    """Somebody whom no roster has."""
    of = words.persons()
    return entry.spoilt(spoil.name, spoil.column, spoil.chance.pick(of.surnames) + spoil.chance.pick(of.unlisted))


def departed(entry: Entry, spoil: Spoil) -> Entry | None:
    """Somebody who is a mediator no more."""
    return entry.spoilt(spoil.name, spoil.column, spoil.chance.pick(spoil.beside.departed)) if spoil.beside.departed else None


def same(entry: Entry, spoil: Spoil) -> Entry | None:
    """What the first entry that was chosen has; that one lends it."""
    if spoil.name not in spoil.kept:
        spoil.kept[spoil.name] = entry.values[spoil.column]
        return None
    lent = spoil.kept[spoil.name]
    return entry.spoilt(spoil.name, spoil.column, lent) if lent != entry.values[spoil.column] else None


OF_CELLS: dict[str, Mechanism] = {
    "word": word, "tell": tell, "blank": blank, "as_number": as_number, "transpose": transpose, "times": times, "off_by": off_by, "shift_row": shift_row,
    "foreign": foreign, "swap": swap, "raise": raised, "set": put, "before": before, "after": after, "stranger": stranger, "departed": departed, "same": same,
}  # fmt: skip
