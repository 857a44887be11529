"""The scales, mixes and paces by which the city lives, as `calibration.yml` states them."""

from functools import cache, cached_property
from pathlib import Path
from typing import Literal

from catalog.declarations import read
from catalog.declared import Model
from synthetic.chance import Mix

FILE = Path(__file__).with_name("calibration.yml")
Place = Literal["urban", "mining", "mixed", "rural", "pastoral", "office"]
Span = tuple[int, int]


class UnitScale(Model):
    """How much of the city a reporting unit is."""

    share: float
    organisations: float | None = None
    villages: int
    place: Place


class CommitteeScale(Model):
    """How many committees of a kind there are, with how many members, and how busy one is beside a village's."""

    count: int | None = None  # none: as many as there are villages or townships
    members: float
    full_time: float
    cases: float


class Busyness(Model):
    """How far busy ones stand from quiet ones."""

    township: float
    village: float
    mediator: float


class Outcomes(Model):
    """How mediation ends."""

    success: float
    between_units: float
    harder: dict[str, float]
    withdrawn: float


class Amount(Model):
    """Sums in dispute."""

    median: float
    sigma: float


class Parties(Model):
    """How many are involved."""

    mean_more: float
    crowd_share: float
    crowd: Span


class Screening(Model):
    """Rounds and what they find."""

    found_in_round: float
    prevented: float
    kinds: dict[str, float]


class Cases(Model):
    """Which disputes become cases of a committee."""

    of_disputes: float


class Leads(Model):
    """First signs."""

    per_dispute: float
    becomes_dispute: float
    channels: dict[str, float]


class Handovers(Model):
    """What goes from one body to another."""

    per_referred: float
    by_party_and_government: float
    refused: float
    days_to_receive: float
    days_to_feed_back: float
    city_a_month: int


class FollowUps(Model):
    """Looking after a closed case."""

    share: float
    days: Span
    satisfied: float
    phone: float


class MajorRisks(Model):
    """What is reported upwards at once."""

    per_difficulty: dict[str, float]
    crowd: float
    level: dict[str, str]
    criminal: float
    petition: float
    unrest: float


class Members(Model):
    """Mediators as they come and go."""

    leave_a_year: float
    purchased: float
    bilingual: float
    busier_full_time: float
    education: dict[str, float]
    political: dict[str, float]
    background: dict[str, float]
    ethnicity: dict[str, float]


class Trainings(Model):
    """Courses."""

    a_month: float
    hours: Span
    people: Span


class Publicity(Model):
    """Events."""

    a_month: float
    in_media: float
    people: Span
    leaflets: Span


class Commendations(Model):
    """Honours."""

    a_year: float


class Online(Model):
    """Requests by the mobile app."""

    per_dispute: float
    phone_kinds: dict[str, float]
    dispatched: float


class Subsidy(Model):
    """Case subsidies: what is asked and granted, in yuan."""

    rates: dict[str, int]
    claimed: dict[str, float]
    paid_days: Span


class Fund(Model):
    """Yuan a year."""

    unit: float = 0
    per_committee: float = 0
    per_full_time: float = 0
    per_dispute: float = 0


class Purchases(Model):
    """Contracts by which mediation is bought."""

    per_unit: int
    fund: str
    parts: tuple[float, float]
    yuan_per_head: int


class Centres(Model):
    """One-stop centres."""

    opened_before: float
    taken_in: float
    accepted: float


class Administrative(Model):
    """What departments of government mediate."""

    per_dispute: float


class Calibration(Model):
    """Everything that `calibration.yml` states; see the remarks there."""

    a_year: dict[str, int]
    months: dict[int, float]
    warm_up_months: int
    committees: dict[str, CommitteeScale]
    busyness: Busyness
    units: dict[str, UnitScale]
    types: dict[str, float]
    types_by_place: dict[Place, dict[str, float]]
    types_by_month: dict[str, dict[int, float]]
    sources: dict[str, float]
    difficulty: dict[str, float]
    harder_levels: tuple[str, ...]
    harder_types: dict[str, float]
    days_to_close: dict[str, float]
    days_spread: float
    days_allowed: dict[str, Span]
    days_to_accept: float
    days_before_found: float
    outcomes: Outcomes
    written_share: dict[str, float]
    performed: dict[str, float]
    confirmed_share: float
    zero_amount_share: dict[str, float]
    amount_yuan: Amount
    parties: Parties
    women_share: float
    mongolian_share: dict[Place, float]
    screening: Screening
    cases: Cases
    justice_office_share: float
    leads: Leads
    handovers: Handovers
    follow_ups: FollowUps
    major_risks: MajorRisks
    rare_per_10000: dict[str, float]
    rare_people: dict[str, float]
    mediators: Members
    grades: dict[str, float]
    trainings: Trainings
    publicity: Publicity
    commendations: Commendations
    online: Online
    subsidy: Subsidy
    funds: dict[str, Fund]
    executed: tuple[float, float]
    purchases: Purchases
    centres: Centres
    administrative: Administrative

    @cached_property
    def mixes(self) -> "Mixes":
        """The shares, ready to be drawn from."""
        return Mixes(self)

    def in_month(self, month: int) -> float:
        """The share of a year's disputes that arise in a month of the calendar."""
        return self.months[month] / sum(self.months.values())


class Mixes:
    """The shares of a calibration as they are drawn from."""

    def __init__(self, calibration: Calibration) -> None:
        of = calibration.mediators
        self.education = Mix.of(of.education)
        self.political = Mix.of(of.political)
        self.background = Mix.of(of.background)
        self.ethnicity = Mix.of(of.ethnicity)
        self.grade = Mix.of(calibration.grades)
        self.source = Mix.of(calibration.sources)
        self.performance = Mix.of(calibration.performed)
        self.screening = Mix.of(calibration.screening.kinds)
        self.channel = Mix.of(calibration.leads.channels)
        self.online = Mix.of(calibration.online.phone_kinds)
        self.types = {(place, month): Mix.of(types_in(calibration, place, month)) for place in calibration.types_by_place for month in calibration.months}
        self.difficulty = {kind: Mix.of(difficulty_of(calibration, kind)) for kind in calibration.types}


def types_in(calibration: Calibration, place: Place, month: int) -> dict[str, float]:
    """The mix of types in one kind of place in one month of the calendar."""
    here, then = calibration.types_by_place[place], calibration.types_by_month
    return {kind: share * here.get(kind, 1) * then.get(kind, {}).get(month, 1) for kind, share in calibration.types.items()}


def difficulty_of(calibration: Calibration, kind: str) -> dict[str, float]:
    """The mix of difficulty of one type: hard types are more often difficult or grave."""
    harder = calibration.harder_types.get(kind, 1)
    return {level: share * (harder if level in calibration.harder_levels else 1) for level, share in calibration.difficulty.items()}


@cache
def calibration() -> Calibration:
    """The calibration, read once; CatalogError lists every fault of the file."""
    return read(FILE, Calibration)
