"""How high the rows of a sheet are, so that what stands in them can be read in print."""

from collections import defaultdict
from math import ceil

from synthetic.offices.sheet import Sheet, extent, shown

LINE, LEAST, HIGHEST = 15.0, 18.0, 400.0  # points; a spreadsheet knows no row higher than 409
FILLED = 0.9  # of a column's width, where a text is broken into lines

Span = tuple[int, int, int, int]


def heights(sheet: Sheet) -> dict[int, float]:
    """The height of each row below the title: as many lines as its fullest cell takes. Cells over several rows fill these together."""
    spans = {(top, left): (top, left, bottom, right) for top, left, bottom, right in sheet.merges}
    lines: dict[int, int] = defaultdict(lambda: 1)
    tall: list[tuple[Span, int]] = []
    for row, cells in enumerate(sheet.rows[: sheet.last_body_row]):
        for column, cell in enumerate(cells):
            if cell is None or (row < sheet.title_rows and len(cells) == 1):
                continue
            span = spans.get((row, column), (row, column, row, column))
            taken = lines_of(shown(cell), sum(sheet.widths[span[1] : span[3] + 1]))
            if span[2] > row:
                tall.append((span, taken))
            else:
                lines[row] = max(lines[row], taken)
    for (top, _, bottom, _), taken in tall:
        lines[bottom] += max(0, taken - sum(lines[row] for row in range(top, bottom + 1)))
    first = next((row for row, cells in enumerate(sheet.rows) if len(cells) > 1), len(sheet.rows))
    return {row: min(HIGHEST, max(LEAST, lines[row] * LINE)) for row in range(first, sheet.last_body_row)}


def lines_of(text: str, width: int) -> int:
    """How many lines a text takes in a column."""
    return sum(1 if extent(line) <= width else ceil(extent(line) / max(1.0, width * FILLED)) for line in text.split("\n"))
