"""`fengqiao verify`: whether everything kept is as it was written."""

from typing import Annotated

import typer

from fengqiao import exits
from fengqiao.messages import options as words
from fengqiao.options import Home, Json


def verify(*, full: Annotated[bool, typer.Option("--full", help=words.FULL)] = False, home: Home = None, json: Json = False) -> int:
    """Walk through journal, archive, readings and published files."""
    from fengqiao.answers import print_json, say
    from fengqiao.home import standing
    from fengqiao.messages import verify as said
    from warehouse.verify import verify as walk

    faults = walk(standing(home).folder, full=full)
    if json:
        print_json({"faults": [{"what": fault.what, "place": fault.place} for fault in faults]})
    else:
        for fault in faults:
            say(f"{fault.place}: {said.WHAT[fault.what]}")
        say(said.FAULTS.format(count=len(faults)) if faults else said.WHOLE)
    return exits.NO if faults else exits.DONE
