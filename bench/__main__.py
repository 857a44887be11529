"""Every benchmark, or those named: `python -m bench reading marking`. Ends with 1 when a ratio is over its budget.

One that prints a table of its own takes what stands behind its name: `python -m bench city --scale 0.1`.
"""

import sys
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.pairs import Pair, measured

ALL = ("reading", "marking")
WITH_TABLES = ("city", "landing")


def main(arguments: list[str]) -> int:
    """Measure and print; what the benchmark that is named first decides, where it prints a table of its own."""
    if arguments and arguments[0] in WITH_TABLES:
        return int(import_module(f"bench.{arguments[0]}").table(arguments[1:]))
    return in_pairs(arguments)


def in_pairs(names: list[str]) -> int:
    """Measure and print, one line per pair as it is known."""
    held = True
    print(f"{'what':<58} {'ours':>8} {'theirs':>8} {'ratio':>7} {'budget':>7}")
    with TemporaryDirectory() as folder:
        for name in names or ALL:
            pairs: list[Pair] = import_module(f"bench.{name}").pairs(Path(folder))
            for pair in pairs:
                found = measured(pair)
                held = held and found.is_within
                print(
                    f"{pair.what:<58} {found.ours:7.2f}s {found.theirs:7.2f}s {found.ratio:7.3f} {pair.budget:7.3f}{'' if found.is_within else '  over'}",
                    flush=True,
                )
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
