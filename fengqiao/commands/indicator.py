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
    beside = (figure.unreadable or None, figure.blocked or None, figure.carried_forward or None)
    shown = f"{value(declared, figure)}{distance(figure)}"
    of_what = (part(declared, figure.numerator), part(declared, figure.denominator))
    return [catalog.units[figure.unit_code].name, figure.period, shown, *of_what, *beside, coverage(declared, figure, catalog)]


def coverage(declared: "Indicator", figure: "Figure", catalog: "Catalog") -> str:
    """Returns received of those expected; of what is taken as it comes only what came."""
    is_owed = any(duty.ledger in declared.ledgers for duty in catalog.owed)
    return (said.COVERAGE if is_owed else said.NOTHING_OWED).format(received=figure.returns_received, expected=figure.returns_expected)


def distance(figure: "Figure") -> str:
    """How many are missing of a target that is set and missed."""
    return said.MISSED.format(ratio=f"{figure.target_ratio:.0%}", count=figure.distance_count) if figure.distance_count else ""


def value(declared: "Indicator", figure: "Figure") -> str:
    """A count, yuan with two decimals, or a share in per cent; a dash where nobody has filed or nothing can be told."""
    if figure.value is None:
        return said.NO_DATA
    if declared.is_ratio:
        return f"{figure.value:.1%}"
    return f"{figure.value:,.2f}" if declared.is_money else f"{figure.value:.0f}"


def part(declared: "Indicator", counted: int | None) -> str | None:
    """What stands above or below the line of a share, as people read it: money in yuan, not in fen."""
    if counted is None:
        return None
    return f"{counted / 100:,.2f}" if declared.adds_fen else str(counted)
