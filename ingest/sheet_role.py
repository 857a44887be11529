"""What a sheet is besides a list: instructions, codes to choose from, a form of labels and figures, nothing at all."""

from collections.abc import Iterable

from ingest.cells import Value
from ingest.header import whole
from ingest.lines import Grid, Line
from ingest.table import Role, Table
from ingest.vocabulary import Vocabulary

CODE_LIST_COLUMNS = 3  # code, word, remark
CODE_LENGTH = 6  # characters of a code
PAIRS = 2  # labels with a figure beside them that one row of a form has at least
FORM_SHARE = 0.5  # of the rows of several cells that have such a label
MEASURED_SHARE = 0.8  # of the rows' last labels that name something counted
REPEATED = 2  # times that each of them stands on average


def role_without_table(grid: Grid, words: Vocabulary) -> Role | None:
    """The role of a sheet on which no table need be looked for; None when one may stand there."""
    lines = [line for line in grid.lines if line.cells]
    if not lines:
        return "empty"
    width = max(len(line.cells) for line in lines)
    if width == 1 and (words.names_instructions(grid.sheet.name) or any(words.names_instructions(line.text) for line in lines[:1])):
        return "instructions"
    if words.names_instructions(grid.sheet.name) and not has_figures(lines):
        return "instructions"
    if width <= CODE_LIST_COLUMNS and (words.names_code_list(grid.sheet.name) or (grid.sheet.hidden and are_codes(lines))):
        return "code_list"
    return None


def has_figures(lines: Iterable[Line]) -> bool:
    """Whether any row holds more than one number: instructions number their sentences at most."""
    return any(sum(is_figure(value) for value in line.cells.values()) > 1 for line in lines)


def are_codes(lines: Iterable[Line]) -> bool:
    """Whether every row begins with a short sign: the first columns of a list to choose from."""
    return all(whole(line.first) is not None or len(str(line.first).strip()) <= CODE_LENGTH for line in lines)


def role_without_header(grid: Grid) -> Role:
    """The role of a sheet with words or figures and no header: a form whose labels stand beside their figures, or something else."""
    counts = [pairs(line) for line in grid.lines if len(line.cells) > 1]
    is_form = max(counts, default=0) >= PAIRS and sum(map(bool, counts)) >= FORM_SHARE * len(counts)
    return "crosstab" if is_form else "other"


def pairs(line: Line) -> int:
    """How many labels of a row have a figure to their right."""
    return sum(isinstance(value, str) and is_figure(line.cells.get(column + 1)) for column, value in line.cells.items())


def is_figure(value: Value) -> bool:
    """Whether a cell holds a number."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def is_crosstab(table: Table, words: Vocabulary) -> bool:
    """Whether the rows of a table are measures (found, handled, rate …), repeated under labels nested one in the other, and all beside them figures."""
    labels = leading_labels(table)
    if len(labels) < 2 or not table.records:  # noqa: PLR2004 - what is counted, and of what
        return False
    measures = [record.values[labels[-1]] for record in table.records]
    named = sum(map(words.is_measure, measures))
    return named >= MEASURED_SHARE * len(measures) and len(set(measures)) * REPEATED <= len(measures)


def leading_labels(table: Table) -> list[int]:
    """The columns at the beginning that hold words only, where those behind them hold none."""
    labels: list[int] = []
    for header in table.headers:
        values = [value for record in table.records if (value := record.values[header.column]) is not None]
        if any(map(is_figure, values)) or not values:
            break
        labels.append(header.column)
    return labels
