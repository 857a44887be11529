"""`fengqiao demo`: a made-up city in the inbox, with what is wrong in it and what is true beside."""

from typing import TYPE_CHECKING, Annotated

import typer

from fengqiao import exits
from fengqiao.messages import demo as said
from fengqiao.messages import options as words
from fengqiao.options import Home, Json

if TYPE_CHECKING:
    from fengqiao.home import Office
    from synthetic.city.district import Plan
    from synthetic.generate import City

CAMPAIGN, SEED, QUICK_MONTHS, QUICK_SCALE = "2023-04..2023-12", 7, 2, 0.05


def demo(
    *,
    months: Annotated[str, typer.Option("--months", metavar=words.MONTHS_VALUE, help=words.MONTHS)] = CAMPAIGN,
    seed: Annotated[int, typer.Option("--seed", metavar=words.NUMBER_VALUE, help=words.SEED)] = SEED,
    scale: Annotated[float, typer.Option("--scale", metavar=words.NUMBER_VALUE, help=words.SCALE)] = 1.0,
    mistakes: Annotated[float, typer.Option("--mistakes", metavar=words.NUMBER_VALUE, help=words.MISTAKES)] = 1.0,
    quick: Annotated[bool, typer.Option("--quick", help=words.QUICK)] = False,
    landing: Annotated[bool, typer.Option("--landing", help=words.LANDING)] = False,
    home: Home = None,
    json: Json = False,
) -> int:
    """Fill the inbox of a data folder with a made-up city; WrongUse when something lies there already."""
    from dataclasses import replace
    from time import monotonic

    from fengqiao.answers import print_json, say
    from fengqiao.home import standing
    from synthetic.generate import generate
    from synthetic.landing import LANDED, land

    plan = replace(asked(months, seed, scale, quick=quick), mistakes=mistakes)
    office = standing(home)
    refuse_to_mix(office)
    began = monotonic()
    if landing:
        rows = sum(one.rows for one in land(plan, office.folder.home, office.settings.workers))
        say(said.LANDED.format(rows=rows, landing=office.folder.landing, list=office.folder.home / LANDED, seconds=monotonic() - began))
        return exits.DONE
    city = generate(plan, office.folder.home, office.settings.workers)
    today = stand_in_its_time(office, city)
    if json:
        print_json(
            {"home": office.folder.home, "files": city.files, "labels": len(city.labels), "today": today, "records": city.counts, "units": city.counts_by_unit}
        )
    else:
        say(told(office, city, monotonic() - began))
        say(day_told(office, today))
        show(office, city, plan)
        say(said.NEXT.format(home=office.folder.home))
    return exits.DONE


def asked(months: str, seed: int, scale: float, *, quick: bool) -> "Plan":
    """The plan that was asked for; WrongUse where it is none."""
    from catalog.period import Period
    from fengqiao.complaint import WrongUse
    from fengqiao.named import period
    from synthetic.city.district import Plan
    from synthetic.city.span import Span

    first, dots, last = months.partition("..")
    span = Span(Period.parse(period(first)), Period.parse(period(last or first)))
    if {span.first.cadence, span.last.cadence} != {"month"} or span.last < span.first or (dots and not last):
        raise WrongUse(said.NOT_A_SPAN.format(text=months), "fengqiao demo")
    if scale <= 0:
        raise WrongUse(said.NOT_POSITIVE, "fengqiao demo")
    if not quick:
        return Plan(seed, span, scale)
    return Plan(seed, Span(span.first, span.months[:QUICK_MONTHS][-1]), scale * QUICK_SCALE)


def refuse_to_mix(office: "Office") -> None:
    """No made-up file is put beside others: WrongUse."""
    from fengqiao.complaint import WrongUse

    if has_files(office):
        raise WrongUse(said.FULL.format(inbox=office.folder.inbox), "fengqiao demo")


def has_files(office: "Office") -> bool:
    """Whether anything lies in the inbox."""
    return any(file.is_file() for file in office.folder.inbox.rglob("*"))


def day_told(office: "Office", today: str) -> str:
    """Which day counts as today, where that is written down, and what to do about it later."""
    return said.TODAY.format(settings=office.folder.home / "settings.env", today=today)


def stand_in_its_time(office: "Office", city: "City") -> str:
    """Let the data folder stand on the day after the last file came; the day."""
    from datetime import timedelta

    today = (city.last + timedelta(days=1)).date().isoformat()
    with (office.folder.home / "settings.env").open("a", encoding="utf-8") as file:
        file.write(f"FENGQIAO_TODAY={today}\n")
    return today


def told(office: "Office", city: "City", seconds: float) -> str:
    """What was made, and where it stands."""
    from synthetic.generate import LABELS, TRUTH

    home = office.folder.home
    return said.MADE.format(files=city.files, inbox=office.folder.inbox, labels=len(city.labels), list=home / LABELS, truth=home / TRUTH, seconds=seconds)


def show(office: "Office", city: "City", plan: "Plan") -> None:
    """The counts beside the calibration, by ledger and by unit; and how much of what is wrong."""
    from fengqiao.answers import print_table
    from synthetic.calibration import calibration
    from synthetic.defects.declared import defects
    from synthetic.expected import expected

    should = expected(plan, calibration(), office.catalog.units)
    catalog = office.catalog
    ledgers = [beside(catalog.ledgers[name].title, count, should.ledgers.get(name)) for name, count in city.counts.items()]
    print_table((said.LEDGER, said.COUNT, said.EXPECTED, said.RATIO), ledgers, title=said.LEDGERS)
    units = [beside(catalog.units[code].name, own["dispute"], should.units.get(("dispute", code))) for code, own in city.counts_by_unit.items()]
    print_table((said.UNIT, said.COUNT, said.EXPECTED, said.RATIO), units, title=said.UNITS)
    kinds = [(name, defects().kinds[name].title, count) for name, count in sorted(city.kinds.items(), key=lambda one: -one[1])]
    print_table((said.KIND, said.FINDING, said.COUNT), kinds, title=said.DEFECTS)


def beside(title: str, count: int, should: float | None) -> tuple[object, ...]:
    """A count beside what the calibration states."""
    return (title, count, said.NONE, said.NONE) if not should else (title, count, round(should), f"{count / should:.2f}")
