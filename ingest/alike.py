"""Problems of one kind in one column, put together: two hundred times the same mistake is one thing to do. What weighs most comes first."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from catalog.severity import Severity
from ingest.checked import CheckedFile, CheckedTable, Problem
from ingest.verdict import RETURNING

WEIGHT: dict[Severity, int] = {"block": 0, "explain": 1, "hint": 2}


@dataclass(frozen=True)
class Alike:
    """Problems of one kind in one column, with the column's header as the office wrote it."""

    header: str
    problems: tuple[Problem, ...]

    @property
    def first(self) -> Problem:
        """The one that speaks for all."""
        return self.problems[0]

    @property
    def cells(self) -> list[str]:
        """The addresses of those that stand at a cell."""
        return [problem.cell for problem in self.problems if problem.cell]

    def only(self, wanted: Callable[[Problem], bool]) -> "Alike | None":
        """Those of them that are wanted; None where none is."""
        some = tuple(filter(wanted, self.problems))
        return replace(self, problems=some) if some else None


def by_influence(checked: CheckedFile) -> list[Alike]:
    """The problems of a file, those of one kind together.

    First what sends a return back, then what does not count, what must be explained, hints; among equals the more frequent.
    """
    return sorted(alike(checked), key=lambda kind: (kind.first.code not in RETURNING, WEIGHT[kind.first.severity], -len(kind.problems)))


def alike(checked: CheckedFile) -> Iterator[Alike]:
    """The file's problems, those of one kind and one column together."""
    tables: list[tuple[CheckedTable | None, Iterable[Problem]]] = [(None, checked.problems), *((table, table.problems) for table in checked.tables)]
    for table, problems in tables:
        kinds: dict[tuple[str, str | None, str | None, str, str], list[Problem]] = {}
        for problem in problems:
            kinds.setdefault((problem.code, problem.sheet, problem.field, problem.should_be, problem.remedy), []).append(problem)
        for (_, _, field, _, _), found in kinds.items():
            yield Alike(header(table, field), tuple(found))


def header(table: CheckedTable | None, field: str | None) -> str:
    """The header of a declared column as the office wrote it; empty where the table has none."""
    return next((column.header for column in table.columns if field in column.fields), "") if table else ""
