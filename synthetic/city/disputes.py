"""Disputes: who with whom about what, from the day one arises to the day it ends."""

from dataclasses import dataclass
from datetime import date, timedelta

from catalog.period import Period
from synthetic import words
from synthetic.calibration import Calibration, Place
from synthetic.chance import Chance
from synthetic.city.committees import Committee
from synthetic.city.mediators import Mediator
from synthetic.city.people import Person, firm, invented
from synthetic.city.staff import Staff

FEN = 100
ROUND_TO_YUAN = 100
KIN = 9  # as many as a quarrel of two relatives concerns at the most
LONGEST = 300  # days: what takes longer is still open when the books are closed


@dataclass(frozen=True, slots=True)
class Dispute:
    """One dispute, with everything that will ever be known of it."""

    number: int
    key: str
    committee: Committee
    type: str
    difficulty: str
    source: str
    parties: tuple[str, ...]
    persons: tuple[Person, ...]
    brief: str
    people_count: int
    amount_fen: int | None
    place: str
    occurred_on: date
    screened_on: date
    found_in_round: bool
    accepted_on: date
    deadline_on: date
    closed_on: date
    outcome: str  # R1, R2 or R4, from closed_on on
    agreement_form: str | None
    performance: str | None
    is_confirmed: bool
    mediator: Mediator
    helper: Mediator | None
    responsible_unit: str
    lead_official: str
    plan: str
    ending: str
    agreement: str | None
    has_migrant_workers: bool
    is_case: bool

    def is_closed_by(self, day: date) -> bool:
        """Whether it had ended by the evening of a day."""
        return self.closed_on <= day

    @property
    def is_successful(self) -> bool:
        """Whether it ends in an agreement."""
        return self.outcome == "R1"


@dataclass(frozen=True, slots=True)
class Facts:
    """What a story tells in numbers: the sum, and how many are involved."""

    amount_fen: int | None
    people: int


@dataclass(frozen=True, slots=True)
class Setting:
    """What the disputes of one committee have in common."""

    chance: Chance
    calibration: Calibration
    staff: Staff
    success: float


@dataclass(frozen=True, slots=True)
class Found:
    """Where and when a dispute comes up. `rounds`: the days of the village's rounds in that month; most disputes are found then."""

    number: int
    committee: Committee
    members: tuple[Mediator, ...]
    month: Period
    rounds: tuple[date, ...]


def dispute(setting: Setting, found: Found) -> Dispute:
    """A dispute found in one month, before one committee."""
    committee, month, rounds, members = found.committee, found.month, found.rounds, found.members
    chance, of = setting.chance, setting.calibration
    place = of.units[committee.district].place
    kind = chance.drawn(of.mixes.types[place, month.start.month])
    difficulty = chance.drawn(of.mixes.difficulty[kind])
    in_round = bool(rounds) and chance.happens(of.screening.found_in_round)
    screened = chance.pick(rounds) if in_round else month.start + timedelta(days=chance.whole(0, (month.end - month.start).days))
    accepted = screened + timedelta(days=min(12, chance.events(of.days_to_accept)))
    closed = accepted + timedelta(days=min(LONGEST, round(chance.spread(of.days_to_close[difficulty], of.days_spread))))
    low, high = of.days_allowed[difficulty]
    persons, parties = involved(chance, of, kind, place)
    people = len(parties) + crowd(chance, of, kind)
    amount = amount_of(chance, of, kind, people)
    where = f"{committee.town.unit.name if committee.town else ''}{committee.village.name if committee.village else ''}"
    outcome = ends(chance, setting, difficulty)
    form = None if outcome != "R1" else "A2" if chance.happens(of.written_share[difficulty]) else "A1"
    mediator = at_work(chance, members, accepted)
    return Dispute(
        number=found.number,
        key=f"{committee.district}-{found.number:06d}",
        committee=committee,
        type=kind,
        difficulty=difficulty,
        source=chance.drawn(of.mixes.source),
        parties=parties,
        persons=persons,
        brief=story(chance, kind, persons, parties, Facts(amount, people)),
        people_count=people,
        amount_fen=amount,
        place=where,
        occurred_on=screened - timedelta(days=min(200, chance.events(of.days_before_found))),
        screened_on=screened,
        found_in_round=in_round,
        accepted_on=accepted,
        deadline_on=accepted + timedelta(days=chance.pick((low, high))),
        closed_on=closed,
        outcome=outcome,
        agreement_form=form,
        performance=chance.drawn(of.mixes.performance) if form else None,
        is_confirmed=form == "A2" and chance.happens(of.confirmed_share),
        mediator=mediator,
        helper=at_work(chance, members, accepted) if difficulty in of.harder_levels else None,
        responsible_unit=setting.staff.responsible_for(committee, chance),
        lead_official=setting.staff.lead(chance, committee),
        plan=chance.pick(words.stories().plans),
        ending=chance.pick(words.stories().results[form or outcome]),
        agreement=agreement(chance, parties, amount, closed) if form == "A2" else None,
        has_migrant_workers=kind == "D10",
        is_case=chance.happens(of.cases.of_disputes),
    )


