"""Who stands behind an office's papers: officials in charge, clerks, judges of the counter; and which bodies there are beside it."""

from dataclasses import dataclass

from catalog.unit import Unit
from synthetic import words
from synthetic.calibration import Calibration
from synthetic.chance import Chance
from synthetic.city.committees import Committee
from synthetic.city.people import invented
from synthetic.city.places import Town


@dataclass(frozen=True)
class Staff:
    """The officials of one district."""

    district: Unit
    leads: dict[str, tuple[str, ...]]  # by township; those of the district under its own code
    clerks: tuple[str, ...]
    checkers: tuple[str, ...]
    signers: tuple[str, ...]
    justice_office_share: float

    def lead(self, chance: Chance, committee: Committee) -> str:
        """The leading official in charge of a matter."""
        return chance.pick(self.leads[committee.town.unit.code if committee.town else self.district.code])

    def responsible_for(self, committee: Committee, chance: Chance) -> str:
        """The unit that answers for a matter: the committee, or the justice office of its township."""
        if committee.town and chance.happens(self.justice_office_share):
            return words.bodies().justice_office.format(township=committee.town.unit.name)
        return words.bodies().short_committee(committee.name)

    def body(self, pattern: str) -> str:
        """The name of a body of this district."""
        return pattern.format(unit=self.district.short_name)


def staff(chance: Chance, district: Unit, towns: tuple[Town, ...], calibration: Calibration) -> Staff:
    """The officials of a district, made up."""
    mongolian = calibration.mongolian_share[calibration.units[district.code].place]

    def names(count: int) -> tuple[str, ...]:
        return tuple(invented(chance, women=calibration.women_share, mongolian=mongolian).name for _ in range(count))

    leads = {district.code: names(6)} | {town.unit.code: names(4) for town in towns}
    return Staff(district, leads, names(2), names(2), names(2), calibration.justice_office_share)
