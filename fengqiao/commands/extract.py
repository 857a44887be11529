"""`fengqiao extract`: a report of one month as the workbook that is signed and sent on, with its manifest."""

from typing import TYPE_CHECKING, Annotated

import typer

from fengqiao import exits
from fengqiao.messages import extract as said
from fengqiao.messages import options as words
from fengqiao.options import Home, Json, Period, Unit

if TYPE_CHECKING:
    from catalog.report import Report
    from fengqiao.home import Office
    from reporting.extract import Wanted
    from reporting.manifest import Manifest
    from warehouse.event import Published


def extract(
    *,
    report: Annotated[str, typer.Argument(metavar=words.NAME_VALUE, help=words.REPORT)],
    period: Period = None,
    unit: Unit = None,
    home: Home = None,
    json: Json = False,
) -> int:
    """Write an extract from what everybody sees. The access is logged."""
    from fengqiao import named
    from fengqiao.answers import print_json
    from fengqiao.home import standing

    office = standing(home)
    declared = named.report(office.catalog, report)
    made = written(office, declared, period, named.filing(office.catalog, unit).code if unit else None)
    if json:
        print_json(made.model_dump(mode="json"))
    else:
        show(office, made)
    return exits.DONE


def written(office: "Office", declared: "Report", period: str | None, unit: str | None) -> "Manifest":
    """The extract of a month, else of the newest that is over; of a unit, else of the whole city. No says why there is none."""
    from catalog.unit import CITY
    from fengqiao.complaint import No
    from fengqiao.messages import published as nothing
    from fengqiao.published import asker
    from reporting.extract import NoFigures, NotDeclaredThen, extract
    from warehouse import versions

    try:
        published = versions.readable(office.folder)
        wanted = chosen(office, published, declared, period, unit or CITY)
        return extract(office.folder, published, wanted, asker())
    except versions.UnknownVersion:
        raise No(nothing.NOTHING) from None
    except NotDeclaredThen:
        raise No(said.NOT_THEN.format(title=declared.title)) from None
    except NoFigures as error:
        raise No(no_figures(office, unit or CITY, period, error.newest)) from None


def no_figures(office: "Office", unit: str, period: str | None, newest: str | None) -> str:
    """That there is nothing to hand out, and of which month there would be."""
    from catalog.period import Period as Span

    if period is None or newest is None:
        return said.NO_FIGURES_AT_ALL
    asked, known = (office.catalog.receipt.period(Span.parse(one)) for one in (period, newest))
    return said.NO_FIGURES.format(unit=office.catalog.units[unit].name, period=asked, newest=known)


def chosen(office: "Office", published: "Published", declared: "Report", period: str | None, unit: str) -> "Wanted":
    """What is asked for. WrongUse when the period is none of the report's; NoFigures when none is named and no month is over."""
    from catalog.period import Period as Span
    from fengqiao import clock, named
    from fengqiao.complaint import WrongUse
    from reporting.extract import NoFigures, Wanted, newest_closed
    from warehouse import versions

    if period is None:
        newest = newest_closed(versions.file_of(office.folder, published), clock.today(office.settings))
        if newest is None:
            raise NoFigures(None)
        return Wanted(declared.id, newest, unit)
    span = Span.parse(named.period(period))
    if span.cadence != declared.every:
        raise WrongUse(said.NOT_ITS_PERIOD.format(title=declared.title), "fengqiao extract")
    return Wanted(declared.id, span, unit)


def show(office: "Office", made: "Manifest") -> None:
    """Where it stands, and of which figures returns are missing."""
    from fengqiao.answers import print_table, print_text

    place = office.folder.home / made.file
    print_text(said.WRITTEN.format(file=place, manifest=place.with_suffix(".json"), version=made.version, as_of=made.as_of))
    incomplete = [figure for figure in made.figures if figure.missing]
    if not incomplete:
        print_text(said.COMPLETE)
        return
    units, indicators = office.catalog.units, office.catalog.indicators
    rows = [
        (indicators[one.indicator].title, one.returns_expected, one.returns_received, said.BETWEEN.join(units[code].short for code in one.missing))
        for one in incomplete
    ]
    print_table(said.HEADERS, rows, title=said.INCOMPLETE)
