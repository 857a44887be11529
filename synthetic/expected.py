"""How much a plan should bring, by the calibration: what the counts of a generated city are shown beside."""

from dataclasses import dataclass

from catalog.unit import Units
from synthetic.calibration import Calibration
from synthetic.city.district import Plan
from synthetic.city.places import townships, villages_in

YEAR, WEEKS, QUARTERS = 12, 52, 4
STREET = "street"
BY_UNIT = "dispute", "mediation_case"


@dataclass(frozen=True)
class Expected:
    """By ledger, and of those that go by a unit's share by ledger and unit."""

    ledgers: dict[str, float]
    units: dict[tuple[str, str], float]


def expected(plan: Plan, of: Calibration, units: Units) -> Expected:
    """What the calibration lets expect of a plan; ledgers of which it states nothing are left out."""
    months = plan.span.months
    season = sum(of.in_month(month.start.month) for month in months)
    disputes = of.a_year["dispute"] * plan.scale * season
    cases = disputes * of.cases.of_disputes
    committees, mediators = organisations(plan, of, units)
    ledgers = {
        "dispute": disputes,
        "screening_round": rounds_a_year(plan, of, units) * len(months) / YEAR,
        "committee": committees,
        "mediator": mediators,
        "mediation_case": cases,
        "lead": disputes * of.leads.per_dispute,
        "online_service": disputes * of.online.per_dispute,
        "follow_up": cases * of.outcomes.success * of.follow_ups.share,
    }
    by_unit = {(name, code): ledgers[name] * unit.share for name in BY_UNIT for code, unit in of.units.items()}
    return Expected(ledgers, by_unit)


def rounds_a_year(plan: Plan, of: Calibration, units: Units) -> float:
    """The rhythm of the plan: villages every week, townships every month, districts every quarter."""
    districts = [unit for unit in units.reporting if of.units[unit.code].villages]
    villages = sum(villages_in(units, unit, plan.scale, of) for unit in districts)
    return WEEKS * villages + YEAR * sum(len(townships(units, unit)) for unit in districts) + QUARTERS * len(districts)


def organisations(plan: Plan, of: Calibration, units: Units) -> tuple[float, float]:
    """Committees and their members: those of villages and townships, and of the others as many as the city's scale asks for."""
    counts = {kind: (scale.count or 0) * plan.scale for kind, scale in of.committees.items()}
    for unit in units.reporting:
        for town in townships(units, unit):
            counts["O22" if town.kind == STREET else "O21"] += 1
        if of.units[unit.code].villages:
            counts["O11"] += villages_in(units, unit, plan.scale, of)
    return sum(counts.values()), sum(count * of.committees[kind].members for kind, count in counts.items())
