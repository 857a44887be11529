"""Units: the city, its eleven reporting units, their townships and streets; each name that offices write leads to one code."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from pydantic import Field

from catalog.declared import Declared
from catalog.spelling import spelling

Level = Literal["city", "district", "township"]
Kind = Literal[
    "prefecture", "city_office", "district", "mining_district", "banner", "joint_banner", "county", "development_zone",
    "street", "town", "township", "sumu", "park",
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
    note: str = ""

    @property
    def folder_name(self) -> str:
        """Its folder below inbox/ and outbox/."""
        return self.folder or self.name

    @property
    def names(self) -> tuple[str, ...]:
        """Every declared way of writing the unit."""
        return tuple(name for name in (self.name, self.short, self.office, *self.aliases) if name)


class Township(Unit):
    """A township, town, sumu or street; its parent is the unit whose file it stands in."""

    level: Level = "township"


class UnitFile(Unit):
    """A reporting unit with its townships, as one file declares them."""

    townships: tuple[Township, ...] = ()


@dataclass(frozen=True)
class Units:
    """All declared units, looked up by code or by name."""

    units: tuple[Unit, ...]

    @cached_property
    def by_code(self) -> dict[str, Unit]:
        """Every unit under its code; of one that changed, the newest."""
        return {unit.code: unit for unit in self.units}

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
        """The units a text names, of one level where given; several when the name is shared, none when it is unknown."""
        return tuple(unit for unit in self._by_name.get(spelling(text), ()) if level in (None, unit.level))

    @cached_property
    def _names_in_texts(self) -> re.Pattern[str]:
        """The names by which a title may mention a unit: all of those that file, the full ones of townships, whose short ones are common words."""
        names = {name for unit in self.units for name in (unit.names if unit.reports else (unit.name,))}
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
