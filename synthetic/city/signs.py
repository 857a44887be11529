"""First signs of disputes, major risks among them, and requests by the mobile app."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from catalog.period import Period
from synthetic import words
from synthetic.calibration import Calibration, Place
from synthetic.chance import Chance
from synthetic.city.committees import Committee
from synthetic.city.disputes import Dispute, Facts, amount_of, involved, story
from synthetic.city.people import phone
from synthetic.city.places import Town, Village


@dataclass(frozen=True, slots=True)
class Lead:
    """What somebody reported before it was a dispute, or without its becoming one."""

    key: str
    town: Town
    village: Village
    type: str
    parties: tuple[str, ...]
    phone: str
    brief: str
    day: date
    channel: str
    reporter: str


@dataclass(frozen=True, slots=True)
class Risk:
    """A dispute that may become grave, as it is reported upwards."""

    dispute: Dispute
    reported_on: date
    people_count: int
    is_criminal: bool
    is_petition: bool
    is_unrest: bool
    measure: str


@dataclass(frozen=True, slots=True)
class Request:
    """A request by the app: asked, and for the most part sent on."""

    number: str
    town: Town
    kind: str
    type: str
    applicant: str
    phone: str
    brief: str
    at: datetime
    dispatched_to: str | None
    dispatched_at: datetime | None
    status: str
    satisfied: bool | None


@dataclass(frozen=True)
class Signs:
    """What the signs of one district have in common."""

    chance: Chance
    calibration: Calibration
    place: Place
    towns: tuple[Town, ...]
    committees: tuple[Committee, ...]

    def leads(self, month: Period, expected: float, disputes: tuple[Dispute, ...], screeners: dict[str, str]) -> Iterator[Lead]:
        """The leads of a month: of some of its disputes, and of what came to nothing."""
        of, own = self.calibration, self.chance.of("leads", month.code)
        ripe = of.leads.per_dispute * of.leads.becomes_dispute
        number = 0
        for dispute in disputes:
            at = dispute.committee
            if at.village and at.town and month.start <= dispute.screened_on <= month.end and own.happens(ripe):
                number += 1
                day = max(month.start, dispute.screened_on - timedelta(days=own.whole(0, 3)))
                key = f"{dispute.committee.district}-L{month.start:%m}{number:05d}"
                yield Lead(
                    key,
                    at.town,
                    at.village,
                    dispute.type,
                    dispute.parties,
                    phone(own),
                    dispute.brief,
                    day,
                    own.drawn(of.mixes.channel),
                    screeners[at.village.code],
                )
        for _ in range(own.events(expected * of.leads.per_dispute * (1 - of.leads.becomes_dispute)) if self.towns else 0):
            number += 1
            town = own.pick(self.towns)
            village = own.pick(town.villages)
            kind, parties, brief = self.something(own, month)
            day = month.start + timedelta(days=own.whole(0, (month.end - month.start).days))
            key = f"{town.unit.parent}-L{month.start:%m}{number:05d}"
            yield Lead(key, town, village, kind, parties, phone(own), brief, day, own.drawn(of.mixes.channel), screeners[village.code])

    def requests(self, month: Period, expected: float) -> Iterator[Request]:
        """The requests of a month, in the order in which they came."""
        of, own = self.calibration, self.chance.of("online", month.code)
        days = (month.end - month.start).days
        moments = sorted(
            datetime.combine(month.start + timedelta(days=own.whole(0, days)), time(own.whole(7, 22), own.whole(0, 59), own.whole(0, 59)))
            for _ in range(own.events(expected * of.online.per_dispute) if self.towns else 0)
        )
        for number, at in enumerate(moments, start=1):
            kind = own.drawn(of.mixes.online)
            type_, parties, brief = self.something(own, month)
            sent = at + timedelta(minutes=own.whole(10, 2900)) if own.happens(of.online.dispatched) else None
            done = own.happens(of.leads.becomes_dispute)
            bodies, committee = words.bodies(), own.pick(self.committees)
            yield Request(
                number=f"ZS{committee.district[2:6]}{at:%y%m%d}{number:04d}",
                town=own.pick(self.towns),
                kind=kind,
                type=type_,
                applicant=parties[0],
                phone=phone(own),
                brief=brief,
                at=at,
                dispatched_to=committee.name if sent else None,
                dispatched_at=sent,
                status=own.pick(bodies.answered if done else bodies.pending),
                satisfied=own.happens(of.follow_ups.satisfied) if done else None,
            )

    def something(self, own: Chance, month: Period) -> tuple[str, tuple[str, ...], str]:
        """A type, two sides and a story that belong to no dispute."""
        kind = own.drawn(self.calibration.mixes.types[self.place, month.start.month])
        persons, parties = involved(own, self.calibration, kind, self.place)
        facts = Facts(amount_of(own, self.calibration, kind, len(parties)), len(parties))
        return kind, parties, story(own, kind, persons, parties, facts)


def risks(chance: Chance, disputes: tuple[Dispute, ...], of: Calibration) -> Iterator[Risk]:
    """The disputes that are reported as major risks: some of the hard ones, and some that concern many."""
    for dispute in disputes:
        share = of.major_risks.per_difficulty.get(dispute.difficulty, 0)
        if dispute.people_count >= of.parties.crowd[0]:
            share = max(share, of.major_risks.crowd)
        if share and chance.happens(share):
            yield Risk(
                dispute=dispute,
                reported_on=dispute.screened_on + timedelta(days=chance.whole(0, 2)),
                people_count=max(dispute.people_count, chance.whole(2, 12)),
                is_criminal=chance.happens(of.major_risks.criminal),
                is_petition=dispute.people_count >= of.parties.crowd[0] or chance.happens(of.major_risks.petition),
                is_unrest=chance.happens(of.major_risks.unrest),
                measure=chance.pick(words.stories().risks),
            )
