"""Libraries that Great Expectations imports and never uses for us."""

import subprocess
import sys

TOUCHED = """
import sys
from quality.postponed import postpone
postpone()
from scipy import stats
assert hasattr(stats, "__file__") and not hasattr(stats, "__wrapped__")  # what those ask who walk through all modules
print("scipy.stats._stats_py" in sys.modules, stats.norm.cdf(0), "scipy.stats._stats_py" in sys.modules)
"""


def test_what_is_not_touched_is_not_loaded() -> None:
    """An import alone loads nothing; the first touch does, and then all of it works."""
    said = subprocess.run([sys.executable, "-c", TOUCHED], capture_output=True, text=True, check=True).stdout

    assert said.split() == ["False", "0.5", "True"]
