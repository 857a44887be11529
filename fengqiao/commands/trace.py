"""Not here yet."""

from fengqiao import exits


def trace() -> int:
    """."""
    return exits.DONE
