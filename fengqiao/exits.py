"""The exit codes that a script can rely on."""

from typing import Final

DONE: Final = 0
NO: Final = 1  # the answer is no: nothing published, a difference, a file that would go back
WRONG_USE: Final = 2
FAULT: Final = 3  # a fault of the system, with an incident id
BUSY: Final = 4  # another run holds the writer
STOPPED: Final = 130  # Ctrl-C, as shells write it (128 + SIGINT)
