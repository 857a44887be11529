"""`fengqiao dashboards`: Superset's objects from files and back, whether they hold together, and who may come in."""

from typing import TYPE_CHECKING, Annotated

import typer

from fengqiao import exits
from fengqiao.entry import Entry
from fengqiao.messages import dashboards as said
from fengqiao.messages import help as help_words
from fengqiao.messages import options as words
from fengqiao.options import Home, Json

if TYPE_CHECKING:
    from fengqiao.home import Office
    from orchestration.superset import Provisioned


def bring_in(*, home: Home = None, json: Json = False) -> int:
    """Make Superset's objects what the files say; users' own stay."""
    from fengqiao.answers import print_json, say
    from fengqiao.home import standing

    office = standing(home)
    came = asked_all(office, ("start",), ("import",))
    changed, removed = (sorted({name for one in came for name in one[what]}) for what in ("changed", "removed"))
    if json:
        print_json({"changed": changed, "removed": removed})
    elif changed or removed:
        say(said.IMPORTED.format(changed=in_lines(changed), removed=in_lines(removed)))
    else:
        say(said.NOTHING_CHANGED)
    return exits.DONE


def bring_back(*, home: Home = None, json: Json = False) -> int:
    """Write what was changed by hand in Superset into the files."""
    from fengqiao.answers import print_json, say
    from fengqiao.home import standing

    changed = asked(standing(home), "export")["changed"]
    if json:
        print_json({"changed": changed})
    else:
        say(said.EXPORTED.format(changed=in_lines(changed)) if changed else said.NOTHING_CHANGED)
    return exits.DONE


def check(*, home: Home = None, json: Json = False) -> int:
    """Follow each dashboard to its charts, datasets, columns and published tables; name what leads nowhere."""
    from fengqiao.answers import print_json, say
    from fengqiao.assets import broken
    from fengqiao.home import standing

    found = [str(fault) for fault in broken(standing(home))]
    if json:
        print_json({"broken": found})
    else:
        say(said.BROKEN.format(faults=in_lines(found)) if found else said.WHOLE)
    return exits.NO if found else exits.DONE


def user(
    *,
    name: Annotated[str, typer.Argument(metavar=words.NAME_VALUE, help=words.USER_NAME)],
    role: Annotated[str, typer.Argument(metavar=words.TEXT_VALUE, help=words.ROLE)],
    unit: Annotated[str, typer.Option("--unit", metavar=words.CODE_VALUE, help=words.UNIT_OF_USER)] = "",
    home: Home = None,
) -> int:
    """Let somebody come in, or give him a new password."""
    from fengqiao.answers import say
    from fengqiao.complaint import WrongUse
    from fengqiao.home import standing

    office = standing(home)
    full = next((known.name for known in office.catalog.units.named(unit)), unit)
    made = asked(office, "user", name, role, *([full] if full else []))
    if not made.get("password"):
        raise WrongUse(said.NO_ROLE.format(role=role, unit=unit), "fengqiao dashboards user")
    say(said.USER.format(**made))
    return exits.DONE


def asked(office: "Office", *task: str) -> "Provisioned":
    """What came of a task of Superset's own process. No when Superset is not installed, or would not."""
    (came,) = asked_all(office, task)
    return came


def asked_all(office: "Office", *tasks: tuple[str, ...]) -> "list[Provisioned]":
    """What came of each of several tasks. No when Superset is not installed, or would not."""
    from fengqiao.complaint import No
    from orchestration.superset import Broken, is_installed, provision_all

    if not is_installed():
        raise No(said.NOT_INSTALLED)
    try:
        return provision_all(office.settings, *tasks)
    except Broken as error:
        raise No(said.WOULD_NOT.format(log=error.log)) from error


def in_lines(names: list[str]) -> str:
    """Names, one a line; a dash when there are none."""
    return "".join(f"\n  {name}" for name in names) or said.NONE


COMMANDS = (
    Entry("import", bring_in, help_words.DASHBOARDS_IMPORT),
    Entry("export", bring_back, help_words.DASHBOARDS_EXPORT),
    Entry("check", check, help_words.DASHBOARDS_CHECK),
    Entry("user", user, help_words.DASHBOARDS_USER),
)
