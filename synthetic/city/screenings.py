"""Rounds of screening: every week in villages, every month in townships, every quarter in the district; and what each finds."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from catalog.period import Period
from synthetic import words
from synthetic.calibration import Calibration
from synthetic.chance import Chance
from synthetic.city.disputes import Dispute
from synthetic.city.mediators import Mediator
from synthetic.city.places import Town, Village
from synthetic.city.span import days_on

WORKING_DAYS = 5
MONTHLY_KIND, QUARTERLY_KIND = "SK04", "SK01"
QUARTER = 3


@dataclass(frozen=True, slots=True)
class Round:
    """One round: where, on which day, by whom, and what came of it."""

    key: str
    town: Town
    village: Village | None
    day: date
    screener: str
    kind: str
    place: str
    found: int
    resolved: int
    prevented: int


def weekday_of(chance: Chance, village: Village) -> int:
    """The day of the week on which a village screens."""
    return chance.of("weekday", village.code).whole(0, WORKING_DAYS - 1)


@dataclass(frozen=True)
class Screening:
    """What the rounds of one district have in common: who goes, and what was found on which day."""

    chance: Chance
    calibration: Calibration
    members: dict[str, tuple[Mediator, ...]]
    disputes: tuple[Dispute, ...]

    @cached_property
    def found(self) -> Counter[tuple[str, date]]:
        """Disputes found, by village and day."""
        return Counter((one.committee.village.code, one.screened_on) for one in self.disputes if one.found_in_round and one.committee.village)

    @cached_property
    def at_once(self) -> Counter[tuple[str, date]]:
        """Those of them that were settled by the next day."""
        quick = (one for one in self.disputes if one.is_successful and (one.closed_on - one.screened_on).days <= 1)
        return Counter((one.committee.village.code, one.screened_on) for one in quick if one.found_in_round and one.committee.village)

    @cached_property
    def prevented(self) -> float:
        """How many disputes a round prevents where it is neither busy nor quiet."""
        of = self.calibration
        return of.screening.prevented * of.a_year["dispute"] / of.a_year["screening_round"]

    def rounds(self, town: Town, month: Period) -> Iterator[Round]:
        """Every week's round of each village of a township, and the month's of the township itself."""
        own = self.chance.of("rounds", town.unit.code, month.code)
        for village in town.villages:
            for day in days_on(month, weekday_of(self.chance, village)):
                at = village.code, day
                yield Round(
                    key=f"{village.code}-{day:%m%d}",
                    town=town,
                    village=village,
                    day=day,
                    screener=own.pick(self.members[village.code]).name,
                    kind=own.drawn(self.calibration.mixes.screening),
                    place=place_of(town, village),
                    found=self.found[at],
                    resolved=self.at_once[at],
                    prevented=own.events(self.prevented * village.busyness),
                )
        day = month.start + timedelta(days=own.whole(9, 24))
        by = own.pick(self.members[town.villages[0].code]).name
        yield Round(f"{town.unit.code}-{day:%m%d}", town, None, day, by, MONTHLY_KIND, town.unit.name, 0, 0, 0)


def of_district(chance: Chance, towns: tuple[Town, ...], months: tuple[Period, ...], officials: tuple[str, ...]) -> Iterator[Round]:
    """The quarter's round of the district, in one of its townships."""
    for month in months:
        if towns and month.start.month % QUARTER == 0:
            own = chance.of("quarter", month.code)
            town, day = own.pick(towns), month.start + timedelta(days=own.whole(5, 22))
            yield Round(f"{town.unit.parent}-{day:%Y%m%d}", town, None, day, own.pick(officials), QUARTERLY_KIND, town.unit.name, 0, 0, 0)


def place_of(town: Town, village: Village) -> str:
    """Where a village's round took place, in words."""
    rooms, number = words.places().rooms, int(village.code)
    return f"{town.unit.name}{village.name}{rooms[number % len(rooms)] if number % QUARTER == 0 else ''}"
