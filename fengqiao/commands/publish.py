"""`fengqiao publish`: which versions there are, and which one everybody sees."""

from typing import TYPE_CHECKING, Annotated

import typer

from fengqiao import exits
from fengqiao.entry import Entry
from fengqiao.messages import help as help_words
from fengqiao.messages import options as words
from fengqiao.messages import publish as said
from fengqiao.options import Home, Json

if TYPE_CHECKING:
    from warehouse.versions import Version


def listed(*, home: Home = None, json: Json = False) -> int:
    """List the published versions, oldest first."""
    from fengqiao.answers import print_json, print_table
    from fengqiao.home import standing
    from warehouse.versions import listing

    found = listing(standing(home).folder)
    if json:
        print_json([shape(version) for version in found])
    else:
        print_table(said.HEADERS, [line(version) for version in found])
    return exits.DONE


def shape(version: "Version") -> dict[str, object]:
    """A version as JSON."""
    return version.published.model_dump(mode="json", exclude={"kind"}) | {"current": version.is_current, "there": version.is_there}


def line(version: "Version") -> list[object]:
    """A version as people read it."""
    published = version.published
    mark = said.CURRENT if version.is_current else "" if version.is_there else said.GONE
    return [mark, published.version, published.as_of, len(published.tables), published.withheld]


def rollback(
    *,
    version: Annotated[str, typer.Argument(metavar=words.VERSION_VALUE, help=words.VERSION_OF)],
    home: Home = None,
    json: Json = False,
) -> int:
    """Show an earlier version until the next delivery."""
    from fengqiao.complaint import WrongUse
    from fengqiao.home import standing
    from warehouse.publish import rollback as point_back
    from warehouse.versions import listing

    office = standing(home)
    begun = [known.published.version for known in listing(office.folder) if known.published.version.startswith(version) and known.published.as_of is None]
    if len(set(begun)) != 1:
        raise WrongUse((said.SEVERAL if begun else said.UNKNOWN).format(version=version), "fengqiao publish list")
    point_back(office.folder, begun[0])
    return shows(begun[0], json=json)


def latest(*, home: Home = None, json: Json = False) -> int:
    """Show the newest version again."""
    from fengqiao.complaint import No
    from fengqiao.home import standing
    from fengqiao.messages import published
    from warehouse.publish import latest as newest

    shown = newest(standing(home).folder)
    if shown is None:
        raise No(published.NOTHING)
    return shows(shown.version, json=json)


def shows(version: str, *, json: bool) -> int:
    """Say which version everybody sees now."""
    from fengqiao.answers import print_json, say

    if json:
        print_json({"version": version})
    else:
        say(said.SHOWS.format(version=version))
    return exits.DONE


COMMANDS = (
    Entry("list", listed, help_words.PUBLISH_LIST),
    Entry("rollback", rollback, help_words.PUBLISH_ROLLBACK),
    Entry("latest", latest, help_words.PUBLISH_LATEST),
)
