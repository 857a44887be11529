"""Great Expectations with our use of it, loaded the quick way: by the process that the judge is forked from, else by the judge."""

from quality.postponed import postpone

postpone()

from quality.validation import Grids  # noqa: E402 – after the line above, which is the quick way

__all__ = ["Grids"]
