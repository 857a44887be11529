"""`fengqiao render`: what follows from the declarations."""

from typing import Annotated

import typer

from fengqiao import exits
from fengqiao.messages import options as words
from fengqiao.options import Json


def render(*, check: Annotated[bool, typer.Option("--check", help=words.CHECK_ONLY)] = False, json: Json = False) -> int:
    """Render, or say what is stale."""
    from catalog.render import render as write
    from catalog.render import stale
    from fengqiao.answers import print_json, say
    from fengqiao.messages import render as said
    from warehouse.settings import ROOT

    files = [str(path) for path in stale(ROOT)]
    if not check:
        write(ROOT)
    if json:
        print_json({"stale" if check else "rendered": files})
    elif not files:
        say(said.FRESH)
    else:
        say((said.STALE if check else said.RENDERED).format(count=len(files), files="\n  ".join(files)))
    return exits.NO if check and files else exits.DONE
