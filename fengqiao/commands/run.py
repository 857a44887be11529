"""`fengqiao run`: the one path, from what is new in the inbox to a published version."""

from typing import TYPE_CHECKING, Annotated

import typer

from fengqiao import exits
from fengqiao.messages import options as words
from fengqiao.messages import run as said
from fengqiao.options import Home, Json, Today

if TYPE_CHECKING:
    from fengqiao.home import Office
    from orchestration.request import Request
    from orchestration.run import Outcome
    from warehouse.news import News

Districts = Annotated[list[str] | None, typer.Option("--district", metavar=words.CODE_VALUE, help=words.DISTRICTS)]
Periods = Annotated[list[str] | None, typer.Option("--period", metavar=words.PERIOD_VALUE, help=words.PERIODS)]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar=words.DATE_VALUE, help=words.AS_OF)]


def run(
    *,
    district: Districts = None,
    period: Periods = None,
    today: Today = None,
    as_of: AsOf = None,
    strict: Annotated[bool, typer.Option("--strict", help=words.STRICT)] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=words.DRY_RUN)] = False,
    home: Home = None,
    json: Json = False,
) -> int:
    """Take the path when there is news; nothing heavy is loaded before that is known."""
    from fengqiao import clock, named
    from fengqiao.home import opened, standing
    from orchestration.request import By, Request
    from warehouse.news import look

    office = opened(home) if dry_run else standing(home)
    if not office.is_there:
        return would_begin(office, json=json)
    request = Request(
        By.COMMAND,
        today=named.day(today) if today else None,
        as_of=clock.end_of(named.day(as_of)) if as_of else None,
        districts=tuple(named.office(office.catalog, one).code for one in district or ()),
        periods=tuple(map(named.period, period or ())),
    )
    news = look(office.folder, office.catalog, clock.today(office.settings, request.day))
    if dry_run:
        return would_do(news, json=json)
    if not (news or request.as_of or request.reads_again):
        return nothing_new(json=json)
    return take(office, request, strict=strict, json=json)


def would_begin(office: "Office", *, json: bool) -> int:
    """Say that a run would make the data folder first."""
    from fengqiao.answers import print_json, print_text

    if json:
        print_json({"would_make": office.folder.home, "would_run": True})
    else:
        print_text(said.WOULD_MAKE.format(home=office.folder.home))
    return exits.DONE


def would_do(news: "News", *, json: bool) -> int:
    """Say what a run would do."""
    from fengqiao.answers import print_json, print_text

    files = [found.path for found in news.arrived]
    if json:
        print_json({"received": files, "unread": news.unread, "unanswered": news.unanswered, "changed": news.changed, "would_run": bool(news)})
    elif not news:
        print_text(said.NOTHING_NEW)
    else:
        print_text("\n  ".join([said.WOULD_RECEIVE.format(count=len(files)), *files]))
        print_text(said.WOULD_BUILD.format(changed="、".join(said.KEYS[key] for key in news.changed) or said.NO_KEYS))
    return exits.DONE


def nothing_new(*, json: bool) -> int:
    """Say that there is nothing to do, and which version stands. Loads nothing that builds."""
    from fengqiao.answers import print_json, say
    from fengqiao.home import shown_version
    from fengqiao.run_report import RunReport

    if json:
        print_json(RunReport(version=shown_version()))
    else:
        say(said.NOTHING_NEW)
    return exits.DONE


def take(office: "Office", request: "Request", *, strict: bool, json: bool) -> int:
    """Take the path, and tell what came of it."""
    from fengqiao import clock
    from fengqiao.answers import print_json, print_text
    from fengqiao.progress import progress
    from fengqiao.run_report import lines, report
    from orchestration import children
    from warehouse.lock import hold

    with hold(office.folder, request.by):  # who comes second is told at once
        children.expect()
        from orchestration.run import run as pass_through  # Dagster and dbt: seconds to load

        with progress() as tell:
            outcome = pass_through(office.settings, request, clock.now(), tell)
    told = report(outcome)
    if json:
        print_json(told)
    elif outcome.end == "done":
        print_text("\n".join(lines(told)))
    if outcome.end != "done":
        return not_done(outcome)
    returned = strict and any(answer.decision in {"returned", "refused", "unidentified"} for answer in told.received)
    return exits.NO if told.withheld or returned else exits.DONE


def not_done(outcome: "Outcome") -> int:
    """Say why nothing was published: stopped by hand, the candidate does not hold, or a fault of the system."""
    from fengqiao.answers import say
    from fengqiao.trouble import incident

    if outcome.end == "stopped":
        say(said.STOPPED)
        return exits.STOPPED
    findings = [failure.words for failure in outcome.failures if failure.kind == "NotPublished"]
    if findings:
        say(said.NOT_PUBLISHED.format(findings="\n  ".join(findings)))
        return exits.NO
    incident("\n".join(f"{failure.step}: {failure.kind}: {failure.words}" for failure in outcome.failures))
    return exits.FAULT
