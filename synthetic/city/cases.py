"""Cases of people's mediation: disputes that a committee took up, with the numbers on their papers; what follows from a closed one."""

from dataclasses import dataclass
from datetime import date, timedelta

from catalog.unit import Unit
from synthetic import words
from synthetic.calibration import Calibration
from synthetic.chance import Chance
from synthetic.city.disputes import FEN, Dispute
from synthetic.city.working_days import working_day

UNDONE = "P3"


@dataclass(frozen=True, slots=True)
class Case:
    """A case: the dispute it settles, and its papers."""

    dispute: Dispute
    case_no: str
    agreement_no: str | None

    @property
    def mediated_on(self) -> date:
        """When both sides sat down: on the last day, or the day before."""
        return max(self.dispute.accepted_on, self.dispute.closed_on - timedelta(days=self.dispute.number % 2))


@dataclass(frozen=True, slots=True)
class Claim:
    """A subsidy asked for one closed case, and the day on which it was paid."""

    case: Case
    rate_fen: int
    paid_on: date


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A look after a closed case."""

    case: Case
    day: date
    by_phone: bool
    by: str
    satisfied: bool
    found: str


def cases(unit: Unit, disputes: tuple[Dispute, ...]) -> tuple[Case, ...]:
    """Every case, numbered within its year in the order of acceptance."""
    numbers: dict[int, int] = {}
    pattern = words.bodies().agreement_number
    found = []
    for dispute in sorted((one for one in disputes if one.is_case), key=lambda one: (one.accepted_on, one.number)):
        year = dispute.accepted_on.year
        numbers[year] = number = numbers.get(year, 0) + 1
        paper = pattern.format(year=year, unit=unit.short_name, number=number) if dispute.agreement_form == "A2" else None
        found.append(Case(dispute, f"0{unit.code[:6]}{year}{number:05d}", paper))
    return tuple(found)


def claims(chance: Chance, found: tuple[Case, ...], of: Calibration) -> tuple[Claim, ...]:
    """The subsidies claimed for cases that ended in an agreement."""
    return tuple(claim(chance, case, of) for case in found if case.dispute.agreement_form and chance.happens(of.subsidy.claimed[case.dispute.agreement_form]))


def claim(chance: Chance, case: Case, of: Calibration) -> Claim:
    """One claim: graded as the case is, paid on a working day of the month after it was closed."""
    closed = case.dispute.closed_on
    next_month = (closed.replace(day=1) + timedelta(days=32)).replace(day=1)
    paid = working_day(next_month + timedelta(days=chance.whole(*of.subsidy.paid_days)))
    return Claim(case, of.subsidy.rates[case.dispute.difficulty] * FEN, paid)


def follow_ups(chance: Chance, found: tuple[Case, ...], of: Calibration) -> tuple[FollowUp, ...]:
    """Looks after closed cases, some weeks later."""
    return tuple(follow_up(chance, case, of) for case in found if case.dispute.is_successful and chance.happens(of.follow_ups.share))


def follow_up(chance: Chance, case: Case, of: Calibration) -> FollowUp:
    """One look after a case: what is found is how the agreement is performed, or a complaint."""
    told, dispute = words.stories(), case.dispute
    day = dispute.closed_on + timedelta(days=chance.whole(*of.follow_ups.days))
    by_phone, is_satisfied = chance.happens(of.follow_ups.phone), chance.happens(of.follow_ups.satisfied)
    found = chance.pick(told.follow_ups[dispute.performance or UNDONE] if is_satisfied else told.complaints)
    return FollowUp(case, day, by_phone, dispute.mediator.name, is_satisfied, found)
