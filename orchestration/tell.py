"""How a run says how far it is, to whoever watches it."""

from collections.abc import Callable

Tell = Callable[[str, int, int], None]  # the step, how much of it is done, of how much (0: not known)


def silence(_step: str, _done: int, _of: int) -> None:
    """Nobody watches."""
