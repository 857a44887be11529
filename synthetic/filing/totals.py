"""The forms in which an office counts its cases: recounted from the cases and rounds themselves, township by township."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from catalog.period import Period
from synthetic import words
from synthetic.city.cases import Case
from synthetic.city.disputes import FEN
from synthetic.city.district import District
from synthetic.city.screenings import Round
from synthetic.filing.entry import Entry, Value

DIFFICULT = "L3", "L4"
PER = 10_000
MOST_HUNDREDS = 280  # yuan in dispute before a department, in hundreds


def case_totals(district: District, month: Period) -> Iterator[Entry]:
    """A row per township, or one of the unit where it has none: cases accepted in the month as they stand on its last evening."""
    accepted = [case for case in district.cases if case.dispute.accepted_on in month]
    by_town: dict[str, list[Case]] = defaultdict(list)
    for case in accepted:
        by_town[case.dispute.committee.town.unit.code if case.dispute.committee.town else ""].append(case)
    rounds: dict[str, list[Round]] = defaultdict(list)
    for one in district.rounds:
        if one.day in month:
            rounds[one.town.unit.code].append(one)
    for town in district.towns:
        counted = counts(district, month, town.unit.code, by_town[town.unit.code], rounds[town.unit.code])
        yield Entry(town.unit.code, {"township_code": town.unit.code, "reporting_unit_text": town.unit.code, **counted})
    if not district.towns:
        counted = counts(district, month, district.unit.code, accepted, [])
        yield Entry(district.unit.code, {"township_code": None, "reporting_unit_text": district.unit.code, **counted})


def counts(district: District, month: Period, code: str, cases: list[Case], rounds: list[Round]) -> dict[str, Value]:
    """Every column of the form for some cases and rounds."""
    form = words.forms()
    settled = [case for case in cases if case.dispute.is_closed_by(month.end) and case.dispute.is_successful]
    sources = Counter(case.dispute.source for case in cases)
    found: Counter[str] = Counter()
    found["case_count"] = len(cases)
    found["party_count"] = sum(case.dispute.people_count for case in cases)
    found["success_count"] = len(settled)
    found["difficult_count"] = sum(case.dispute.difficulty in DIFFICULT for case in cases)
    found["agreement_fen"] = sum(case.dispute.amount_fen or 0 for case in settled)
    found["initiative_count"], found["application_count"] = sources[form.on_initiative], sources[form.on_application]
    found["referred_count"] = len(cases) - sources[form.on_initiative] - sources[form.on_application]
    found["oral_count"] = sum(case.dispute.agreement_form == "A1" for case in settled)
    found["written_count"] = sum(case.dispute.agreement_form == "A2" for case in settled)
    found["screening_count"], found["prevented_count"] = len(rounds), sum(one.prevented for one in rounds)
    for source, column in form.case_sources.items():
        found[column] = sources[source]
    for names, key in ((form.case_kinds, "kind"), (form.case_types, "type")):
        found.update(dict.fromkeys(names.values(), 0))
        found.update(names[case.dispute.committee.kind if key == "kind" else case.dispute.type] for case in cases)
    own = district.chance.of("rare", code, month.code)
    for event, (events, people) in form.rare.items():
        number = own.events(district.calibration.rare_per_10000[event] * len(cases) / PER)
        found[events], found[people] = number, max(number, round(number * district.calibration.rare_people[event]))
    return dict(found)


def administrative(district: District, quarter: Period) -> Iterator[Entry]:
    """A row per department of government: what it mediated in a quarter."""
    own = district.chance.of("administrative", quarter.code)
    months = [month for month in district.plan.span.months if month.start in quarter]
    each = sum(district.expected("dispute", month) for month in months) * district.calibration.administrative.per_dispute / len(words.bodies().departments)
    for department, kind in words.bodies().departments.items():
        count = own.events(each * own.spread(1, 0.7))
        oral = own.within(count, 0.45)
        written = own.within(count - oral, 0.9)
        initiative = own.within(count, 0.2)
        yield Entry(
            department,
            {
                "department_text": department,
                "dispute_type_code": kind,
                "case_count": count,
                "before_review_count": 0,
                "in_review_count": 0,
                "on_authority_count": initiative,
                "on_application_count": count - initiative,
                "oral_count": oral,
                "written_count": written,
                "performed_count": own.within(oral + written, 0.9),
                "confirmed_count": own.within(written, district.calibration.confirmed_share),
                "people_count": count * 2 + own.events(count * 0.2),
                "three_plus_count": own.within(count, 0.1),
                "amount_fen": sum(own.whole(0, MOST_HUNDREDS) for _ in range(count)) * 100 * FEN,
            },
        )
