"""Help pages in Chinese: usage, what the command does, its arguments and options in columns, an example."""

import shutil
import unicodedata
from collections.abc import Iterator
from difflib import get_close_matches
from typing import NoReturn

from typer._click import Command as AnyCommand  # what typer's classes are made of; not exported, so typer's version is bounded
from typer._click import Context
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from fengqiao.complaint import WrongUse
from fengqiao.messages import page as words

MARGIN = 2
GAP = 2
WIDEST_TERM = 34  # longer ones stand on a line of their own
WIDEST_PAGE = 120


class Command(TyperCommand):
    """A command whose help page is ours."""

    def get_help(self, ctx: Context) -> str:
        """The help page."""
        return "\n".join(lines_of(self, ctx))


class Group(TyperGroup):
    """A group of commands whose help page is ours, and which answers an unknown command with the nearest one."""

    def get_help(self, ctx: Context) -> str:
        """The help page."""
        return "\n".join(lines_of(self, ctx))

    def resolve_command(self, ctx: Context, args: list[str]) -> tuple[str | None, AnyCommand | None, list[str]]:
        """The command that the first argument names. WrongUse when there is none."""
        if args and not args[0].startswith("-") and args[0] not in self.commands:
            self.unknown(ctx, args[0])
        return super().resolve_command(ctx, args)

    def unknown(self, ctx: Context, name: str) -> NoReturn:
        """Say that there is no such command, and which one may have been meant."""
        near = get_close_matches(name, list(self.commands), cutoff=0.5)
        hint = words.DID_YOU_MEAN.format(names=" / ".join(near)) if near else ""
        raise WrongUse(words.NO_SUCH_COMMAND.format(name=name) + hint, ctx.command_path)


def lines_of(command: TyperCommand | TyperGroup, ctx: Context) -> Iterator[str]:
    """A help page, line by line."""
    width = min(shutil.get_terminal_size().columns, WIDEST_PAGE)
    yield f"{words.USAGE}: {' '.join([ctx.command_path, *command.collect_usage_pieces(ctx)])}"
    yield ""
    yield from indented(command.help or "", width, MARGIN)
    for title, rows in sections(command, ctx):
        if rows:
            yield ""
            yield f"{title}:"
            yield from columns(rows, width)
    if command.epilog:
        yield ""
        yield f"{words.EXAMPLE}: {command.epilog}"


def sections(command: TyperCommand | TyperGroup, ctx: Context) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """The tables of a page: what is on the left, what is said of it."""
    params = command.get_params(ctx)
    yield words.ARGUMENTS, [(param.metavar or param.name, param.help or "") for param in params if isinstance(param, TyperArgument)]
    yield words.OPTIONS, [(term(param, ctx), said_of(param)) for param in params if isinstance(param, TyperOption)]
    if isinstance(command, TyperGroup):
        yield words.COMMANDS, [(name, (entry.help or "").split("\n")[0]) for name, entry in command.commands.items()]


def term(option: TyperOption, ctx: Context) -> str:
    """An option as it is typed."""
    names = " / ".join([*option.opts, *option.secondary_opts])
    return names if option.is_flag else f"{names} {option.metavar or option.display_type(ctx)}"


def said_of(option: TyperOption) -> str:
    """What an option means, its default, whether it must be given."""
    if option.name == "help":
        return words.SHOW_HELP
    said = option.help or ""
    if option.required:
        return said + words.REQUIRED
    return said + (words.DEFAULT.format(option.default) if option.show_default and isinstance(option.default, str) else "")


def columns(rows: list[tuple[str, str]], width: int) -> Iterator[str]:
    """Terms on the left, texts folded on the right."""
    left = max((cells(name) for name, _ in rows if cells(name) <= WIDEST_TERM), default=WIDEST_TERM)
    for name, text in rows:
        folded = list(fold(text, width - MARGIN - left - GAP)) or [""]
        if cells(name) <= left:
            yield " " * MARGIN + name + " " * (left - cells(name) + GAP) + folded.pop(0)
        else:
            yield " " * MARGIN + name
        yield from (" " * (MARGIN + left + GAP) + line for line in folded)


def indented(text: str, width: int, margin: int) -> Iterator[str]:
    """Paragraphs folded to a width."""
    for paragraph in text.split("\n"):
        yield from (" " * margin + line for line in fold(paragraph, width - margin))


def fold(text: str, room: int) -> Iterator[str]:
    """A text in lines of a width; Chinese breaks anywhere, and takes two cells a character."""
    line, used = "", 0
    for character in text:
        if line and used + cells(character) > max(room, 2):
            yield line
            line, used = "", 0
        line, used = line + character, used + cells(character)
    if line:
        yield line


def cells(text: str) -> int:
    """How many cells of a terminal a text takes."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
