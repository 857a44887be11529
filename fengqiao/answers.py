"""What commands print: the answer on standard output, as JSON or for people; everything said on the way on standard error."""

import dataclasses
import json
import sys
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import typer

from catalog.formula import SIGNS

if TYPE_CHECKING:
    from rich.console import Console

WIDE = 1000  # a pipe has no width: tables are as wide as they are


def say(sentence: str) -> None:
    """Tell the person; a script that reads the answer does not see it."""
    typer.echo(sentence, err=True)


def print_json(answer: object) -> None:
    """One JSON document, alone on standard output."""
    json.dump(answer, sys.stdout, ensure_ascii=False, indent=2, default=plain)
    sys.stdout.write("\n")


def plain(value: object) -> object:
    """A value of ours as JSON knows it."""
    match value:
        case date() | datetime():
            return value.isoformat()
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case bytes():
            return value.hex()
        case frozenset() | set():
            return sorted(value)
        case _ if dataclasses.is_dataclass(value) and not isinstance(value, type):
            return dataclasses.asdict(value)
        case _:
            return str(value)


def print_table(headers: Sequence[str], rows: Iterable[Sequence[object]], title: str = "") -> None:
    """A table for people: in colours and folded to the width on a terminal, plain and whole in a pipe."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, title=title or None, title_justify="left", pad_edge=False)
    for header in headers:
        table.add_column(header, overflow="fold")
    for row in rows:
        table.add_row(*(value if isinstance(value, Text) else shown(value) for value in row))
    console().print(table)


def console() -> "Console":
    """Standard output as rich sees it; it obeys NO_COLOR, and a pipe gets no colour."""
    from rich.console import Console

    return Console(highlight=False, markup=False, width=None if sys.stdout.isatty() else WIDE)


def shown(value: object) -> str:
    """A value in a cell: nothing for what is not there."""
    match value:
        case None:
            return ""
        case bool():
            return "✓" if value else "✗"
        case list() | tuple():
            return "、".join(map(shown, value))
        case _:
            return str(value)


def print_csv(headers: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Rows as CSV. A cell that a spreadsheet would take for a formula gets a quote in front."""
    import csv

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(headers)
    writer.writerows([harmless(shown(value)) for value in row] for row in rows)


def harmless(text: str) -> str:
    """A text that no spreadsheet evaluates; numbers stay numbers."""
    is_number = text.lstrip("+-").replace(".", "", 1).isdigit()
    return f"'{text}" if text.startswith(SIGNS) and not is_number else text


def print_markdown(headers: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Rows as a Markdown table."""
    typer.echo(f"| {' | '.join(headers)} |\n|{' --- |' * len(headers)}")
    for row in rows:
        cells = [shown(value).replace("|", r"\|") for value in row]
        typer.echo(f"| {' | '.join(cells)} |")


def print_text(text: str) -> None:
    """Lines of an answer for people."""
    typer.echo(text)
