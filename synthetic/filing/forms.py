"""The forms of labels and figures: what was found and settled, by level and kind, and since the campaign began."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from catalog.period import Period
from synthetic import words
from synthetic.city.disputes import Dispute
from synthetic.city.district import District
from synthetic.filing.entry import Entry
from synthetic.words import ScreeningForm

TOWNSHIP_KINDS, VILLAGE_KINDS = {"O21", "O22"}, {"O11", "O12"}
GRAVE = "L4"
OF_SPECIALS = 60, 140  # of a hundred: how many there are in ten villages, more or less
CATEGORIES = tuple(f"SC{number:02d}" for number in range(1, 20))
Test = Callable[[Dispute], bool]


def figure(block: str, item: str | None, measure: str, head: str, value: int | str) -> Entry:
    """One figure of a form."""
    return Entry(
        "/".join((block, item or "", measure, head)),
        {"block_text": block, "item_text": item, "measure_text": measure, "head_text": head, "figure_text": str(value)},
    )


def level_of(dispute: Dispute) -> str:
    """At which level a dispute was found."""
    kind = dispute.committee.kind
    return "village" if kind in VILLAGE_KINDS else "township" if kind in TOWNSHIP_KINDS else "district"


@dataclass(frozen=True)
class Counting:
    """The disputes of a month and of the year so far, counted by level."""

    month: Period
    disputes: tuple[Dispute, ...]
    year: tuple[Dispute, ...]
    form: ScreeningForm

    def row(self, block: str, item: str | None, measure: str, counts: Test) -> Iterator[Entry]:
        """A count for each level, for all of them, and for the year."""
        total = 0
        for level, head in self.form.levels.items():
            number = sum(counts(one) for one in self.disputes if level_of(one) == level)
            total += number
            yield figure(block, item, measure, head, number)
        yield figure(block, item, measure, self.form.whole, total)
        yield figure(block, item, measure, self.form.year, sum(counts(one) for one in self.year))

    def rate(self, block: str, measure: str, part: Test, whole: Test) -> Iterator[Entry]:
        """A rate for each level and for all of them; none where there is nothing."""
        for level, head in (*self.form.levels.items(), (None, self.form.whole)):
            own = [one for one in self.disputes if level is None or level_of(one) == level]
            parts, wholes = sum(map(part, own)), sum(map(whole, own))
            yield figure(block, None, measure, head, f"{parts / wholes:.1%}" if wholes else self.form.none)
        yield figure(block, None, measure, self.form.year, self.form.none)

    def handled(self, dispute: Dispute) -> bool:
        """Whether it was taken up by the month's last evening."""
        return dispute.accepted_on <= self.month.end

    def settled(self, dispute: Dispute) -> bool:
        """Whether it was settled by then."""
        return dispute.is_successful and dispute.is_closed_by(self.month.end)


def screening(district: District, month: Period) -> Iterator[Entry]:
    """The form of screening of a month."""
    form = words.forms().screening
    year = tuple(
        one for one in district.disputes if one.screened_on.year == month.start.year and month.end >= one.screened_on >= district.plan.span.first.start
    )
    count = Counting(month, tuple(one for one in year if one.screened_on in month), year, form)
    yield from block(count, form.general, lambda _: True, rates=True)
    for code in CATEGORIES:
        yield from count.row(form.by_type, code, form.found, of_category(form, code))
        yield from count.row(form.by_type, code, form.handled, both(of_category(form, code), count.handled))
    low = 0
    for band, high in form.people.items():
        yield from count.row(form.by_people, band, form.matters, of_crowd(low, high))
        low = high
    yield from block(count, form.grave, lambda one: one.difficulty == GRAVE, rates=False)
    yield from rounds(district, month, form)


def block(count: Counting, name: str, counts: Test, *, rates: bool) -> Iterator[Entry]:
    """Found, handled and settled, and the shares of these."""
    form = count.form

    handled, settled = both(counts, count.handled), both(counts, count.settled)
    yield from count.row(name, None, form.found, counts)
    yield from count.row(name, None, form.handled, handled)
    if rates:
        yield from count.rate(name, form.handled_rate, handled, counts)
    yield from count.row(name, None, form.settled, settled)
    yield from count.rate(name, form.settled_rate, settled, handled)


def both(one: Test, other: Test) -> Test:
    """Whether a dispute is this and that."""
    return lambda dispute: one(dispute) and other(dispute)


def of_crowd(low: int, high: int) -> Test:
    """Whether so many are involved."""
    return lambda dispute: low <= dispute.people_count < high


def of_category(form: ScreeningForm, code: str) -> Test:
    """Whether a dispute is of a category of that form."""
    return lambda one: form.types[one.type] == code


def rounds(district: District, month: Period, form: ScreeningForm) -> Iterator[Entry]:
    """How many rounds there were, level by level."""
    year = [one for one in district.rounds if one.day <= month.end and one.day.year == month.start.year]
    own = [one for one in year if one.day in month]
    by_level = {"district": sum(one.key.startswith(f"{district.unit.code}-") for one in own), "village": sum(one.village is not None for one in own)}
    by_level["township"] = len(own) - sum(by_level.values())
    for level, head in form.levels.items():
        yield figure(form.screenings, None, form.rounds, head, by_level[level])
    yield figure(form.screenings, None, form.rounds, form.whole, len(own))
    yield figure(form.screenings, None, form.rounds, form.year, len(year))


def campaign(district: District, month: Period) -> Iterator[Entry]:
    """The form of the campaign: everything since the first month."""
    form = words.forms().campaign
    since = district.plan.span.first.start
    found = [one for one in district.disputes if since <= one.screened_on <= month.end]
    settled = [one for one in found if one.is_successful and one.is_closed_by(month.end)]
    villages = sum(len(town.villages) for town in district.towns)
    own, months = district.chance.of("campaign"), len([one for one in district.plan.span.months if one.start <= month.start])
    firms, officials, workers = own.whole(6, 20), own.whole(40, 90), own.whole(30, 80)
    efforts = {
        "villages": villages,
        "firms": firms,
        "offices": own.whole(5, 12),
        "officials": officials * months,
        "workers": workers * months,
        "public": villages * 6 * months,
    }
    efforts["units"] = villages + firms + efforts["offices"]
    efforts["people"] = efforts["officials"] + efforts["workers"] + efforts["public"]
    for label, name in form.efforts.items():
        yield figure(form.effort, None, label, form.head, efforts[name])
    yield from groups(found, settled)
    for name, (seen, done) in form.hidden.items():
        number = own.whole(10, 40) * months
        yield figure(name, None, seen, form.head, number)
        yield figure(name, None, done, form.head, number - months)
    for label, number in form.specials.items():
        yield figure(form.special, None, label, form.head, number * villages * own.whole(*OF_SPECIALS) // 1000 + months)


def groups(found: Iterable[Dispute], settled: Iterable[Dispute]) -> Iterator[Entry]:
    """Found and settled in all, and group by group; what no group has is the last."""
    form = words.forms().campaign
    known = {kind: group for group, kinds in form.groups.items() for kind in kinds}
    seen, done = [known.get(one.type, form.other) for one in found], [known.get(one.type, form.other) for one in settled]
    yield figure(form.disputes, None, form.found, form.head, len(seen))
    yield figure(form.disputes, None, form.settled, form.head, len(done))
    for group in (*form.groups, form.other):
        yield figure(form.disputes, None, form.found_of.format(group=group), form.head, seen.count(group))
        yield figure(form.disputes, None, form.settled_of.format(group=group), form.head, done.count(group))
