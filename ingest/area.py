"""How far a sheet reaches, and whether that can be held: grids are laid out densely, from A1 to the farthest cell."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.cells import Merged, Value
from ingest.limits import Limits
from ingest.unreadable import UnreadableError


@dataclass(frozen=True)
class Extent:
    """How far the cells of a sheet reach from A1."""

    rows: int
    columns: int

    @property
    def area(self) -> int:
        """The cells of the rectangle."""
        return self.rows * self.columns


def are_within(sheets: Sequence[Extent], limits: Limits) -> bool:
    """Whether sheets that reach so far can be held."""
    return sum(sheet.area for sheet in sheets) <= limits.cells and all(sheet.rows <= limits.rows for sheet in sheets)


def merged_inside(merged: Iterable[Merged], rows: Sequence[Sequence[Value]], limits: Limits) -> tuple[Merged, ...]:
    """The merged ranges as far as they lie in the grid. UnreadableError: `bomb` when they lie in many layers upon each other."""
    height, width = len(rows), len(rows[0]) if rows else 0
    inside = tuple(
        Merged(one.first_row, one.first_column, min(one.last_row, height), min(one.last_column, width))
        for one in merged
        if one.first_row <= height and one.first_column <= width
    )
    covered = sum((one.last_row - one.first_row + 1) * (one.last_column - one.first_column + 1) for one in inside)
    if covered > limits.cells:
        raise UnreadableError("bomb", kind="area")
    return inside
