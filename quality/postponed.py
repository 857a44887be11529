"""Libraries that Great Expectations imports for what we never ask of it (drawings, distributions): loaded only if something uses them.

They take a third of the seconds that each run waits for Great Expectations.
"""

import sys
from collections.abc import Sequence
from importlib.abc import Loader
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType

POSTPONED = frozenset({"altair", "scipy", "scipy.stats"})


class Postponed(ModuleType):
    """A library that is loaded when one of its own names is asked for. `__file__` and the like are known before: whoever walks all modules asks for those."""

    def __getattr__(self, name: str) -> object:
        """Called for what is not there yet."""
        if name.startswith("__"):
            raise AttributeError(name)
        self.__class__ = ModuleType  # type: ignore[assignment]  # it is an ordinary one from here on
        own: ModuleSpec | None = self.__spec__
        if own and isinstance(own.loader, LateLoader):
            own.loader.real.exec_module(self)
        return getattr(self, name)


class LateLoader(Loader):
    """Makes the module and leaves it empty."""

    def __init__(self, real: Loader) -> None:
        self.real = real

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """What stands for the library."""
        return Postponed(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Later."""


class Postponing(PathFinder):
    """Finds the libraries above, and has them loaded at the first use."""

    @classmethod
    def find_spec(cls, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None) -> ModuleSpec | None:
        """Where a library of the list is; None for all others, which are looked for as ever."""
        found = super().find_spec(fullname, path, target) if fullname in POSTPONED else None
        if found and found.loader:
            found.loader = LateLoader(found.loader)
        return found


def postpone() -> None:
    """Have this process load them late. Called before Great Expectations is imported."""
    if Postponing not in sys.meta_path:
        sys.meta_path.insert(0, Postponing)
