"""Why a file cannot be read, raised where it is seen and answered as a refusal where the file was opened."""

from ingest.cells import Refused


class UnreadableError(Exception):
    """A file that must be refused; carries the code of `catalog/problems.yml` and the facts of its sentence."""

    def __init__(self, code: str, **facts: str) -> None:
        self.refused = Refused(code, facts)
        super().__init__(code)


def too_large(kind: str, size: int, limit: int) -> UnreadableError:
    """More bytes, sheets or cells than are read; the sentence names both numbers."""
    return UnreadableError("too_large", kind=kind, size=str(size), limit=str(limit))
