"""The desk of an office: what it files of each ledger and period, in its manner, with its mistakes, and when that arrives."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from catalog.catalog import Catalog
from catalog.ledger import Ledger
from catalog.period import Period
from synthetic.chance import Chance
from synthetic.city.district import District
from synthetic.defects.context import Beside
from synthetic.defects.declared import defects
from synthetic.defects.spoiling import spoilt
from synthetic.filing.entry import Entry, Return
from synthetic.filing.ledgers import SOURCES
from synthetic.filing.periods import periods
from synthetic.offices.beside import after, before
from synthetic.offices.declared import of_offices
from synthetic.offices.form import form
from synthetic.offices.habit import Manner, manner
from synthetic.offices.layout import Paper, sheet
from synthetic.offices.naming import Signers, file_name
from synthetic.offices.sheet import Workbook
from synthetic.offices.wording import Writer
from synthetic.writing.text import LEGACY

OPENS, OPEN_MINUTES = time(8, 30), 570
DAYS_AFTER_AS_IT_COMES = 8
MOST_DAYS_EARLY, MOST_DAYS = 3, 10  # nobody takes longer for what has a month
KNOWN_BEFORE = {"subsidy_claim"}  # what was claimed in one period may be claimed again in a later one


def returns(catalog: Catalog, district: District) -> Iterator[Return]:
    """What an office truly has to file over the months, ledger by ledger and period by period."""
    for name, source in SOURCES.items():
        for period in periods(catalog, district, catalog.ledgers[name]):
            yield Return(district.unit, name, period, tuple(source(district, period)))


def filed(catalog: Catalog, district: District, asked: Return, earlier: tuple[Entry, ...]) -> Iterator[Workbook]:
    """What an office files for one period: nothing, one workbook, one more that puts it right, or the same twice."""
    ledger, arrives = catalog.ledgers[asked.ledger], defects().deliveries
    if not asked.entries and catalog.duty_of(ledger.id) is None:
        return
    chance, mistakes = district.chance.of("desk", ledger.id, asked.period.code), district.plan.mistakes
    if ledger.id not in arrives.never_missing and chance.happens(arrives.missing * min(1, mistakes)):
        return
    desk = Desk(catalog, district, manner_in(catalog, district, ledger, asked.period))
    wrong = spoilt(asked, beside(catalog, district, asked, earlier), chance.of("defects"))
    received = receipt(catalog, chance, ledger, min(asked.period.end, district.plan.span.last.end))
    yield desk.workbook(wrong, received, chance)
    if wrong != asked and asked.entries and chance.happens(arrives.corrected):
        later = received + timedelta(days=chance.whole(2, 9), minutes=chance.whole(0, 60))
        yield replace(desk.workbook(asked, later, chance, extra=chance.pick(of_offices().correction)), kind="correction")
    elif chance.happens(arrives.duplicate):
        again = received + timedelta(minutes=chance.whole(2, 30))
        yield replace(desk.workbook(wrong, received, chance, extra=of_offices().duplicate), received_at=again, labels=(), kind="duplicate")


def beside(catalog: Catalog, district: District, asked: Return, earlier: tuple[Entry, ...]) -> Beside:
    """What those who spoil a return may look at. `earlier`: what the office truly had to file before, else what it files now."""
    gone = tuple(one.name for one in district.mediators if one.left_on and one.left_on <= asked.period.start)
    others = tuple(unit.code for unit in catalog.units if unit.level == "township" and unit.parent != district.unit.code and not unit.pseudo)
    return Beside(gone, others, earlier if asked.ledger in KNOWN_BEFORE else asked.entries, district.plan.mistakes)


@dataclass(frozen=True)
class Desk:
    """Where an office's clerks write one ledger."""

    catalog: Catalog
    district: District
    manner: Manner

    def workbook(self, asked: Return, received: datetime, chance: Chance, extra: str = "") -> Workbook:
        """One workbook of one return; the same return, day and name give the same workbook."""
        staff, own = self.district.staff, chance.of("signers")
        signers = Signers(own.pick(staff.clerks), own.pick(staff.checkers), own.pick(staff.signers), received.date())
        folder, name = self.district.unit.folder_name, file_name(self.manner, asked.period, signers, extra)
        paper = Paper(f"{folder}/{name}", asked, Writer(self.manner, self.catalog.units, asked.period), signers)
        made, labels = (form if self.manner.ledger.form else sheet)(paper, chance.of("layout"))
        encoding = LEGACY if own.happens(of_offices().legacy_encoding) else "utf-8"
        return Workbook(folder, name, self.manner.format, (*before(self.manner), made, *after(self.manner)), received, labels, encoding)


def manner_in(catalog: Catalog, district: District, ledger: Ledger, period: Period) -> Manner:
    """The manner of an office in a period: the first, and a new one after every change."""
    chance = district.chance.of("habits", ledger.id)
    changes = sum(chance.of("change", month.code).happens(of_offices().changes_a_month) for month in district.plan.span.months if month.start <= period.start)
    return manner(chance.of(changes), catalog, district.unit, ledger)


def receipt(catalog: Catalog, chance: Chance, ledger: Ledger, end: date) -> datetime:
    """When a return arrives whose period ends on a day: in the last days before it is due, or late; one that nobody owes when it suits."""
    duty = catalog.duty_of(ledger.id)
    arrives = defects().deliveries
    allowed = min(duty.due_days, MOST_DAYS) if duty else DAYS_AFTER_AS_IT_COMES
    due = end + timedelta(days=allowed)
    if chance.happens(arrives.late):
        day = due + timedelta(days=chance.whole(*arrives.late_days))
    else:
        day = due - timedelta(days=chance.whole(0, min(MOST_DAYS_EARLY, max(0, allowed - 1))))
    return datetime.combine(day, OPENS) + timedelta(minutes=chance.whole(0, OPEN_MINUTES))
