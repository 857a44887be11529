"""What an office does beside cases: courses, events, honours, contracts, centres, budgets and what is paid from them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count

from catalog.period import Period
from catalog.unit import Unit
from synthetic import words
from synthetic.calibration import Calibration
from synthetic.chance import Chance, Mix
from synthetic.city.disputes import FEN
from synthetic.city.mediators import Mediator
from synthetic.city.places import Town
from synthetic.city.working_days import working_day

YEAR = 12
THOUSAND = 1000


@dataclass(frozen=True, slots=True)
class Training:
    """A course."""

    name: str
    kind: str
    day: date
    place: str
    sessions: int
    attendees: int
    hours: int


@dataclass(frozen=True, slots=True)
class Activity:
    """An event of publicity."""

    name: str
    day: date
    form: str
    place: str
    attendees: int
    materials: int
    media: str | None


@dataclass(frozen=True, slots=True)
class Honour:
    """An honour given to a mediator."""

    name: str
    level: str
    day: date
    mediator: Mediator
    document: str


@dataclass(frozen=True, slots=True)
class Contract:
    """Mediation that is bought."""

    buyer: str
    provider: str
    content: str
    amount_fen: int
    people: int
    starts_on: date
    ends_on: date
    acceptance: str


@dataclass(frozen=True, slots=True)
class Centre:
    """A one-stop centre."""

    name: str
    town: Town | None
    opened_on: date
    area: int
    staff: int
    head: str
    stationed: str


@dataclass(frozen=True, slots=True)
class Budget:
    """A kind of fund in a year's budget."""

    kind: str
    budget_fen: int
    share_executed: float
    document: str


@dataclass(frozen=True, slots=True)
class Payment:
    """A payment from the funds."""

    kind: str
    day: date
    payee: str
    amount_fen: int
    voucher: str


@dataclass(frozen=True)
class Works:
    """What the works of one office have in common."""

    chance: Chance
    calibration: Calibration
    unit: Unit
    towns: tuple[Town, ...]
    mediators: tuple[Mediator, ...]
    committees: int

    def where(self, own: Chance) -> str:
        """A place of the district."""
        return own.pick(self.towns).unit.name if self.towns else self.unit.office

    def some_day(self, own: Chance, month: Period) -> date:
        """A working day of a month."""
        return working_day(month.start + timedelta(days=own.whole(0, (month.end - month.start).days)))

    def trainings(self, month: Period) -> Iterator[Training]:
        """The courses of a month."""
        of, own = self.calibration.trainings, self.chance.of("trainings", month.code)
        courses = [(kind, name) for kind, names in words.bodies().trainings.items() for name in names]
        for kind, name in own.among(courses, own.events(of.a_month)):
            yield Training(name, kind, self.some_day(own, month), self.where(own), own.whole(1, 3), own.whole(*of.people), own.whole(*of.hours))

    def activities(self, month: Period) -> Iterator[Activity]:
        """The events of a month."""
        of, own, bodies = self.calibration.publicity, self.chance.of("publicity", month.code), words.bodies()
        for name in own.among(tuple(bodies.activities), own.events(of.a_month)):
            media = own.pick(bodies.media) if own.happens(of.in_media) else None
            yield Activity(
                name, self.some_day(own, month), own.pick(bodies.activities[name]), self.where(own), own.whole(*of.people), own.whole(*of.leaflets), media
            )

    def honours(self, month: Period) -> Iterator[Honour]:
        """The honours of a month."""
        own, bodies = self.chance.of("honours", month.code), words.bodies()
        levels = Mix.of(bodies.honour_levels)
        for number in range(own.events(self.calibration.commendations.a_year / YEAR)):
            name, level = own.pick(bodies.honours), own.drawn(levels)
            document = bodies.honour_documents[level].format(unit=self.unit.short_name, year=month.start.year, number=month.start.month * 3 + number)
            yield Honour(name, level, self.some_day(own, month), own.pick(self.mediators), document)

    def contracts(self, year: int, budgets: tuple[Budget, ...]) -> Iterator[Contract]:
        """The contracts of a year, each a part of the fund for them."""
        of, own, bodies = self.calibration.purchases, self.chance.of("contracts", year), words.bodies()
        fund = next(budget.budget_fen for budget in budgets if budget.kind == of.fund) // FEN
        for number in range(of.per_unit):
            starts = date(year, number % 4 + 1, 1)
            yuan = own.whole(round(fund * of.parts[0] / THOUSAND), round(fund * of.parts[1] / THOUSAND)) * THOUSAND
            yield Contract(
                buyer=self.unit.office,
                provider=bodies.providers[number % len(bodies.providers)],
                content=own.pick(bodies.bought),
                amount_fen=yuan * FEN,
                people=max(1, round(yuan / of.yuan_per_head)),
                starts_on=starts,
                ends_on=date(year, 12, 31),
                acceptance=own.pick(bodies.accepted),
            )

    def centres(self, until: date) -> Iterator[Centre]:
        """The centres there are by a day: the district's own, and those of its townships as they open."""
        own, bodies = self.chance.of("centres"), words.bodies()
        for town in (None, *self.towns):
            opened = (
                date(2022, 1, 10) + timedelta(days=own.whole(0, 420))
                if own.happens(self.calibration.centres.opened_before)
                else date(2023, 4, 10) + timedelta(days=own.whole(0, 260))
            )
            head, area, people = own.pick(self.mediators).name, own.whole(8, 60) * 10, own.whole(3, 12)
            stationed = "、".join(own.among(bodies.stationed, own.whole(3, 5)))
            if opened <= until:
                yield Centre(bodies.centre.format(unit=town.unit.name if town else self.unit.name), town, opened, area, people, head, stationed)

    def budgets(self, year: int, disputes: float) -> Iterator[Budget]:
        """The lines of a year's budget."""
        own, full_time = self.chance.of("budget", year), sum(one.is_full_time for one in self.mediators)
        low, high = self.calibration.executed
        for number, (kind, fund) in enumerate(self.calibration.funds.items(), start=11):
            yuan = fund.unit + fund.per_committee * self.committees + fund.per_full_time * full_time + fund.per_dispute * disputes
            document = words.bodies().budget_document.format(unit=self.unit.short_name, year=year, number=number)
            yield Budget(kind, max(1, round(yuan / THOUSAND)) * THOUSAND * FEN, low + (high - low) * own.share(), document)

    def payments(self, month: Period, budgets: tuple[Budget, ...]) -> Iterator[Payment]:
        """What is paid in a month: a twelfth of each line, more or less, to one or several."""
        own, bodies, numbers = self.chance.of("payments", month.code), words.bodies(), count(month.start.month * 100 + 1)
        for budget in budgets:
            due = round(budget.budget_fen * budget.share_executed / YEAR / FEN / 100) * FEN * 100
            if due <= 0:
                continue
            payee = bodies.payees.get(budget.kind)
            payee = payee.format(unit=self.unit.short_name) if payee else own.pick(self.mediators).committee.name
            yield Payment(budget.kind, self.some_day(own, month), payee, due, bodies.voucher.format(number=next(numbers)))
