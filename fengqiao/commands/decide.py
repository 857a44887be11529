"""`fengqiao decide`: what a person decides, journalled with who and why. The next run acts on it."""

from typing import TYPE_CHECKING, Annotated

import typer

from fengqiao import exits
from fengqiao.entry import Entry
from fengqiao.messages import decide as said
from fengqiao.messages import help as help_words
from fengqiao.messages import options as words
from fengqiao.options import By, Home, Json, Why

if TYPE_CHECKING:
    from fengqiao.home import Office
    from warehouse.event import Decision


def exempt(
    *,
    unit: Annotated[str, typer.Option("--unit", metavar=words.CODE_VALUE, help=words.UNIT_RETURNING)],
    ledger: Annotated[str, typer.Option("--ledger", metavar=words.CODE_VALUE, help=words.LEDGER)],
    period: Annotated[str, typer.Option("--period", metavar=words.PERIOD_VALUE, help=words.PERIOD)],
    by: By,
    why: Why,
    revoke: Annotated[bool, typer.Option("--revoke", help=words.REVOKE)] = False,
    home: Home = None,
    json: Json = False,
) -> int:
    """Exempt a unit from a return, or take that back."""
    from fengqiao import named
    from fengqiao.home import standing
    from warehouse.event import ReturnExempt

    office = standing(home)
    decision = ReturnExempt(
        unit_code=named.office(office.catalog, unit).code,
        ledger=named.ledger(office.catalog, ledger),
        period=named.period(period),
        is_exempt=not revoke,
    )
    return journalled(office, decision, by, why, json=json)


def replacement(
    *,
    submission: Annotated[str, typer.Argument(metavar=words.CODE_VALUE, help=words.SUBMISSION)],
    by: By,
    why: Why,
    home: Home = None,
    json: Json = False,
) -> int:
    """Let a correction that waits replace what is live."""
    from fengqiao.complaint import WrongUse
    from fengqiao.home import standing
    from fengqiao.published import ask
    from warehouse.event import ReplacementAllowed

    office = standing(home)
    waiting = ask(office, "select distinct submission_id from fct_submission where standing = 'waits' and starts_with(submission_id, ?)", submission)
    if len(waiting.rows) != 1:
        raise WrongUse(said.NOT_WAITING.format(submission=submission), "fengqiao status")
    return journalled(office, ReplacementAllowed(submission_id=str(waiting.rows[0][0])), by, why, json=json)


def match(
    *,
    key_a: Annotated[str, typer.Argument(metavar=words.CODE_VALUE, help=words.KEY_A)],
    key_b: Annotated[str, typer.Argument(metavar=words.CODE_VALUE, help=words.KEY_B)],
    by: By,
    why: Why,
    same: Annotated[bool, typer.Option("--same/--different", help=words.SAME)] = True,
    home: Home = None,
    json: Json = False,
) -> int:
    """Say whether two disputes are one."""
    from fengqiao.home import standing
    from warehouse.event import DisputeMatch

    office = standing(home)
    return journalled(office, DisputeMatch(key_a=whole_key(office, key_a), key_b=whole_key(office, key_b), same=same), by, why, json=json)


def column(
    *,
    header: Annotated[str, typer.Argument(metavar=words.NAME_VALUE, help=words.HEADER)],
    ledger: Annotated[str, typer.Option("--ledger", metavar=words.CODE_VALUE, help=words.LEDGER_OF_HEADER)],
    by: By,
    why: Why,
    means: Annotated[str | None, typer.Option("--as", metavar=words.CODE_VALUE, help=words.MEANS_COLUMN)] = None,
    ignore: Annotated[bool, typer.Option("--ignore", help=words.MEANS_NOTHING)] = False,
    home: Home = None,
    json: Json = False,
) -> int:
    """Say which column a header means, or that it means none."""
    from catalog.spelling import spelling
    from fengqiao import named
    from fengqiao.complaint import WrongUse
    from fengqiao.home import standing
    from warehouse.event import HeaderKnown

    office = standing(home)
    declared = office.catalog.ledgers[named.ledger(office.catalog, ledger)]
    if ignore == (means is not None):
        raise WrongUse(said.COLUMN_OR_NOTHING, "fengqiao decide column")
    if means is not None and means not in declared.columns:
        raise WrongUse(said.NO_COLUMN.format(ledger=declared.title, column=means), f"fengqiao catalog columns --ledger {ledger}")
    return journalled(office, HeaderKnown(ledger=ledger, header=spelling(header), column=means), by, why, json=json)


