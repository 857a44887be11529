"""The first walk through, for who has just cloned this: what `make run` does once the environment stands.

Usage: python -m fengqiao.first_run [--no-page]
"""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from fengqiao import exits
from fengqiao.answers import print_table, say
from fengqiao.commands.demo import CAMPAIGN, QUICK_SCALE, SEED, asked, day_told, has_files, stand_in_its_time
from fengqiao.commands.indicator import part, value
from fengqiao.complaint import No
from fengqiao.figures import Figure
from fengqiao.home import Office, opened, standing
from fengqiao.main import answer
from fengqiao.messages import first_run as words
from fengqiao.published import rows

if TYPE_CHECKING:
    from catalog.indicator import Indicator

CITY_FIGURES = """
    select indicator, unit_code, period, numerator, denominator, value, unreadable, blocked, returns_expected, returns_received, carried_forward
    from fct_indicator where unit_code = ? and returns_received > 0
"""


class CityFigure(Figure):
    """A figure with the name of its indicator."""

    indicator: str


def main(*, page: bool) -> int:
    """Data folder, a made-up city when the inbox is empty, the path, the figures, what next, the page."""
    office = standing(None)
    if not has_files(office):
        make_up_a_city(office)
        office = opened(None)  # the city's day is set now
    ended = answer(["run"])
    if ended > exits.NO:
        return ended
    try:
        show(office)
    except No as nothing_published:
        say(str(nothing_published))
    say(words.NEXT.format(inbox=office.folder.inbox, outbox=office.folder.outbox))
    return answer(["serve"]) if page else exits.DONE


def make_up_a_city(office: Office) -> None:
    """Put the workbooks of a small made-up city into the inbox, and let the data folder stand in its time."""
    from synthetic.generate import generate

    plan = asked(CAMPAIGN, SEED, scale=1.0, quick=True)
    city = generate(plan, office.folder.home, office.settings.workers)
    today = stand_in_its_time(office, city)
    first, last = plan.span.first, plan.span.last
    say(words.CITY.format(inbox=office.folder.inbox, files=city.files, first=first, last=last, share=QUICK_SCALE))
    say(day_told(office, today))


def show(office: Office) -> None:
    """The city's figures, an indicator a row, a month a column."""
    from catalog.unit import CITY

    found = {(figure.indicator, figure.period): figure for figure in rows(office, CityFigure, CITY_FIGURES, CITY)}
    periods = sorted({period for _, period in found})
    print_table((words.INDICATOR, *periods), [list(line(office, name, periods, found)) for name in office.catalog.indicators], title=words.TITLE)


def line(office: Office, name: str, periods: list[str], found: dict[tuple[str, str], CityFigure]) -> Iterator[str]:
    """One indicator over the months: its value, how it comes about, and what stands beside it."""
    declared = office.catalog.indicators[name]
    yield declared.title
    for period in periods:
        figure = found.get((name, period))
        yield " ".join((value(declared, figure), *beside(declared, figure))) if figure else words.NO_RETURN


def beside(declared: "Indicator", figure: CityFigure) -> Iterator[str]:
    """The parts of a share, and what is counted beside it."""
    if figure.denominator:
        yield f"({part(declared, figure.numerator)}/{part(declared, figure.denominator)})"
    if figure.unreadable:
        yield words.UNREADABLE.format(count=figure.unreadable)
    if figure.blocked:
        yield words.BLOCKED.format(count=figure.blocked)
    if figure.carried_forward:
        yield words.CARRIED.format(count=figure.carried_forward)


if __name__ == "__main__":
    sys.exit(main(page="--no-page" not in sys.argv[1:]))
