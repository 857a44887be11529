"""`fengqiao serve`: Dagster's page and its daemon, until stopped."""

import signal
from typing import Annotated, NoReturn

import typer

from fengqiao import exits
from fengqiao.messages import options as words
from fengqiao.options import Home


def serve(port: Annotated[int | None, typer.Option("--port", metavar=words.NUMBER_VALUE, help=words.PORT)] = None, home: Home = None) -> int:
    """Serve the page on loopback and let the daemon watch the inbox; Ctrl-C stops both."""
    from fengqiao.answers import say
    from fengqiao.home import standing
    from fengqiao.messages import serve as said
    from orchestration.page import Ended, PortTaken, serving

    settings = standing(home).settings
    signal.signal(signal.SIGTERM, interrupt)  # a service manager says it so
    say(said.STARTING)
    try:
        with serving(settings.model_copy(update={"port": port or settings.port})) as service:
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
