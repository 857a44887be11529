"""Mechanisms that add entries to a return: the same again, again under another number, somebody or something that does not exist."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from synthetic import words
from synthetic.city.people import id_number, invented
from synthetic.defects.context import Spoil
from synthetic.filing.entry import Entry, Mark, Value

Addition = Callable[[Entry, Spoil], Entry | None]
NEW_NUMBER = 9  # in the last places of a number: none of the true ones is so high
LATE_AT_NIGHT, SECONDS_APART = time(23, 41), 17
PEOPLE = 2


def repeat(entry: Entry, spoil: Spoil) -> Entry | None:
    """The entry once more."""
    return added(entry, spoil, f"{entry.key}-again")


def renumber(entry: Entry, spoil: Spoil) -> Entry | None:
    """The same matter as a case of its own, under a number of its own."""
    return added(entry, spoil, f"{entry.key}-split", case_no=numbered(entry, spoil), agreement_no=paper(entry, spoil))


def elsewhere(entry: Entry, spoil: Spoil) -> Entry | None:
    """The same matter before another committee."""
    other = spoil.chance.pick(spoil.beside.earlier or (entry,)).values["committee_text"]
    return None if other == entry.values["committee_text"] else added(entry, spoil, f"{entry.key}-twice", committee_text=other, case_no=numbered(entry, spoil))


def again(entry: Entry, spoil: Spoil) -> Entry | None:  # noqa: ARG001  # what was filed earlier comes again, not the entry at hand
    """One of an earlier return."""
    if not spoil.beside.earlier:
        return None
    earlier = spoil.chance.pick(spoil.beside.earlier)
    return added(earlier, spoil, f"{earlier.key}-later")


def ghost(entry: Entry, spoil: Spoil) -> Entry | None:
    """A member of a committee who does not exist, reached under somebody else's number."""
    nobody = invented(spoil.chance, women=0.5, mongolian=0)
    born = entry.values["birth_month"]
    number = id_number(spoil.chance, born if isinstance(born, date) else date(1970, 1, 1), is_woman=nobody.is_woman)
    sex = "2" if nobody.is_woman else "1"
    return added(entry, spoil, f"{entry.key}-ghost", name=nobody.name, id_number=number, gender_code=sex, mediator_no=None, is_part_time=False)


def second_post(entry: Entry, spoil: Spoil) -> Entry | None:
    """The same person for wages in another committee."""
    other = spoil.chance.pick(spoil.beside.earlier or (entry,)).values["committee_text"]
    if other == entry.values["committee_text"] or entry.values["is_part_time"]:
        return None
    return added(entry, spoil, f"{entry.key}-second", committee_text=other, mediator_no=None)


def pad(entry: Entry, spoil: Spoil) -> Entry | None:
    """A case that never was, of the committee of the first one chosen."""
    first = spoil.kept.setdefault(spoil.name, entry.values["committee_text"])
    if entry.values["committee_text"] != first and spoil.chance.happens(0.5):
        return None
    one, other = (invented(spoil.chance, women=0.5, mongolian=0).name for _ in range(PEOPLE))
    told, both = spoil.chance.pick(spoil.kind.words).format(a=one, b=other), words.stories().between.join((one, other))
    return added(
        entry, spoil, f"{entry.key}-padded", committee_text=first, brief=told, parties=both, case_no=numbered(entry, spoil), agreement_no=paper(entry, spoil)
    )


def burst(entry: Entry, spoil: Spoil) -> Entry | None:
    """Entered late at night, seconds after the one before."""
    day = entry.values[spoil.column]
    if not isinstance(day, date):
        return None
    first = spoil.kept.setdefault(spoil.name, datetime.combine(day, LATE_AT_NIGHT))
    at = spoil.kept[f"{spoil.name}/next"] = spoil.kept.get(f"{spoil.name}/next", first)
    if not isinstance(at, datetime):
        return None
    spoil.kept[f"{spoil.name}/next"] = at + timedelta(seconds=SECONDS_APART)
    return entry.spoilt(spoil.name, spoil.column, at)


def added(entry: Entry, spoil: Spoil, key: str, **changed: Value) -> Entry:
    """An entry like another, with some values changed; the label stands where it shows, and nothing of it would be true."""
    made = replace(entry, key=key, values={**entry.values, **changed}, marks=(), raw={})
    return replace(made, marks=(Mark(spoil.name, spoil.column, None),))


def paper(entry: Entry, spoil: Spoil) -> str | None:
    """The number of an agreement that no other has, where there is one."""
    number = entry.values.get("agreement_no")
    return f"{number}-{spoil.chance.whole(1, 9999)}" if number else None


def numbered(entry: Entry, spoil: Spoil) -> str | None:
    """A case number that no true case has."""
    number = entry.values.get("case_no")
    return f"{str(number)[:-4]}{NEW_NUMBER}{spoil.chance.whole(0, 999):03d}" if number else None


OF_ROWS: dict[str, Addition] = {
    "repeat": repeat,
    "renumber": renumber,
    "elsewhere": elsewhere,
    "again": again,
    "ghost": ghost,
    "second_post": second_post,
    "pad": pad,
}
