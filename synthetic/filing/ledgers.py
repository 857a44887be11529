"""Which ledgers are filed, from which truth."""

from collections.abc import Callable, Iterable

from catalog.period import Period
from synthetic.city.district import District
from synthetic.filing import cases, dispute, forms, moves, rosters, screening, totals, works
from synthetic.filing.entry import Entry

Source = Callable[[District, Period], Iterable[Entry]]

SOURCES: dict[str, Source] = {
    "dispute": dispute.entries,
    "screening_round": screening.entries,
    "mediation_case": cases.cases,
    "mediator": rosters.mediators,
    "committee": rosters.committees,
    "subsidy_claim": cases.claims,
    "subsidy_payment": cases.payments,
    "follow_up": cases.follow_ups,
    "lead": moves.leads,
    "handover": moves.handovers,
    "major_risk": moves.risks,
    "online_service": moves.requests,
    "training": works.trainings,
    "publicity": works.activities,
    "commendation": works.honours,
    "service_purchase": works.contracts,
    "one_stop_centre": works.centres,
    "fund_budget": works.budgets,
    "fund_payment": works.payments,
    "case_totals": totals.case_totals,
    "administrative_totals": totals.administrative,
    "screening_totals": forms.screening,
    "campaign_totals": forms.campaign,
}
