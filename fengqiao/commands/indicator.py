"""`fengqiao indicator`: one figure with its coverage, its definition and the clause that asks for it."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from fengqiao import exits
from fengqiao.messages import indicator as said
from fengqiao.messages import options as words
from fengqiao.options import Home, Json, Period, Unit

if TYPE_CHECKING:
    from catalog.catalog import Catalog
    from catalog.indicator import Indicator
    from fengqiao.figures import Figure


def indicator(
    *,
    name: Annotated[str, typer.Argument(metavar=words.NAME_VALUE, help=words.INDICATOR)],
    period: Period = None,
    unit: Unit = None,
    by: Annotated[Literal["child"] | None, typer.Option("--by", metavar="child", help=words.BY_CHILD)] = None,
    home: Home = None,
    json: Json = False,
) -> int:
    """Show an indicator: of one unit, of the units below it, or of all."""
    from catalog.unit import CITY
    from fengqiao import named
    from fengqiao.answers import print_json
    from fengqiao.figures import figures
    from fengqiao.home import standing

    office = standing(home)
    declared = named.indicator(office.catalog, name)
    chosen = named.unit(office.catalog, unit).code if unit else None
    found = figures(office, declared.id, named.period(period) if period else None, None if by else chosen)
    if by:
        found = [figure for figure in found if office.catalog.units[figure.unit_code].parent == (chosen or CITY)]
    if json:
        about = {"id": declared.id, "title": declared.title, "definition": declared.definition, "clause": declared.clause, "unit": declared.unit}
        print_json(about | {"rows": [figure.model_dump() for figure in found]})
    else:
        show(declared, found, office.catalog)
    return exits.DONE


def show(declared: "Indicator", found: "list[Figure]", catalog: "Catalog") -> None:
    """The table for people, with what the figure means below it."""
    from fengqiao.answers import print_table, print_text

    print_table(said.HEADERS, [line(declared, figure, catalog) for figure in found], title=f"{declared.title}（{declared.unit}）")
    print_text(said.ABOUT.format(definition=declared.definition, clause=declared.clause))


def line(declared: "Indicator", figure: "Figure", catalog: "Catalog") -> list[object]:
    """One figure as people read it."""
    coverage = said.COVERAGE.format(received=figure.returns_received, expected=figure.returns_expected)
    beside = (figure.unreadable or None, figure.carried_forward or None)
    return [catalog.units[figure.unit_code].name, figure.period, value(declared, figure), figure.numerator, figure.denominator, *beside, coverage]


def value(declared: "Indicator", figure: "Figure") -> str:
    """A count, or a share in per cent; a dash where nobody has filed or nothing can be told."""
    if figure.value is None:
        return said.NO_DATA
    return f"{figure.value:.1%}" if declared.unit == said.RATIO else f"{figure.value:.0f}"
