"""The ledger of disputes: a stock. Each month states what was found in it and what was still open when it began."""

from collections.abc import Iterator
from datetime import date

from catalog.period import Period
from synthetic import words
from synthetic.city.disputes import Dispute
from synthetic.city.district import District
from synthetic.filing.entry import Entry

SETTLED, ENDED_OTHERWISE, UNDER_WAY, ENTERED, SUPERVISED = "LS11", "LS7", "LS3", "LS1", "LS6"
LONG_OPEN = 45  # days after which a matter is supervised
UNDECIDED = "R3"
GROUP, MANY = 5, 30  # parties from which an event concerns a group, or a large one


def entries(district: District, month: Period) -> Iterator[Entry]:
    """Every dispute that stands in a month, in the order in which it was found."""
    for dispute in district.disputes:
        if dispute.screened_on <= month.end and dispute.closed_on >= month.start:
            yield entry(dispute, month)


def entry(dispute: Dispute, month: Period) -> Entry:
    """A dispute as it stands on the month's last evening."""
    closed = dispute.is_closed_by(month.end)
    committee = dispute.committee
    told = words.stories()
    state = state_on(dispute, month.end)
    is_supervised = state == SUPERVISED
    return Entry(
        dispute.key,
        {
            "case_no": None,
            "reporting_unit_text": committee.town.unit.code if committee.town else committee.district,
            "township_code": committee.town.unit.code if committee.town else None,
            "village_text": committee.village.name if committee.village else None,
            "filed_district_code": committee.district,
            "case_title": told.title.format(a=dispute.parties[0], b=dispute.parties[1]),
            "dispute_type_code": dispute.type,
            "parties": told.between.join(dispute.parties),
            "applicant": dispute.parties[0],
            "respondent": dispute.parties[1],
            "brief": dispute.brief,
            "people_count": dispute.people_count,
            "amount_fen": dispute.amount_fen,
            "place": dispute.place,
            "scale_text": "03" if dispute.people_count >= MANY else "02" if dispute.people_count >= GROUP else "01",
            "occurred_on": dispute.occurred_on,
            "screened_on": dispute.screened_on,
            "accepted_on": dispute.accepted_on if dispute.accepted_on <= month.end else None,
            "plan": dispute.plan,
            "responsible_unit_text": dispute.responsible_unit,
            "responsible_person": dispute.mediator.name,
            "lead_official": dispute.lead_official,
            "committee_text": committee.name,
            "mediator": dispute.mediator.name,
            "deadline_on": dispute.deadline_on,
            "resolve_way_text": "RW01" if closed else None,
            "result_code": dispute.outcome if closed else UNDECIDED,
            "result": dispute.ending if closed else told.results[UNDECIDED][dispute.number % len(told.results[UNDECIDED])],
            "closed_on": dispute.closed_on if closed else None,
            "supervision": told.supervision[dispute.number % len(told.supervision)] if is_supervised else None,
            "difficulty_code": dispute.difficulty,
            "state_code": state,
            "remark": told.carried_over if dispute.screened_on < month.start else None,
        },
    )


def state_on(dispute: Dispute, day: date) -> str:
    """Where in its life a dispute is on the evening of a day."""
    if dispute.is_closed_by(day):
        return SETTLED if dispute.is_successful else ENDED_OTHERWISE
    if dispute.accepted_on > day:
        return ENTERED
    return SUPERVISED if (day - dispute.accepted_on).days > LONG_OPEN else UNDER_WAY
