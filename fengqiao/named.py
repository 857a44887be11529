"""What a person names on the command line: units, ledgers, indicators, periods, days. Unknown names are answered with what may have been meant."""

from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING

from fengqiao.complaint import WrongUse
from fengqiao.messages import named as words
from fengqiao.messages import page

if TYPE_CHECKING:
    from catalog.catalog import Catalog
    from catalog.indicator import Indicator
    from catalog.report import Report
    from catalog.unit import Unit


def unit(catalog: "Catalog", text: str) -> "Unit":
    """The unit of a code or a name."""
    found = catalog.units.named(text)
    if len(found) > 1:
        raise WrongUse(words.SEVERAL_UNITS.format(text=text, units="、".join(f"{one.name}（{one.code}）" for one in found)))
    if not found:
        raise WrongUse(words.NO_SUCH_UNIT.format(text=text) + hint(text, (name for one in catalog.units for name in (one.code, *one.names))))
    return found[0]


def office(catalog: "Catalog", text: str) -> "Unit":
    """The reporting unit of a code or a name."""
    found = unit(catalog, text)
    if not found.reports:
        raise WrongUse(words.NO_OFFICE.format(name=found.name) + " " + "、".join(f"{one.name} {one.code}" for one in catalog.units.reporting))
    return found


def filing(catalog: "Catalog", text: str) -> "Unit":
    """The reporting unit of a code or a name, or the whole city."""
    found = unit(catalog, text)
    return found if found.level == "city" else office(catalog, text)


def ledger(catalog: "Catalog", text: str) -> str:
    """A declared ledger, by its id."""
    if text not in catalog.ledgers:
        raise WrongUse(words.NO_SUCH_LEDGER.format(text=text, known="、".join(catalog.ledgers)) + hint(text, catalog.ledgers))
    return text


def indicator(catalog: "Catalog", text: str) -> "Indicator":
    """A declared indicator, by its id or its title."""
    found = next((one for one in catalog.indicators.values() if text in (one.id, one.title)), None)
    if found is None:
        raise WrongUse(words.NO_SUCH_INDICATOR.format(text=text) + hint(text, catalog.indicators))
    return found


def report(catalog: "Catalog", text: str) -> "Report":
    """A declared report, by its id or its title."""
    found = next((one for one in catalog.reports.values() if text in (one.id, one.title)), None)
    if found is None:
        raise WrongUse(words.NO_SUCH_REPORT.format(text=text, known="、".join(catalog.reports)) + hint(text, catalog.reports))
    return found


def period(text: str) -> str:
    """A period's code."""
    from catalog.period import Period

    try:
        return Period.parse(text).code
    except ValueError:
        raise WrongUse(words.NO_PERIOD.format(text=text)) from None


def day(text: str) -> date:
    """A day."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise WrongUse(words.NO_DAY.format(text=text)) from None


def hint(text: str, known: Iterable[str]) -> str:
    """The nearest names, as a question."""
    near = get_close_matches(text, list(known), cutoff=0.5)
    return page.DID_YOU_MEAN.format(names=" / ".join(near)) if near else ""
