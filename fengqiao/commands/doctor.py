"""`fengqiao doctor`: self-diagnosis, green or the remedy."""

from dataclasses import asdict

from fengqiao import exits
from fengqiao.options import Home, Json


def doctor(*, home: Home = None, json: Json = False) -> int:
    """Look at the machine and the data folder."""
    from rich.text import Text

    from fengqiao import clock
    from fengqiao.answers import print_json, print_table
    from fengqiao.health import looks
    from fengqiao.home import opened
    from fengqiao.messages import doctor as said

    found = list(looks(opened(home).folder, clock.now()))
    if json:
        print_json({"ok": all(look.ok for look in found), "looks": [asdict(look) for look in found]})
    else:
        marks = {True: Text(said.OK, style="green"), False: Text(said.NOT_OK, style="bold red")}
        print_table(said.HEADERS, [[look.name, marks[look.ok], look.found, look.remedy] for look in found])
    return exits.DONE if all(look.ok for look in found) else exits.NO
