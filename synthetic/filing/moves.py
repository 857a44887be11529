"""The ledgers of what comes in and moves on: leads, hand-overs, major risks, requests by the app."""

from collections.abc import Iterator

from catalog.period import Period
from synthetic import words
from synthetic.city.district import District
from synthetic.city.handovers import Handover
from synthetic.filing.entry import Entry

LATE_AFTER = 20  # days without an outcome, after which a hand-over stands in the register of a later month too


def leads(district: District, month: Period) -> Iterator[Entry]:
    """The leads of a month, day by day."""
    for one in sorted(district.leads(month), key=lambda lead: (lead.day, lead.key)):
        yield Entry(
            one.key,
            {
                "lead_no": one.key,
                "township_code": one.town.unit.code,
                "village_text": one.village.name,
                "brief": one.brief,
                "place": f"{one.town.unit.name}{one.village.name}",
                "screened_on": one.day,
                "dispute_type_code": one.type,
                "parties": words.stories().between.join(one.parties),
                "party_phone": one.phone,
                "channel_text": one.channel,
                "request": words.stories().requests[len(one.brief) % len(words.stories().requests)],
                "reporter": one.reporter,
            },
        )


def handovers(district: District, month: Period) -> Iterator[Entry]:
    """The hand-overs of a month, after those of earlier ones of which an outcome came back only now, long after."""
    late = (one for one in district.handovers if one.sent_on < month.start and one.feedback_on in month and (one.feedback_on - one.sent_on).days > LATE_AFTER)
    standing = (*late, *(one for one in district.handovers if one.sent_on in month))
    for one in sorted(standing, key=lambda handover: (handover.sent_on, handover.number)):
        yield handover_entry(one, month)


def handover_entry(one: Handover, month: Period) -> Entry:
    """A hand-over as it stands on the month's last evening."""
    bodies, done = words.bodies(), one.feedback_on <= month.end
    received = one.received_on <= month.end
    return Entry(
        one.key,
        {
            "handover_no": one.number,
            "document_text": one.document,
            "sender_text": one.sender,
            "receiver_text": one.receiver,
            "sent_on": one.sent_on,
            "received_on": one.received_on if received else None,
            "feedback_on": one.feedback_on if done else None,
            "is_accepted": one.accepted if received else None,
            "parties": words.stories().between.join(one.parties),
            "brief": one.brief,
            "deadline_on": one.deadline_on,
            "result": (bodies.fed_back if one.accepted else bodies.refused) if done else bodies.in_hand,
        },
    )


def risks(district: District, month: Period) -> Iterator[Entry]:
    """The major risks reported in a month."""
    for one in district.risks:
        dispute = one.dispute
        if one.reported_on in month:
            yield Entry(
                dispute.key,
                {
                    "reported_on": one.reported_on,
                    "occurred_on": dispute.occurred_on,
                    "township_code": dispute.committee.town.unit.code if dispute.committee.town else None,
                    "place": dispute.place or dispute.committee.name,
                    "people_count": one.people_count,
                    "amount_fen": dispute.amount_fen,
                    "brief": dispute.brief,
                    "risk_level_code": district.calibration.major_risks.level[dispute.difficulty],
                    "is_criminal_risk": one.is_criminal,
                    "is_petition_risk": one.is_petition,
                    "is_unrest_risk": one.is_unrest,
                    "responsible_unit_text": dispute.responsible_unit,
                    "responsible_person": dispute.mediator.name,
                    "lead_official": dispute.lead_official,
                    "result": one.measure,
                },
            )


def requests(district: District, month: Period) -> Iterator[Entry]:
    """The requests of a month by the app."""
    for one in district.requests(month):
        yield Entry(
            one.number,
            {
                "request_no": one.number,
                "requested_on": one.at,
                "service_text": one.kind,
                "township_code": one.town.unit.code,
                "dispute_type_code": one.type,
                "applicant": one.applicant,
                "party_phone": one.phone,
                "brief": one.brief,
                "dispatched_to_text": one.dispatched_to,
                "dispatched_on": one.dispatched_at,
                "status_text": one.status,
                "is_satisfied": one.satisfied,
            },
        )
