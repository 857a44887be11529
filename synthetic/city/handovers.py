"""Matters that go from one body to another: referred by courts, police and offices, assigned by party and government, sent down by the city."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from catalog.period import Period
from catalog.unit import Unit
from synthetic import words
from synthetic.calibration import Calibration
from synthetic.chance import Chance, Mix
from synthetic.city.disputes import Dispute, Facts, amount_of, involved, story
from synthetic.city.staff import Staff


@dataclass(frozen=True, slots=True)
class Handover:
    """One hand-over, with both ends."""

    key: str
    number: str
    document: str
    sender: str
    receiver: str
    sent_on: date
    received_on: date
    feedback_on: date
    accepted: bool
    parties: tuple[str, ...]
    brief: str
    deadline_on: date


def handovers(chance: Chance, staff: Staff, disputes: tuple[Dispute, ...], of: Calibration) -> Iterator[Handover]:
    """The hand-overs of a district to its committees, numbered within the year."""
    bodies, numbers = words.bodies(), dict[int, int]()
    for dispute in sorted(disputes, key=lambda one: (one.accepted_on, one.number)):
        referred = bodies.referring.get(dispute.source)
        share = of.handovers.per_referred if referred else of.handovers.by_party_and_government
        if not chance.happens(share):
            continue
        sent = dispute.accepted_on - timedelta(days=chance.whole(1, 3))
        numbers[sent.year] = number = numbers.get(sent.year, 0) + 1
        yield Handover(
            key=dispute.key,
            number=bodies.handover_number.format(unit=staff.district.short_name, year=sent.year, number=number),
            document=bodies.court_document if referred else bodies.document,
            sender=staff.body(referred or chance.pick(bodies.commissioning)),
            receiver=dispute.committee.name,
            sent_on=sent,
            received_on=sent + timedelta(days=1),
            feedback_on=max(dispute.closed_on, dispute.accepted_on) + timedelta(days=1),
            accepted=not chance.happens(of.handovers.refused),
            parties=dispute.parties,
            brief=dispute.brief,
            deadline_on=dispute.deadline_on,
        )


def from_city(seed: int, month: Period, scale: float, units: tuple[Unit, ...], of: Calibration) -> Iterator[tuple[str, Handover]]:
    """What the city hands to its districts in a month, with the code of the receiving one: the same for both ends."""
    chance = Chance(seed, "city handovers", month.code)
    shares = Mix.of({unit.code: of.units[unit.code].share for unit in units if of.units[unit.code].villages})
    offices = {unit.code: unit.office for unit in units}
    bodies = words.bodies()
    for number in range(1, chance.events(of.handovers.city_a_month * scale) + 1):
        code = chance.drawn(shares)
        kind = chance.drawn(of.mixes.types[of.units[code].place, month.start.month])
        persons, parties = involved(chance, of, kind, of.units[code].place)
        sent = month.start + timedelta(days=chance.whole(0, (month.end - month.start).days - 1))
        received = sent + timedelta(days=chance.events(of.handovers.days_to_receive))
        yield (
            code,
            Handover(
                key=f"city-{month.code}-{number:03d}",
                number=bodies.city_handover_number.format(year=sent.year, number=sent.month * 100 + number),
                document=bodies.other_document,
                sender=chance.pick(bodies.city_bodies),
                receiver=offices[code],
                sent_on=sent,
                received_on=received,
                feedback_on=received + timedelta(days=round(chance.spread(of.handovers.days_to_feed_back, 0.6))),
                accepted=not chance.happens(of.handovers.refused),
                parties=parties,
                brief=story(chance, kind, persons, parties, Facts(amount_of(chance, of, kind, len(parties)), len(parties))),
                deadline_on=sent + timedelta(days=30),
            ),
        )
