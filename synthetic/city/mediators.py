"""Mediators: members of one committee each, some for wages and most beside their work; they come and go."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from synthetic.calibration import Calibration
from synthetic.chance import Chance
from synthetic.city.committees import Committee
from synthetic.city.people import Papers, Person, invented, papers

FIRST_DAY = date(2012, 1, 1)
FEWEST, TRIES = 2, 20
APPOINTED_WITHIN, SHORTEST_TERM = 3700, 200  # days
POSTS = ("MP01", "MP02", "MP03", "MP03", "MP04")


@dataclass(frozen=True, slots=True)
class Mediator:
    """One member of one committee, from the day of appointment to that of leaving."""

    number: int
    person: Person
    papers: Papers
    committee: Committee
    post: str
    is_full_time: bool
    is_purchased: bool
    education: str
    political: str
    ethnicity: str
    background: str
    grade: str
    started_on: date
    left_on: date | None
    busyness: float

    @property
    def name(self) -> str:
        """Their name."""
        return self.person.name

    @property
    def code(self) -> str:
        """The number of their card."""
        return f"{self.committee.district[:6]}M{self.number:06d}"

    def serves_on(self, day: date) -> bool:
        """Whether they are a mediator on a day."""
        return self.started_on <= day and (self.left_on is None or day < self.left_on)


@dataclass
class Appointing:
    """Members as they are appointed, one after the other: nobody bears a name that another of the district bears, as far as names last."""

    until: date
    calibration: Calibration
    appointed: list[Mediator] = field(default_factory=list)
    names: set[str] = field(default_factory=set)

    def committee(self, chance: Chance, committee: Committee) -> None:
        """Every member of a committee: whoever leaves within the year is followed by somebody."""
        members = self.calibration.committees[committee.kind].members
        for seat in range(max(FEWEST, int(members) + (1 if chance.happens(members % 1) else 0))):
            for term in self.terms(chance):
                self.appointed.append(self.member(chance, committee, POSTS[min(seat, len(POSTS) - 1)], term))

    def terms(self, chance: Chance) -> list[tuple[date, date | None]]:
        """The terms of one seat."""
        started = FIRST_DAY + timedelta(days=chance.whole(0, APPOINTED_WITHIN))
        if not chance.happens(self.calibration.mediators.leave_a_year):
            return [(started, None)]
        left = self.until - timedelta(days=chance.whole(1, 365))
        return [(min(started, left - timedelta(days=SHORTEST_TERM)), left), (left + timedelta(days=chance.whole(3, 40)), None)]

    def somebody(self, chance: Chance, district: str) -> Person:
        """A person of a new name, where one is found soon."""
        of = self.calibration
        mongolian = of.mongolian_share[of.units[district].place]
        person = invented(chance, women=of.women_share, mongolian=mongolian)
        for _ in range(TRIES):
            if person.name not in self.names:
                break
            person = invented(chance, women=of.women_share, mongolian=mongolian)
        self.names.add(person.name)
        return person

    def member(self, chance: Chance, committee: Committee, post: str, term: tuple[date, date | None]) -> Mediator:
        """Somebody for one seat of one committee."""
        of, mixes = self.calibration.mediators, self.calibration.mixes
        person = self.somebody(chance, committee.district)
        full_time = chance.happens(self.calibration.committees[committee.kind].full_time)
        return Mediator(
            number=len(self.appointed) + 1,
            person=person,
            papers=papers(chance, is_woman=person.is_woman),
            committee=committee,
            post=post,
            is_full_time=full_time,
            is_purchased=full_time and chance.happens(of.purchased),
            education=chance.drawn(mixes.education),
            political=chance.drawn(mixes.political),
            ethnicity="02" if person.is_mongolian else chance.drawn(mixes.ethnicity),
            background=chance.drawn(mixes.background),
            grade=chance.drawn(mixes.grade),
            started_on=term[0],
            left_on=term[1],
            busyness=chance.spread(1, self.calibration.busyness.mediator) * (of.busier_full_time if full_time else 1),
        )


def mediators(chance: Chance, committees: tuple[Committee, ...], until: date, calibration: Calibration) -> tuple[Mediator, ...]:
    """The members of every committee up to a day."""
    appointing = Appointing(until, calibration)
    for committee in committees:
        appointing.committee(chance.of(committee.number), committee)
    return tuple(appointing.appointed)
