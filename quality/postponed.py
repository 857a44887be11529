"""Libraries that Great Expectations imports for what we never ask of it (drawings, distributions): loaded only if something touches them.

They take a third of the seconds that each run waits for Great Expectations.
"""

import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, PathFinder
from importlib.util import LazyLoader
from types import ModuleType

POSTPONED = frozenset({"altair", "scipy", "scipy.stats"})


class Postponing(PathFinder):
    """Finds the libraries above, and has them loaded at the first touch."""

    @classmethod
    def find_spec(cls, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None) -> ModuleSpec | None:
        """Where a library of the list is; None for all others, which are looked for as ever."""
        found = super().find_spec(fullname, path, target) if fullname in POSTPONED else None
        if found and found.loader:
            found.loader = LazyLoader(found.loader)
        return found


def postpone() -> None:
    """Have this process load them late. Called before Great Expectations is imported."""
    if Postponing not in sys.meta_path:
        sys.meta_path.insert(0, Postponing)
