"""A sheet row by row: what stands in a row's own cells, and how its cells hang together with those around them."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from ingest.cells import Merged, Sheet, Value


@dataclass(frozen=True)
class Line:
    """One row. `cells` are its own filled cells by column: blanks of any width are empty, covered cells of a merged range belong to its first one."""

    row: int
    cells: dict[int, Value]  # None: a formula whose result was never stored

    @property
    def text(self) -> str:
        """Everything that stands in the row, as one text."""
        return " ".join(str(value).strip() for value in self.cells.values() if value is not None)

    @property
    def first(self) -> Value:
        """The first filled cell."""
        return next(iter(self.cells.values()), None)


@dataclass(frozen=True)
class Grid:
    """A sheet and its lines; `lines[row - 1]` is the line of a row."""

    sheet: Sheet

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """All rows, down to the last that holds anything."""
        covered, extra = self.covered, self.valueless
        lines = [Line(row, own(values, covered.get(row, ()), extra.get(row, {}))) for row, values in enumerate(self.sheet.rows, 1)]
        while lines and not lines[-1].cells:
            lines.pop()
        return tuple(lines)

    @cached_property
    def covered(self) -> dict[int, set[int]]:
        """The columns of each row that belong to a merged range without being its first cell."""
        covered: dict[int, set[int]] = {}
        for place, anchor in self.sheet.merged_from.items():
            if place != anchor:
                covered.setdefault(place[0], set()).add(place[1])
        return covered

    @cached_property
    def valueless(self) -> dict[int, dict[int, Value]]:
        """The cells of each row that are filled and have no value: formulas without a result, error values."""
        found: dict[int, dict[int, Value]] = {}
        for row, column in self.sheet.unvalued_formulas:
            found.setdefault(row, {})[column] = None
        for (row, column), error in self.sheet.errors.items():
            found.setdefault(row, {})[column] = error
        return found

    @cached_property
    def _merged_by_row(self) -> dict[int, list[Merged]]:
        merged: dict[int, list[Merged]] = {}
        for one in self.sheet.merged:
            merged.setdefault(one.first_row, []).append(one)
        return merged

    def merged_at(self, row: int) -> list[Merged]:
        """The merged ranges that begin in a row."""
        return self._merged_by_row.get(row, [])

    def line(self, row: int) -> Line:
        """The line of a row; an empty one below the last."""
        return self.lines[row - 1] if row <= len(self.lines) else Line(row, {})

    def anchor(self, row: int, column: int) -> tuple[int, int]:
        """The cell whose value a cell shows."""
        return self.sheet.merged_from.get((row, column), (row, column))

    def label(self, row: int, column: int) -> str:
        """The text a cell shows, without white space; empty when it shows none."""
        value = self.sheet.shown(row, column)
        return "".join(value.split()) if isinstance(value, str) else ""

    def width_of(self, row: int, column: int) -> int:
        """How many columns a cell takes up."""
        return next((one.last_column - one.first_column + 1 for one in self.merged_at(row) if one.first_column == column), 1)


def own(values: tuple[Value, ...], covered: Iterable[int], valueless: dict[int, Value]) -> dict[int, Value]:
    """The filled cells of a row's own, by column."""
    cells: dict[int, Value] = {
        column: value for column, value in enumerate(values, 1) if not (value is None or (isinstance(value, str) and (not value or value.isspace())))
    }
    for column in covered:
        cells.pop(column, None)
    return dict(sorted((cells | valueless).items())) if valueless else cells
