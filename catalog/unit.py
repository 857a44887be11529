"""Units: the city, its eleven reporting units, their townships and streets, and villages where declared; each name that offices write leads to one code.

Units have a beginning and an end. Two townships that are merged both end, and name the one that succeeds them; what was filed before stays theirs.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Literal, Self

from pydantic import Field, model_validator

from catalog.declared import BEGINNING, Declared
from catalog.period import Period
from catalog.spelling import spelling

Level = Literal["city", "district", "township", "village"]
LEVELS: tuple[Level, ...] = ("city", "district", "township", "village")
Kind = Literal[
    "prefecture", "city_office", "district", "mining_district", "banner", "joint_banner", "county", "development_zone",
    "street", "town", "township", "sumu", "park", "gacha", "village", "community",
]  # fmt: skip
CITY = "150200"  # the whole city; its own office files as 150200-BJ


class Unit(Declared):
    """One unit while it was so: effective-dated, with its parent, its names, and whether it is a statutory division or a functional area."""

    code: str
    name: str
    level: Level
    kind: Kind
    parent: str | None = None
    short: str = Field("", description="As offices write it in titles and file names: 昆区.")
    office: str = Field("", description="Who files: 昆都仑区司法局.")
    folder: str = Field("", description="Its folder below inbox/ and outbox/, where that is not the name.")
    aliases: tuple[str, ...] = ()
    reports: bool = Field(False, description="It owes returns to the city.")
    pseudo: bool = Field(False, description="A park or management area that statistics treat as a township: no unit of its own, owes nothing.")
    succeeded_by: str | None = Field(None, description="Of a unit that ended: the code of the one it became a part of. Absent where it was split or dissolved.")
    note: str = ""

    @model_validator(mode="after")
    def only_what_ended_is_succeeded(self) -> Self:
        """A unit that goes on is succeeded by none."""
        if self.succeeded_by and not self.until:
            raise ValueError("`succeeded_by` needs `until`: the last day of the unit itself")
        return self

    def stands_after(self, day: date) -> bool:
        """Whether the unit stands on the day after another."""
        return self.holds_on(day + timedelta(days=1))

    def stood_in(self, period: Period) -> bool:
        """Whether the unit was there on some day of a period. What stood when declarations begin had stood before."""
        return (self.since == BEGINNING or self.since <= period.end) and (self.until is None or self.until >= period.start)

    @property
    def folder_name(self) -> str:
        """Its folder below inbox/ and outbox/."""
        return self.folder or self.name

    @property
    def short_name(self) -> str:
        """As offices write it in titles and papers: the short name, or the full one of a unit that has none."""
        return self.short or self.name

    @property
    def names(self) -> tuple[str, ...]:
        """Every declared way of writing the unit."""
        return tuple(name for name in (self.name, self.short, self.office, *self.aliases) if name)


class Village(Unit):
    """A gacha, village or community; its parent is the township it stands under."""

    level: Level = "village"


class Township(Unit):
    """A township, town, sumu or street; its parent is the unit whose file it stands in."""

    level: Level = "township"
    villages: tuple[Village, ...] = Field((), description="Where they are known; what is not declared owes nothing and stays text.")


class UnitFile(Unit):
    """A reporting unit with its townships, as one file declares them."""

    townships: tuple[Township, ...] = ()

    def flat(self) -> Iterator[Unit]:
        """The reporting unit, its townships and their villages as units of one list."""
        yield Unit.model_validate(self.model_dump(exclude={"townships"}))
        for township in self.townships:
            yield Unit.model_validate(township.model_dump(exclude={"villages"}) | {"parent": township.parent or self.code})
            yield from (Unit.model_validate(village.model_dump() | {"parent": village.parent or township.code}) for village in township.villages)


@dataclass(frozen=True)
class Units:
    """All declared units, looked up by code or by name."""

    units: tuple[Unit, ...]

    @cached_property
    def by_code(self) -> dict[str, Unit]:
        """Every unit under its code; of one that changed, the newest."""
        return {unit.code: unit for unit in sorted(self.units, key=lambda unit: unit.since)}

    @cached_property
    def _by_name(self) -> dict[str, tuple[Unit, ...]]:
        found: dict[str, list[Unit]] = {}
        for unit in self.units:
            for name in dict.fromkeys(map(spelling, (unit.code, *unit.names))):
                found.setdefault(name, []).append(unit)
        return {name: tuple(units) for name, units in found.items()}

    @property
    def reporting(self) -> tuple[Unit, ...]:
        """The units that file returns: ten offices of banners, county, districts and the zone, and the city's own."""
        return tuple(unit for unit in self.units if unit.reports)

    def __iter__(self) -> Iterator[Unit]:
        return iter(self.units)

    def __getitem__(self, code: str) -> Unit:
        return self.by_code[code]

    def named(self, text: str, level: Level | None = None) -> tuple[Unit, ...]:
        """The units a text names, of one level where given; several when the name is shared, none when it is unknown. Of one that changed, the newest."""
        found = {unit.code: unit for unit in self._by_name.get(spelling(text), ()) if level in (None, unit.level)}
        return tuple(found.values())

    def district_of(self, unit: Unit) -> Unit | None:
        """The reporting unit that a unit belongs to: itself, or the first above it that reports; None for the city."""
        above: Unit | None = unit
        for _ in LEVELS:
            if above is None or above.reports:
                break
            above = self.by_code.get(above.parent) if above.parent else None
        return above if above and above.reports else None

    @cached_property
    def _by_office(self) -> dict[tuple[str, Level], tuple[Unit, ...]]:
        found: dict[tuple[str, Level], list[Unit]] = {}
        for unit in self.units:
            if office := self.district_of(unit):
                found.setdefault((office.code, unit.level), []).append(unit)
        return {place: tuple(units) for place, units in found.items()}

    def within(self, office: str, level: Level) -> tuple[Unit, ...]:
        """The units of a level that belong to a reporting unit, itself included, in all their versions."""
        return self._by_office.get((office, level), ())

    def now(self, unit: Unit) -> Unit:
        """What a unit has become: itself while it stands or where it left no successor, else the newest that succeeds it."""
        while unit.succeeded_by:
            unit = self.by_code[unit.succeeded_by]
        return unit

    @cached_property
    def _names_in_texts(self) -> re.Pattern[str]:
        """The names by which a title may mention a unit: all that file, full ones of townships, whose short ones are common words; none of villages."""
        names = {name for unit in self.units if unit.level != "village" for name in (unit.names if unit.reports else (unit.name,))}
        return re.compile("|".join(map(re.escape, sorted(map(spelling, names), key=len, reverse=True))))

    def mentioned(self, text: str) -> tuple[Unit, ...]:
        """The units whose names stand in a text, each longest name taken first."""
        return tuple(unit for name in self._names_in_texts.findall(spelling(text)) for unit in self._by_name[name])

    def without_names(self, text: str) -> str:
        """The text with a blank for each unit's name."""
        return self._names_in_texts.sub(" ", spelling(text))

    def township_in(self, district: str, text: str) -> tuple[Unit, ...]:
        """The townships a text names, the district's own before all others; never one of another district when its own fits."""
        found = self.named(text, "township")
        own = tuple(unit for unit in found if unit.parent == district)
        return own or found
