"""How much a plan should bring, by the calibration: what the counts of a generated city are shown beside."""

from dataclasses import dataclass

from synthetic.calibration import Calibration
from synthetic.city.district import Plan

YEAR = 12
STATES = "committee", "mediator"  # what there is, not what happens in a time
BY_UNIT = "dispute", "mediation_case"


@dataclass(frozen=True)
class Expected:
    """By ledger, and of those that go by a unit's share by ledger and unit."""

    ledgers: dict[str, float]
    units: dict[tuple[str, str], float]


def expected(plan: Plan, of: Calibration) -> Expected:
    """What the calibration lets expect of a plan; ledgers of which it states nothing are left out."""
    months = plan.span.months
    season = sum(of.in_month(month.start.month) for month in months)
    disputes = of.a_year["dispute"] * plan.scale * season
    ledgers = {name: of.a_year[name] * plan.scale for name in STATES} | {
        "dispute": disputes,
        "screening_round": of.a_year["screening_round"] * plan.scale * len(months) / YEAR,
        "mediation_case": disputes * of.cases.of_disputes,
        "lead": disputes * of.leads.per_dispute,
        "online_service": disputes * of.online.per_dispute,
        "follow_up": disputes * of.cases.of_disputes * of.outcomes.success * of.follow_ups.share,
    }
    units = {(name, code): ledgers[name] * unit.share for name in BY_UNIT for code, unit in of.units.items()}
    return Expected(ledgers, units)
