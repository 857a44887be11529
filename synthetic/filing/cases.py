"""The ledgers of cases and of what follows from them: cases, follow-ups, subsidies claimed and paid."""

from collections.abc import Iterator

from catalog.period import Period
from synthetic import words
from synthetic.city.cases import Case
from synthetic.city.district import District
from synthetic.filing.entry import Entry

UNDECIDED, UNDER_WAY, CLOSED = "R3", "ST03", "ST06"


def cases(district: District, month: Period) -> Iterator[Entry]:
    """The cases accepted in a month, after those of earlier months that were still open when it began."""
    for case in district.cases:
        if case.dispute.accepted_on <= month.end and case.dispute.closed_on >= month.start:
            yield case_entry(case, month)


def case_entry(case: Case, month: Period) -> Entry:
    """A case as it stands on the month's last evening."""
    dispute, told = case.dispute, words.stories()
    closed = dispute.is_closed_by(month.end)
    form = dispute.agreement_form if closed else None
    committee = dispute.committee
    return Entry(
        dispute.key,
        {
            "case_no": case.case_no,
            "filed_district_code": committee.district,
            "township_code": committee.town.unit.code if committee.town else None,
            "village_text": committee.village.name if committee.village else None,
            "committee_text": committee.name,
            "acceptor": (dispute.helper or dispute.mediator).name,
            "accepted_on": dispute.accepted_on,
            "case_source_code": dispute.source,
            "difficulty_code": dispute.difficulty,
            "dispute_type_code": dispute.type,
            "parties": told.between.join(dispute.parties),
            "applicant": dispute.parties[0],
            "respondent": dispute.parties[1],
            "brief": dispute.brief,
            "place": dispute.place or committee.name,
            "occurred_on": dispute.occurred_on,
            "people_count": dispute.people_count,
            "amount_fen": dispute.amount_fen,
            "has_death": False,
            "has_migrant_workers": dispute.has_migrant_workers,
            "mediator": dispute.mediator.name,
            "co_mediator": dispute.helper.name if dispute.helper and dispute.helper != dispute.mediator else None,
            "mediated_on": case.mediated_on if closed else None,
            "result_code": dispute.outcome if closed else UNDECIDED,
            "case_status_text": CLOSED if closed else UNDER_WAY,
            "result": dispute.ending if closed else told.results[UNDECIDED][dispute.number % len(told.results[UNDECIDED])],
            "closed_on": dispute.closed_on if closed else None,
            "agreement_form_code": form,
            "agreement_no": case.agreement_no if form else None,
            "agreed_on": dispute.closed_on if form else None,
            "agreement_fen": dispute.amount_fen if form else None,
            "agreement": dispute.agreement if form else None,
            "performance_code": dispute.performance if form else None,
            "is_confirmed": dispute.is_confirmed if form else None,
        },
    )


def follow_ups(district: District, month: Period) -> Iterator[Entry]:
    """The cases that were looked after in a month."""
    for one in district.follow_ups:
        if one.day in month:
            way = words.bodies().follow_up_ways[0 if one.by_phone else 1]
            yield Entry(
                f"{one.case.dispute.key}-F",
                {
                    "case_no": one.case.case_no,
                    "parties": words.stories().between.join(one.case.dispute.parties),
                    "followed_up_on": one.day,
                    "way_text": way,
                    "followed_up_by": one.by,
                    "performance_code": one.case.dispute.performance,
                    "is_satisfied": one.satisfied,
                    "result": one.found,
                },
            )


def claims(district: District, month: Period) -> Iterator[Entry]:
    """The subsidies claimed for cases closed in a month."""
    for claim in district.claims:
        dispute = claim.case.dispute
        if dispute.closed_on in month:
            yield Entry(
                dispute.key,
                {
                    "case_no": claim.case.case_no,
                    "committee_text": dispute.committee.name,
                    "mediator": dispute.mediator.name,
                    "parties": words.stories().between.join(dispute.parties),
                    "dispute_type_code": dispute.type,
                    "accepted_on": dispute.accepted_on,
                    "closed_on": dispute.closed_on,
                    "agreement_form_code": dispute.agreement_form,
                    "performance_code": dispute.performance,
                    "declared_difficulty_code": dispute.difficulty,
                    "reviewed_difficulty_code": dispute.difficulty,
                    "rate_fen": claim.rate_fen,
                    "declared_fen": claim.rate_fen,
                    "reviewed_fen": claim.rate_fen,
                },
            )


def payments(district: District, month: Period) -> Iterator[Entry]:
    """The subsidies paid in a month."""
    for claim in district.claims:
        if claim.paid_on in month:
            dispute = claim.case.dispute
            yield Entry(
                dispute.key,
                {
                    "period_text": f"{dispute.closed_on:%Y-%m}",
                    "case_no": claim.case.case_no,
                    "committee_text": dispute.committee.name,
                    "mediator": dispute.mediator.name,
                    "id_number": dispute.mediator.papers.id_number,
                    "bank_card": dispute.mediator.papers.bank_card,
                    "rate_fen": claim.rate_fen,
                    "case_count": 1,
                    "amount_fen": claim.rate_fen,
                    "paid_on": claim.paid_on,
                },
            )
