"""Committees of people's mediation: those of villages and townships, and those of lines, firms and persons beside them."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

from catalog.unit import Unit
from synthetic import words
from synthetic.calibration import Calibration
from synthetic.chance import Chance, shared_out
from synthetic.city.people import Person, firms_of, invented
from synthetic.city.places import Town, Village

FOUNDED_FROM, FOUNDED_DAYS = date(2005, 1, 1), 6300
FIRMS_WITH_COMMITTEES = "D11", "D14", "D17", "D10", "D09", "D13", "D12"
FEWEST = {"O31": 0, "O41": 1, "O51": 0, "O52": 0}  # outside villages and townships; in however small a city somebody mediates


@dataclass(frozen=True, slots=True)
class Committee:
    """A committee: of what kind, where it sits, how busy it is."""

    number: int
    name: str
    kind: str
    line: str | None
    district: str
    town: Town | None
    village: Village | None
    founded_on: date
    busyness: float

    @property
    def code(self) -> str:
        """The number in the register."""
        return f"{self.district[:6]}T{self.number:05d}"


@dataclass
class Register:
    """Numbers and names as committees are entered."""

    chance: Chance
    district: Unit
    calibration: Calibration
    entered: int = 0

    def enter(self, kind: str, name: str, town: Town | None, village: Village | None = None, line: str | None = None) -> Committee:
        """A committee with the next number."""
        self.entered += 1
        own = self.chance.of(kind, self.entered)
        busy = self.calibration.committees[kind].cases * (town.busyness if town else 1) * (village.busyness if village else own.spread(1, 0.4))
        founded = FOUNDED_FROM + timedelta(days=own.whole(0, FOUNDED_DAYS))
        return Committee(self.entered, name, kind, line, self.district.code, town, village, founded, busy)


def committees(chance: Chance, district: Unit, towns: tuple[Town, ...], scale: float, calibration: Calibration) -> tuple[Committee, ...]:
    """Every committee of a district."""
    register = Register(chance, district, calibration)
    names = words.places().committee
    found = []
    for town in towns:
        kind = "O22" if town.is_street else "O21"
        found.append(register.enter(kind, names[kind].format(township=town.unit.name), town))
        for village in town.villages:
            own = "O12" if village.kind == "community" else "O11"
            found.append(register.enter(own, names[own].format(township=town.unit.name, village=village.name), town, village))
    beside = {"O41": lines, "O31": firms, "O51": studios, "O52": rooms}
    return (*found, *chain.from_iterable(make(register, towns, shared(kind, district.code, scale, calibration)) for kind, make in beside.items()))


def shared(kind: str, district: str, scale: float, calibration: Calibration) -> int:
    """How many of a kind a district has of the city's."""
    shares = {code: unit.organisations or unit.share for code, unit in calibration.units.items()}
    return max(FEWEST[kind], shared_out(round((calibration.committees[kind].count or 0) * scale), shares)[district])


def lines(register: Register, towns: tuple[Town, ...], count: int) -> list[Committee]:
    """Committees of a trade or profession, line after line."""
    of = words.places()
    known = list(of.lines.items())
    made = []
    for number in range(count):
        again, place = divmod(number, len(known))
        line, name = known[place]
        pattern = of.another if again else of.committee["O41"]
        called = pattern.format(unit=register.district.short_name, line=name, number=in_words(again))
        made.append(register.enter("O41", called, seat(register, towns, number), line=line))
    return made


def firms(register: Register, towns: tuple[Town, ...], count: int) -> list[Committee]:
    """Committees of enterprises; no two of a district bear the same name, as far as names last."""
    pattern = words.places().committee["O31"]
    called = register.chance.of("firms").among(firms_of(FIRMS_WITH_COMMITTEES), count)
    return [register.enter("O31", pattern.format(company=called[number % len(called)]), seat(register, towns, number)) for number in range(count)]


def studios(register: Register, towns: tuple[Town, ...], count: int) -> list[Committee]:
    """Studios that bear a mediator's name."""
    pattern = words.places().committee["O51"]
    chance = register.chance.of("studios")
    heads: list[Person] = [invented(chance, women=0.5, mongolian=0.1) for _ in range(count)]
    return [register.enter("O51", pattern.format(person=head.name), seat(register, towns, number)) for number, head in enumerate(heads)]


def rooms(register: Register, towns: tuple[Town, ...], count: int) -> list[Committee]:
    """Rooms at the police and at courts: one in every township before any has two."""
    of = words.places()
    made = []
    for number in range(count):
        before, place = divmod(number, len(towns) or 1)
        again, host = divmod(before, len(of.stationed_at))
        town = towns[place] if towns else None
        pattern = of.another_room if again else of.committee["O52"]
        called = pattern.format(unit=town.unit.name if town else register.district.short_name, at=of.stationed_at[host], number=in_words(again))
        made.append(register.enter("O52", called, town))
    return made


def in_words(again: int) -> str:
    """How many of its kind came before, as a name tells it; as far as words last."""
    of = words.places().numbers
    return of[min(again, len(of) - 1)]


def seat(register: Register, towns: tuple[Town, ...], number: int) -> Town | None:
    """The township in which a committee without one of its own sits; the city's own sit in none."""
    return register.chance.of("seat", number).pick(towns) if towns else None
