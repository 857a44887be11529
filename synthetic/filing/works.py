"""The ledgers of what an office does beside cases: courses, events, honours, contracts, centres, budgets and payments."""

from collections.abc import Iterator

from catalog.period import Period
from synthetic import words
from synthetic.city.district import District
from synthetic.filing.entry import Entry, Value

YEAR = 12
ROUND_TO_FEN = 10_000
STATE_MONTHS = 4, 10  # lists of what there is come with the rosters


def trainings(district: District, month: Period) -> Iterator[Entry]:
    """The courses of a month."""
    for number, one in enumerate(district.works.trainings(month)):
        values: dict[str, Value] = {"training_name": one.name, "kind_text": one.kind, "trained_on": one.day, "place": one.place}
        counts = {"session_count": one.sessions, "attendee_count": one.attendees, "hours": one.hours}
        yield Entry(f"{month.code}-T{number}", {**values, **counts})


def activities(district: District, month: Period) -> Iterator[Entry]:
    """The events of a month."""
    for number, one in enumerate(district.works.activities(month)):
        values: dict[str, Value] = {"activity_name": one.name, "held_on": one.day, "form_text": one.form, "place": one.place, "media_text": one.media}
        yield Entry(f"{month.code}-P{number}", {**values, "attendee_count": one.attendees, "material_count": one.materials})


def honours(district: District, month: Period) -> Iterator[Entry]:
    """The honours of a month."""
    for number, one in enumerate(district.works.honours(month)):
        yield Entry(
            f"{month.code}-C{number}",
            {
                "award_name": one.name,
                "award_level_text": one.level,
                "award_year": one.day.year,
                "name": one.mediator.name,
                "committee_text": one.mediator.committee.name,
                "awarded_on": one.day,
                "document_no": one.document,
            },
        )


def contracts(district: District, month: Period) -> Iterator[Entry]:
    """The contracts of the year that have begun, listed with the rosters."""
    if month.start.month not in STATE_MONTHS:
        return
    for number, one in enumerate(district.works.contracts(month.start.year, district.budgets(month.start.year))):
        if one.starts_on <= month.end:
            yield Entry(
                f"{month.start.year}-S{number}",
                {
                    "buyer_text": one.buyer,
                    "provider_text": one.provider,
                    "content": one.content,
                    "contract_fen": one.amount_fen,
                    "person_count": one.people,
                    "starts_on": one.starts_on,
                    "ends_on": one.ends_on,
                    "acceptance_text": one.acceptance,
                },
            )


def centres(district: District, month: Period) -> Iterator[Entry]:
    """The one-stop centres there are, listed with the rosters, with what each took in since the list before."""
    if month.start.month not in STATE_MONTHS:
        return
    share = district.calibration.centres.taken_in
    for one in district.works.centres(month.end):
        code = one.town.unit.code if one.town else district.unit.code
        own = district.chance.of("centre", code, month.code)
        opened = own.events(share * district.expected("dispute", month) * 6 / (len(district.towns) + 1))
        accepted = own.within(opened, district.calibration.centres.accepted)
        yield Entry(
            code,
            {
                "centre_name": one.name,
                "township_code": one.town.unit.code if one.town else None,
                "opened_on": one.opened_on,
                "area_sqm": one.area,
                "staff_count": one.staff,
                "head": one.head,
                "stationed_text": one.stationed,
                "opened_count": opened,
                "accepted_count": accepted,
                "resolved_count": own.within(accepted, district.calibration.outcomes.success),
            },
        )


def budgets(district: District, period: Period) -> Iterator[Entry]:
    """The lines of the year's budget, executed as far as the year has gone when it is filed."""
    year = period.start.year
    months = [month for month in district.plan.span.months if month.start.year == year]
    through = months[-1].start.month / YEAR if months else 1
    for one in district.budgets(year):
        executed = round(one.budget_fen * one.share_executed * through / ROUND_TO_FEN) * ROUND_TO_FEN
        yield Entry(
            f"{year}-{one.kind}",
            {
                "fiscal_year": year,
                "filed_district_code": district.unit.code,
                "kind_code": one.kind,
                "payer_text": words.bodies().city_payer if district.unit.kind == "city_office" else words.bodies().payer,
                "budget_fen": one.budget_fen,
                "adjusted_fen": one.budget_fen,
                "executed_fen": executed,
                "execution_rate": round(executed / one.budget_fen * 100, 1),
                "document_no": one.document,
            },
        )


def payments(district: District, month: Period) -> Iterator[Entry]:
    """What was paid in a month."""
    for one in district.works.payments(month, district.budgets(month.start.year)):
        yield Entry(
            f"{month.code}-{one.kind}",
            {
                "paid_on": one.day,
                "kind_code": one.kind,
                "payee": one.payee,
                "amount_fen": one.amount_fen,
                "document_no": one.voucher,
                "payer_text": words.bodies().payer,
            },
        )
