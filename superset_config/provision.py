"""Bring the files of this folder into Superset, or what stands in Superset back into the files. A process of Superset's own environment.

Usage: python -m superset_config.provision start|import|export|user …   (by way of `fengqiao serve` and `fengqiao dashboards`)
Answers with one line of JSON on standard output; what Superset itself has to say goes to standard error.
"""

import json
import sys
from collections.abc import Callable
from contextlib import redirect_stdout

from superset.app import create_app


def main(arguments: list[str]) -> int:
    """Do what is asked, in an application context; 0 when it was done."""
    with redirect_stdout(sys.stderr):
        from superset_config.provisioning import database

        with create_app().app_context():
            if arguments[0] == "start":
                database.upgrade()
            from superset_config.provisioning import access, objects  # they ask for tables as they are loaded

            tasks: dict[str, Callable[..., object]] = {"start": start, "import": objects.bring_in, "export": objects.bring_back, "user": access.user}
            answered = tasks[arguments[0]](*arguments[1:])
    sys.stdout.write(json.dumps(answered, ensure_ascii=False) + "\n")
    return 0


def start() -> dict[str, object]:
    """All that stands before the server does: permissions, roles, objects, rules, and on the very first start somebody who may come in."""
    from superset_config.provisioning import access, database, objects

    database.permissions()
    first = access.first_user()
    return {"first": first} | objects.bring_in(only_if_changed=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
