"""Bring the files of this folder into Superset, or what stands in Superset back into the files. A process of Superset's own environment.

Usage: python -m superset_config.provision TASK [-- TASK …]   (by way of `fengqiao serve` and `fengqiao dashboards`)
Tasks: start | import | export | user NAME ROLE [UNIT]
Answers each task with one line of JSON on standard output; what Superset itself has to say goes to standard error.
"""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from itertools import groupby

BETWEEN = "--"  # two tasks: Superset takes ten seconds to stand, whatever it is then asked


def main(arguments: list[str]) -> int:
    """Do what is asked, in an application context; 0 when it was done."""
    with redirect_stdout(sys.stderr):
        answered = [json.dumps(answer, ensure_ascii=False) for answer in answers(arguments)]
    sys.stdout.write("".join(f"{line}\n" for line in answered))
    return 0


def answers(arguments: list[str]) -> Iterator[object]:
    """What came of each task, one after the other."""
    from superset.app import create_app

    from superset_config.provisioning import database

    tasks = [list(words) for between, words in groupby(arguments, BETWEEN.__eq__) if not between]
    starts = tasks[0] == ["start"]
    if starts:
        database.begin()
    with create_app().app_context():
        if starts:
            database.upgrade()
        from superset_config.provisioning import access, objects  # they ask for tables as they are loaded

        doing: dict[str, Callable[..., object]] = {"start": start, "import": objects.bring_in, "export": objects.bring_back, "user": access.user}
        for name, *words in tasks:
            yield doing[name](*words)


def start() -> dict[str, object]:
    """All that stands before the server does: permissions, roles, objects, rules, and on the very first start somebody who may come in."""
    from superset_config.provisioning import access, database, objects

    database.permissions()
    first = access.first_user()
    return {"first": first} | objects.bring_in(only_if_changed=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