def layout(
    *,
    submission: Annotated[str, typer.Argument(metavar=words.CODE_VALUE, help=words.SUBMISSION_UNKNOWN)],
    means: Annotated[str, typer.Option("--as", metavar=words.CODE_VALUE, help=words.LEDGER_OF_LAYOUT)],
    by: By,
    why: Why,
    home: Home = None,
    json: Json = False,
) -> int:
    """Say which ledger a table is that nothing names."""
    from fengqiao import named
    from fengqiao.complaint import WrongUse
    from fengqiao.home import standing
    from fengqiao.unknown import unknown
    from warehouse.event import LayoutKnown

    office = standing(home)
    ledger = named.ledger(office.catalog, means)
    found = {one.headers for received, one in unknown(office) if received.submission_id.startswith(submission) and one.headers}
    if len(found) != 1:
        raise WrongUse(said.NOT_UNKNOWN.format(submission=submission), "fengqiao catalog proposals")
    return journalled(office, LayoutKnown(headers=found.pop(), ledger=ledger), by, why, json=json)


def explanation(
    *,
    delivery: Annotated[str, typer.Argument(metavar=words.FILE_VALUE, help=words.DELIVERY)],
    cell: Annotated[str, typer.Argument(metavar=words.CELL_VALUE, help=words.CELL)],
    by: By,
    why: Why,
    sheet: Annotated[str | None, typer.Option("--sheet", metavar=words.NAME_VALUE, help=words.SHEET)] = None,
    revoke: Annotated[bool, typer.Option("--revoke", help=words.REVOKE_EXPLANATION)] = False,
    home: Home = None,
    json: Json = False,
) -> int:
    """Explain what is wrong at a cell, as its office would in its marked copy; or take that back."""
    from fengqiao.complaint import WrongUse
    from fengqiao.explained import at_cell, delivery_named
    from fengqiao.home import standing

    office = standing(home)
    received = delivery_named(office, delivery)
    if received is None:
        raise WrongUse(said.NO_DELIVERY.format(name=delivery), "fengqiao decide explanation")
    found = at_cell(office, received, sheet, cell.upper())
    if not found:
        raise WrongUse(said.NOTHING_WRONG.format(cell=cell.upper()), f"fengqiao check {delivery}")
    if len({one.sheet for one in found}) > 1:
        raise WrongUse(said.SEVERAL_SHEETS.format(sheets="、".join(sorted({str(one.sheet) for one in found}))), "fengqiao decide explanation --sheet")
    for one in found:
        journalled(office, one.model_copy(update={"is_given": not revoke}), by, why, json=json)
    return exits.DONE


def whole_key(office: "Office", begun: str) -> str:
    """The key of the one dispute that begins so."""
    from fengqiao.complaint import WrongUse
    from fengqiao.published import ask

    found = ask(office, "select dispute_key from fct_dispute where starts_with(dispute_key, ?)", begun)
    if len(found.rows) != 1:
        raise WrongUse((said.SEVERAL_DISPUTES if found.rows else said.NO_DISPUTE).format(key=begun), "fengqiao decide match")
    return str(found.rows[0][0])


def journalled(office: "Office", decision: "Decision", by: str, why: str, *, json: bool) -> int:
    """Write a decision down."""
    from fengqiao import clock
    from fengqiao.answers import print_json, say
    from warehouse.decisions import decide

    decided = decide(office.folder, decision, clock.now(), by, why)
    if json:
        print_json(decided.model_dump(mode="json"))
    else:
        say(said.JOURNALLED.format(number=decided.decision_id))
    return exits.DONE


COMMANDS = (
    Entry("return", exempt, help_words.DECIDE_RETURN),
    Entry("replacement", replacement, help_words.DECIDE_REPLACEMENT),
    Entry("match", match, help_words.DECIDE_MATCH),
    Entry("explanation", explanation, help_words.DECIDE_EXPLANATION),
    Entry("column", column, help_words.DECIDE_COLUMN),
    Entry("layout", layout, help_words.DECIDE_LAYOUT),
)
