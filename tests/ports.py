"""A port for a server of a test."""

import socket

from orchestration.page import LOOPBACK


def free_port() -> int:
    """One that nobody listens on."""
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])
