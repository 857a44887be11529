"""`fengqiao serve`: the dashboards, Dagster's page and its daemon, until stopped."""

import signal
from typing import Annotated, NoReturn

import typer

from fengqiao import exits
from fengqiao.messages import options as words
from fengqiao.options import Home


def serve(
    *,
    port: Annotated[int | None, typer.Option("--port", metavar=words.NUMBER_VALUE, help=words.PORT)] = None,
    superset_port: Annotated[int | None, typer.Option("--dashboards-port", metavar=words.NUMBER_VALUE, help=words.SUPERSET_PORT)] = None,
    home: Home = None,
) -> int:
    """Serve the pages on loopback and let the daemon watch the inbox; Ctrl-C stops all."""
    from fengqiao.answers import say
    from fengqiao.home import standing
    from fengqiao.messages import serve as said
    from orchestration.page import Ended, PortTaken, serving

    settings = standing(home).settings
    signal.signal(signal.SIGTERM, interrupt)  # a service manager says it so
    say(said.STARTING)
    try:
        ports = {"port": port or settings.port, "superset_port": superset_port or settings.superset_port}
        with serving(settings.model_copy(update=ports)) as service:
            if service.first:
                say(said.FIRST_USER.format(**service.first))
            say(said.DASHBOARDS.format(address=service.dashboards) if service.dashboards else said.NO_DASHBOARDS)
            say(said.STANDS.format(address=service.address))
            service.wait()
    except PortTaken as error:
        say(said.TAKEN.format(port=error.port))
        return exits.NO
    except Ended as error:
        say(said.ENDED.format(log=error.log))
        return exits.FAULT
    except KeyboardInterrupt:
        say(said.STOPPED)
    return exits.DONE


def interrupt(_signal: int, _frame: object) -> NoReturn:
    """Stop as Ctrl-C does."""
    raise KeyboardInterrupt
