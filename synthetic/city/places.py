"""Townships of the catalog, and the villages and communities that are made up below them."""

from dataclasses import dataclass

from catalog.unit import Unit, Units
from synthetic import words
from synthetic.calibration import Calibration
from synthetic.chance import Chance, shared_out


@dataclass(frozen=True, slots=True)
class Village:
    """A village, a gacha or a community that does not exist; its name says so."""

    code: str
    name: str
    kind: str  # village, gacha or community
    busyness: float


@dataclass(frozen=True, slots=True)
class Town:
    """A township or street of the catalog, with its villages."""

    unit: Unit
    busyness: float
    villages: tuple[Village, ...]

    @property
    def is_street(self) -> bool:
        """A street has communities, all else villages."""
        return self.unit.kind == "street"


def towns(chance: Chance, units: Units, district: Unit, scale: float, calibration: Calibration) -> tuple[Town, ...]:
    """The townships of a district in force on the first day, with as many villages as it has; a city so many times as large has so many more."""
    own = townships(units, district)
    busyness = {unit.code: chance.of(unit.code).spread(1, calibration.busyness.township) for unit in own}
    villages = shared_out(villages_in(units, district, scale, calibration) - len(own), busyness) if own else {}
    return tuple(
        Town(unit, busyness[unit.code], villages_of(chance.of(unit.code, "villages"), unit, villages[unit.code] + 1, calibration))
        for unit in sorted(own, key=lambda unit: unit.code)
    )


def townships(units: Units, district: Unit) -> list[Unit]:
    """The townships of a district; a park that statistics treat as one is none."""
    return [unit for unit in units if unit.parent == district.code and unit.level == "township" and not unit.pseudo]


def villages_in(units: Units, district: Unit, scale: float, calibration: Calibration) -> int:
    """How many villages a district has; in however small a city each township has one."""
    return max(len(townships(units, district)), round(calibration.units[district.code].villages * scale))


def villages_of(chance: Chance, town: Unit, count: int, calibration: Calibration) -> tuple[Village, ...]:
    """The villages of one township: names that no other of it has."""
    of = words.places()
    kind = "community" if town.kind == "street" else "gacha" if town.kind in of.sumu_kinds else "village"
    names = {"community": of.community_names, "gacha": of.gacha_names, "village": of.village_names}[kind]
    first = chance.whole(0, len(names) - 1)
    return tuple(
        Village(f"{town.code}{number + 1:03d}", village_name(names, first + number, kind), kind, chance.spread(1, calibration.busyness.village))
        for number in range(count)
    )


def village_name(names: tuple[str, ...], place: int, kind: str) -> str:
    """The mark, a name, its round through the list where it comes again, and what it is."""
    of = words.places()
    again, name = divmod(place, len(names))
    number = of.numbers[again - 1] if 0 < again <= len(of.numbers) else str(again) if again else ""
    return f"{of.mark}{names[name]}{number}{of.suffix[kind]}"
