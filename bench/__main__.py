"""Every benchmark, or those named: `python -m bench reading marking`. Ends with 1 when a ratio is over its budget."""

import sys
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.pairs import Pair, measured

ALL = ("reading", "marking")


def main(names: list[str]) -> int:
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
