"""The door: which command is which file's, and what becomes of an error. Nothing heavy is imported before a command runs."""

import sys
from importlib.metadata import version
from typing import Annotated, NoReturn

import typer
from typer._completion_classes import completion_init  # typer's own options speak English and guess the shell; ours are below
from typer._completion_shared import get_completion_script, install
from typer.exceptions import TyperException

from fengqiao import exits
from fengqiao.commands import (
    catalog,
    check,
    dashboards,
    decide,
    demo,
    doctor,
    extract,
    indicator,
    init,
    publish,
    query,
    read,
    render,
    serve,
    status,
    trace,
    verify,
)
from fengqiao.commands import run as path
from fengqiao.complaint import No, WrongUse, in_chinese
from fengqiao.entry import Entry, Section
from fengqiao.help_page import Command, Group
from fengqiao.messages import help as words
from fengqiao.messages import options, page
from fengqiao.options import Home
from warehouse.long_lived import collect_seldom

NAME = "fengqiao"
COMPLETE = "_FENGQIAO_COMPLETE"  # the variable by which a shell asks typer for completions

COMMANDS: tuple[Entry | Section, ...] = (
    Entry("init", init.init, words.INIT),
    Entry("demo", demo.demo, words.DEMO),
    Entry("read", read.read, words.READ),
    Entry("check", check.check, words.CHECK),
    Entry("run", path.run, words.RUN),
    Entry("status", status.status, words.STATUS),
    Section("publish", publish.COMMANDS, words.PUBLISH),
    Entry("query", query.query, words.QUERY),
    Entry("indicator", indicator.indicator, words.INDICATOR),
    Entry("trace", trace.trace, words.TRACE),
    Entry("extract", extract.extract, words.EXTRACT),
    Section("decide", decide.COMMANDS, words.DECIDE),
    Section("catalog", catalog.COMMANDS, words.CATALOG),
    Section("dashboards", dashboards.COMMANDS, words.DASHBOARDS),
    Entry("render", render.render, words.RENDER),
    Entry("verify", verify.verify, words.VERIFY),
    Entry("doctor", doctor.doctor, words.DOCTOR),
    Entry("serve", serve.serve, words.SERVE),
)


def run() -> NoReturn:
    """What `fengqiao` calls: answer the command line and leave with its exit code."""
    collect_seldom()
    sys.exit(answer(sys.argv[1:]))


def answer(arguments: list[str]) -> int:
    """The exit code of a command line. Every error ends here: wrong use is explained, a known trouble is told, anything else is an incident."""
    try:
        return app(arguments, prog_name=NAME, standalone_mode=False) or exits.DONE
    except TyperException as error:
        typer.echo(in_chinese(error), err=True)
        return exits.WRONG_USE
    except WrongUse as error:
        typer.echo(error, err=True)
        return exits.WRONG_USE
    except No as error:
        typer.echo(error, err=True)
        return exits.NO
    except Exception as error:  # noqa: BLE001  # the last line of defence: nobody sees a traceback, no incident goes unrecorded
        from fengqiao.trouble import told

        return told(error)


def assembled(entries: tuple[Entry | Section, ...], help_: words.Help) -> typer.Typer:
    """Commands and sections as typer wants them."""
    made = typer.Typer(
        cls=Group,
        help=text(help_),
        epilog=help_.example,
        no_args_is_help=True,
        add_completion=False,
        options_metavar=page.OPTIONS_METAVAR,
        subcommand_metavar=page.SUBCOMMAND_METAVAR,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    for entry in entries:
        if isinstance(entry, Section):
            made.add_typer(assembled(entry.entries, entry.help), name=entry.name)
        else:
            shape = made.command(entry.name, cls=Command, help=text(entry.help), epilog=entry.help.example, options_metavar=page.OPTIONS_METAVAR)
            shape(entry.call)
    return made


def text(help_: words.Help) -> str:
    """Summary and details."""
    return f"{help_.summary}\n{help_.more}" if help_.more else help_.summary


def door(
    *,
    show_version: Annotated[bool, typer.Option("--version", help=options.VERSION)] = False,
    show_completion: Annotated[str | None, typer.Option("--show-completion", metavar=options.SHELL_VALUE, help=options.SHOW_COMPLETION)] = None,
    install_completion: Annotated[str | None, typer.Option("--install-completion", metavar=options.SHELL_VALUE, help=options.INSTALL_COMPLETION)] = None,
    home: Home = None,
) -> None:
    """What can be asked of the door itself; a data folder that is named here is the commands' too."""
    if home:
        from fengqiao.home import opened

        opened(home)
    if show_version:
        from fengqiao.home import shown_version

        typer.echo(f"{NAME} {version(NAME)} · {page.PUBLISHED}: {shown_version() or page.NOTHING_PUBLISHED}")
    elif show_completion:
        typer.echo(get_completion_script(prog_name=NAME, complete_var=COMPLETE, shell=show_completion))
    elif install_completion:
        shell, file = install(shell=install_completion, prog_name=NAME, complete_var=COMPLETE)
        typer.echo(page.COMPLETION_INSTALLED.format(shell=shell, file=file))
    else:
        return
    raise typer.Exit


completion_init()
app = assembled(COMMANDS, words.DOOR)
app.callback(invoke_without_command=True)(door)