def involved(chance: Chance, of: Calibration, kind: str, place: Place) -> tuple[tuple[Person, ...], tuple[str, ...]]:
    """The persons, and the two sides as they are named: the other side may be a firm."""
    mongolian = of.mongolian_share[place]
    one = invented(chance, women=of.women_share, mongolian=mongolian)
    if kind in words.stories().with_firm:
        return (one,), (one.name, firm(chance, kind))
    other = invented(chance, women=of.women_share, mongolian=mongolian)
    while other.name == one.name:
        other = invented(chance, women=of.women_share, mongolian=mongolian)
    return (one, other), (one.name, other.name)


def crowd(chance: Chance, of: Calibration, kind: str) -> int:
    """How many are involved beside the two sides."""
    if kind in words.stories().with_firm and chance.happens(of.parties.crowd_share * 4):
        return chance.whole(*of.parties.crowd)
    return chance.whole(*of.parties.crowd) if chance.happens(of.parties.crowd_share / 4) else chance.events(of.parties.mean_more)


def amount_of(chance: Chance, of: Calibration, kind: str, people: int) -> int | None:
    """The sum in dispute in fen, for as many as it is owed to; None where there is none."""
    if chance.happens(of.zero_amount_share.get(kind, of.zero_amount_share["other"])):
        return None
    heads = people - 1 if kind in words.stories().per_head else 1  # the other side is a firm
    return max(1, round(chance.spread(of.amount_yuan.median, of.amount_yuan.sigma) / ROUND_TO_YUAN)) * heads * ROUND_TO_YUAN * FEN


def ends(chance: Chance, setting: Setting, difficulty: str) -> str:
    """How it ends: in an agreement, without one, or broken off."""
    of = setting.calibration.outcomes
    if chance.happens(min(1.0, setting.success * of.harder[difficulty])):
        return "R1"
    return "R4" if chance.happens(of.withdrawn) else "R2"


def at_work(chance: Chance, members: tuple[Mediator, ...], day: date) -> Mediator:
    """One of a committee who serves on a day; the busy ones more often. Where nobody does, the one who was appointed last."""
    serving = [member for member in members if member.serves_on(day)] or [members[-1]]
    left = chance.share() * sum(member.busyness for member in serving)
    for member in serving:
        left -= member.busyness
        if left <= 0:
            return member
    return serving[-1]


def story(chance: Chance, kind: str, persons: tuple[Person, ...], parties: tuple[str, ...], facts: Facts) -> str:
    """What it is about, in one sentence; one that needs a sum only where there is one, one that needs a husband only where there can be one."""
    fit = [text for text in words.stories().stories[kind] if fits(text, persons, facts.people)]
    yuan, workers = (facts.amount_fen or 0) // FEN, facts.people - 1
    told = [text for text in fit if (yuan or "{yuan}" not in text) and (workers > 1 or "{people}" not in text)] or fit
    return chance.pick(told).format(a=parties[0], b=parties[1], co=parties[1], yuan=yuan, mu=chance.whole(2, 40), people=workers)


def fits(text: str, persons: tuple[Person, ...], people: int) -> bool:
    """Whether a story can be told of these persons: a word that says what they are to each other may ask for their sexes, and bears no crowd."""
    sexes = "".join("w" if person.is_woman else "m" for person in persons)
    asked = [both for word, both in words.stories().sexes.items() if word in text]
    return all(sexes in both for both in asked) and not (asked and people > KIN)


def agreement(chance: Chance, parties: tuple[str, ...], amount: int | None, day: date) -> str:
    """What was agreed, in one sentence."""
    agreed = [text for text in words.stories().agreements if amount is not None or "{yuan}" not in text]
    by = day + timedelta(days=chance.whole(5, 40))
    return chance.pick(agreed).format(a=parties[0], b=parties[1], yuan=(amount or 0) // FEN, day=f"{by.month}月{by.day}日")
