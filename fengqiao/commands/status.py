"""`fengqiao status`: the returns register."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from fengqiao import exits
from fengqiao.messages import status as said
from fengqiao.options import District, Home, Json, Ledger, Period

if TYPE_CHECKING:
    from rich.text import Text

    from catalog.catalog import Catalog
    from fengqiao.explained import Explained
    from fengqiao.returns import Return

STYLES = {"filed": "green", "nil": "green", "late": "yellow", "returned": "magenta", "missing": "bold red", "not_due": "dim", "exempt": "dim"}


def status(*, period: Period = None, ledger: Ledger = None, district: District = None, home: Home = None, json: Json = False) -> int:
    """Show who owes what, and in which state it is."""
    from fengqiao import clock, named
    from fengqiao.answers import print_json
    from fengqiao.explained import given
    from fengqiao.home import standing
    from fengqiao.returns import returns, summary

    office = standing(home)
    asked = {
        "ledger": named.ledger(office.catalog, ledger) if ledger else None,
        "period": named.period(period) if period else None,
        "district": named.office(office.catalog, district).code if district else None,
    }
    found, explained = returns(office, **asked), list(given(office, **asked))
    if json:
        obligations = [one.model_dump() | {"unit": office.catalog.units[one.unit_code].name} for one in found]
        told = [one.model_dump(mode="json") for one in explained]
        print_json({"as_of": clock.today(office.settings), "obligations": obligations, "explanations": told, "summary": summary(found)})
    else:
        show([one for one in found if one.depth == "file"], office.catalog)
        show_explained(explained, office.catalog)
    return exits.DONE


def show(found: "list[Return]", catalog: "Catalog") -> None:
    """A grid per ledger, units by periods, and below it what later files did."""
    from fengqiao.answers import print_table, print_text

    for ledger in dict.fromkeys(one.ledger for one in found):
        of_it = [one for one in found if one.ledger == ledger]
        periods = sorted({one.period for one in of_it})
        print_table((said.UNIT, *periods), grid(of_it, periods, catalog), title=catalog.ledgers[ledger].title)
    for one in found:
        if one.note:
            print_text(
                said.NOTE.format(unit=catalog.units[one.unit_code].name, ledger=catalog.ledgers[one.ledger].title, period=one.period, note=in_chinese(one.note))
            )
    print_text(said.SUMMARY.format(counts="、".join(f"{word} {count}" for word, count in counts(found))))


def show_explained(explained: "list[Explained]", catalog: "Catalog") -> None:
    """What was explained, and whether it still holds."""
    from fengqiao.answers import print_text

    for one in explained:
        print_text(
            said.EXPLAINED.format(
                unit=catalog.units[one.unit_code].name,
                ledger=catalog.ledgers[one.ledger].title if one.ledger in catalog.ledgers else one.ledger,
                period=one.period or "",
                place=" ".join(part for part in (one.sheet, one.cell) if part),
                wrong=catalog.finding(one.code).title if one.code in catalog.problems or one.code in catalog.rules else one.code,
                text=one.text,
                by=one.by,
                day=one.decided_at.date(),
                holds=said.HOLDS[one.holds],
            )
        )


def in_chinese(note: str) -> str:
    """A note of the register as people read it; what is not known is shown as it stands."""
    for english, chinese in said.NOTES.items():
        note = re.sub(english, chinese, note)
    return note


def grid(found: "list[Return]", periods: list[str], catalog: "Catalog") -> "Iterator[list[str | Text]]":
    """A row per unit: the state of each period, in its colour."""
    states = {(one.unit_code, one.period): one for one in found}
    for unit in dict.fromkeys(one.unit_code for one in found):
        yield [catalog.units[unit].name, *(cell(states.get((unit, period))) for period in periods)]


def cell(one: "Return | None") -> "str | Text":
    """A state in its word, with the number of problems where there are some."""
    from rich.text import Text

    if one is None:
        return ""
    problems = said.PROBLEMS.format(count=one.problems) if one.problems else ""
    return Text(said.STATES[one.state] + problems, style=STYLES[one.state])


def counts(found: "list[Return]") -> Iterator[tuple[str, int]]:
    """How many returns are in each state, in the order of the words."""
    for state, word in said.STATES.items():
        count = sum(one.state == state for one in found)
        if count:
            yield word, count
