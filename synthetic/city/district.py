"""One reporting unit with everything true of it: places, persons, and what happened there month by month."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from catalog.catalog import Catalog
from catalog.period import Period
from catalog.unit import Unit
from synthetic.calibration import Calibration
from synthetic.chance import Chance, Mix
from synthetic.city.cases import Case, Claim, FollowUp, cases, claims, follow_ups
from synthetic.city.committees import Committee, committees
from synthetic.city.disputes import Dispute, Found, Setting, dispute
from synthetic.city.handovers import Handover, from_city, handovers
from synthetic.city.mediators import Mediator, mediators
from synthetic.city.places import Town, towns
from synthetic.city.screenings import Round, Screening, of_district, weekday_of
from synthetic.city.signs import Lead, Request, Risk, Signs, risks
from synthetic.city.span import Span, days_on
from synthetic.city.staff import Staff, staff
from synthetic.city.works import Budget, Works


@dataclass(frozen=True)
class Plan:
    """What is asked of the city: from which seed, through which months, how many times as large, with how many times the mistakes."""

    seed: int
    span: Span
    scale: float = 1.0
    mistakes: float = 1.0


@dataclass(frozen=True)
class District:
    """One reporting unit and its truth."""

    unit: Unit
    plan: Plan
    calibration: Calibration
    chance: Chance
    towns: tuple[Town, ...]
    staff: Staff
    committees: tuple[Committee, ...]
    mediators: tuple[Mediator, ...]
    others: tuple[Unit, ...]

    @cached_property
    def members(self) -> dict[int, tuple[Mediator, ...]]:
        """The mediators of each committee, by its number, those who left among them."""
        found: dict[int, list[Mediator]] = defaultdict(list)
        for mediator in self.mediators:
            found[mediator.committee.number].append(mediator)
        return {number: tuple(own) for number, own in found.items()}

    @cached_property
    def members_by_village(self) -> dict[str, tuple[Mediator, ...]]:
        """The mediators of each village's committee."""
        return {committee.village.code: self.members[committee.number] for committee in self.committees if committee.village}

    @cached_property
    def disputes(self) -> tuple[Dispute, ...]:
        """Every dispute found in the months, and in those before them, in the order in which they were found."""
        weights = Mix.of({committee.number: committee.busyness for committee in self.committees})
        outcomes = self.calibration.outcomes
        success = min(1.0, outcomes.success + (self.chance.of("success").share() * 2 - 1) * outcomes.between_units)
        found: list[Dispute] = []
        told: set[tuple[tuple[str, ...], str]] = set()
        for month in self.plan.span.warm(self.calibration.warm_up_months):
            own = self.chance.of("disputes", month.code)
            setting = Setting(own, self.calibration, self.staff, success)
            for _ in range(own.events(self.expected("dispute", month))):
                committee = self.committees[own.drawn(weights) - 1]
                rounds = days_on(month, weekday_of(self.chance, committee.village)) if committee.village else ()
                one = dispute(setting, Found(len(found) + 1, committee, self.members[committee.number], month, rounds))
                if (one.parties, one.brief) not in told:  # who reads the same of the same parties takes it for the same dispute
                    told.add((one.parties, one.brief))
                    found.append(one)
        return tuple(sorted(found, key=lambda one: (one.screened_on, one.number)))

    @cached_property
    def rounds(self) -> tuple[Round, ...]:
        """Every round of screening in the months."""
        months = self.plan.span.months
        screening = Screening(self.chance, self.calibration, self.members_by_village, self.disputes)
        own = (one for town in self.towns for month in months for one in screening.rounds(town, month))
        return (*own, *of_district(self.chance, self.towns, months, self.staff.leads[self.unit.code]))

    @cached_property
    def cases(self) -> tuple[Case, ...]:
        """Every case of its committees."""
        return cases(self.unit, self.disputes)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Every subsidy that is claimed."""
        return claims(self.chance.of("claims"), self.cases, self.calibration)

    @cached_property
    def follow_ups(self) -> tuple[FollowUp, ...]:
        """Every look after a closed case."""
        return follow_ups(self.chance.of("follow-ups"), self.cases, self.calibration)

    @cached_property
    def handovers(self) -> tuple[Handover, ...]:
        """Every hand-over that its register states: to its committees, and by the city to this unit, or to all where it is the city's own."""
        own = tuple(handovers(self.chance.of("handovers"), self.staff, self.disputes, self.calibration))
        months = self.plan.span.warm(self.calibration.warm_up_months)
        sent = (one for month in months for one in from_city(self.plan.seed, month, self.plan.scale, self.others, self.calibration))
        return (*own, *(handover for code, handover in sent if code == self.unit.code or not self.towns))

    @cached_property
    def signs(self) -> Signs:
        """Where leads and requests come from."""
        return Signs(self.chance, self.calibration, self.calibration.units[self.unit.code].place, self.towns, self.committees)

    @cached_property
    def screeners(self) -> dict[str, str]:
        """Who goes round in each village."""
        return {code: members[-1].name for code, members in self.members_by_village.items()}

    def leads(self, month: Period) -> tuple[Lead, ...]:
        """The leads of a month."""
        return tuple(self.signs.leads(month, self.expected("dispute", month), self.disputes, self.screeners))

    def requests(self, month: Period) -> tuple[Request, ...]:
        """The requests of a month."""
        return tuple(self.signs.requests(month, self.expected("dispute", month)))

    @cached_property
    def risks(self) -> tuple[Risk, ...]:
        """Every dispute that is reported as a major risk."""
        return tuple(risks(self.chance.of("risks"), self.disputes, self.calibration))

    @cached_property
    def works(self) -> Works:
        """What the office does beside cases."""
        return Works(self.chance, self.calibration, self.unit, self.towns, self.mediators, len(self.committees))

    def budgets(self, year: int) -> tuple[Budget, ...]:
        """The lines of a year's budget."""
        expected = self.calibration.a_year["dispute"] * self.plan.scale * self.calibration.units[self.unit.code].share
        return tuple(self.works.budgets(year, expected))

    def expected(self, ledger: str, month: Period) -> float:
        """How many of a year's records of a kind this unit is expected to have in a month."""
        of = self.calibration
        return of.a_year[ledger] * self.plan.scale * of.units[self.unit.code].share * of.in_month(month.start.month)


def district(catalog: Catalog, code: str, plan: Plan, calibration: Calibration) -> District:
    """A reporting unit of the city, as its seed makes it."""
    unit, chance = catalog.units[code], Chance(plan.seed, code)
    own = towns(chance.of("towns"), catalog.units, unit, plan.scale, calibration)
    entered = committees(chance.of("committees"), unit, own, plan.scale, calibration)
    return District(
        unit=unit,
        plan=plan,
        calibration=calibration,
        chance=chance,
        towns=own,
        staff=staff(chance.of("staff"), unit, own, calibration),
        committees=entered,
        others=catalog.units.reporting,
        mediators=mediators(chance.of("mediators"), entered, plan.span.last.end, calibration),
    )
