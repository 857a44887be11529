"""Persons of the made-up city. Nobody here exists: identity numbers begin with an area that there is not."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from synthetic import words
from synthetic.chance import Chance

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)  # GB 11643: each digit's weight, and what the remainder is written as
CHECKS = "10X98765432"
OLDEST, YOUNGEST = date(1948, 1, 1), date(1999, 12, 31)


@dataclass(frozen=True, slots=True)
class Person:
    """A name, a sex, and where somebody comes from."""

    name: str
    is_woman: bool
    is_mongolian: bool


@dataclass(frozen=True, slots=True)
class Papers:
    """What only a roster, a pay list or a register tells of somebody."""

    born_on: date
    id_number: str
    phone: str
    bank_card: str


def invented(chance: Chance, *, women: float, mongolian: float) -> Person:
    """Somebody who does not exist."""
    of = words.persons()
    is_woman, is_mongolian = chance.happens(women), chance.happens(mongolian)
    if is_mongolian:
        first, last = (of.mongolian_women_first, of.mongolian_women) if is_woman else (of.mongolian_men_first, of.mongolian_men)
        name = chance.pick(first) + chance.pick(last)
    else:
        name = chance.pick(of.surnames) + chance.pick(of.women if is_woman else of.men)
    return Person(name, is_woman, is_mongolian)


def firm(chance: Chance, dispute_type: str) -> str:
    """A firm or an office that does not exist, and says so."""
    of = words.persons()
    return f"{chance.pick(of.companies)}{of.company_kinds[dispute_type]}{of.made_up}"


def firms_of(dispute_types: Iterable[str]) -> list[str]:
    """Every firm there is that disputes of some types are with."""
    of = words.persons()
    return [f"{company}{of.company_kinds[kind]}{of.made_up}" for kind in dispute_types for company in of.companies]


def papers(chance: Chance, *, is_woman: bool) -> Papers:
    """Papers that nobody can have: an area that there is not, a card that fails its own check."""
    born = OLDEST + timedelta(days=chance.whole(0, (YOUNGEST - OLDEST).days))
    return Papers(born, id_number(chance, born, is_woman=is_woman), phone(chance), bank_card(chance))


def id_number(chance: Chance, born: date, *, is_woman: bool) -> str:
    """Eighteen digits of an area that there is not; birthday, sex and check digit agree."""
    order = chance.whole(0, 499) * 2 + (0 if is_woman else 1)
    body = f"{words.persons().identity_area}{chance.whole(0, 9999):04d}{born:%Y%m%d}{order:03d}"
    return body + CHECKS[sum(int(digit) * weight for digit, weight in zip(body, WEIGHTS, strict=True)) % 11]


def phone(chance: Chance) -> str:
    """A mobile number of a range that nobody was given."""
    return f"{words.persons().phone_begins}{chance.whole(0, 99999):05d}"


def bank_card(chance: Chance) -> str:
    """Nineteen digits whose check digit is wrong."""
    body = words.persons().card_begins + "".join(str(chance.whole(0, 9)) for _ in range(14))
    doubled = sum(sum(divmod(int(digit) * (2 if place % 2 == 0 else 1), 10)) for place, digit in enumerate(reversed(body)))
    return body + str((10 - doubled % 10 + 5) % 10)
