"""Complaints about wrong use, in Chinese: what is wrong, and where to look."""

from typer._click import exceptions as typed  # typer keeps the kinds of its own complaints there; BadParameter alone is public
from typer.exceptions import TyperException

from fengqiao.messages import page as words

EXTRA = "Got unexpected extra argument(s) "  # the one complaint that typer tells by its words only


class WrongUse(Exception):
    """The command was typed wrongly, or names something that there is not. Carries the sentence, and the command whose help to see."""

    def __init__(self, sentence: str, command: str | None = None) -> None:
        self.sentence = sentence
        self.command = command
        super().__init__(sentence)

    def __str__(self) -> str:
        return f"{self.sentence}\n{words.SEE_HELP.format(command=self.command)}" if self.command else self.sentence


class No(Exception):
    """What was asked for is not there: the answer is no, in a sentence."""


def in_chinese(error: TyperException) -> str:
    """A complaint of typer's, as we say it."""
    context = getattr(error, "ctx", None)
    if isinstance(error, typed.NoArgsIsHelpError):
        return error.message
    return str(WrongUse(sentence(error), context.command_path if context else "fengqiao"))


def sentence(error: TyperException) -> str:
    """What is wrong."""
    match error:
        case typed.NoSuchOption():
            near = words.DID_YOU_MEAN.format(names=" / ".join(error.possibilities)) if error.possibilities else ""
            return words.NO_SUCH_OPTION.format(name=error.option_name) + near
        case typed.MissingParameter() if error.param:
            what = words.OPTION if error.param.param_type_name == "option" else words.ARGUMENT
            return words.MISSING.format(what=what, name=error.param.metavar or error.param.name)
        case typed.BadParameter():
            name = " / ".join(error.param.opts) if error.param else ""
            return words.BAD_VALUE.format(name=name, why=error.message if spoken(error.message) else words.NOT_A_VALUE)
        case typed.BadOptionUsage():
            return words.NO_VALUE.format(name=error.option_name)
        case _ if error.message.startswith(EXTRA):
            return words.TOO_MANY.format(arguments=error.message.removeprefix(EXTRA).strip("()"))
        case _:
            return error.message


def spoken(message: str) -> bool:
    """Whether a message is one of ours; pydantic's are English."""
    return not message.isascii()
