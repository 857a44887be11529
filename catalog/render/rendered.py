"""A rendered file, and how templates are filled: with delimiters of their own, for dbt's `{{ }}` stand in the text that comes out."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from catalog.landing import LandedColumn

WARNING = "by `fengqiao render`. Edit the declaration, not this file."


@dataclass(frozen=True)
class Rendered:
    """A file that follows from the catalog: its place below the repository's root, and its whole text."""

    path: Path
    text: str


def header(source: str) -> str:
    """The words that stand at the top of a rendered file; `source` is the declaration below `catalog/`."""
    return f"Rendered from catalog/{source} {WARNING}"


def quoted(text: str) -> str:
    """A text as a quoted scalar, the same in YAML and in JSON."""
    return json.dumps(text, ensure_ascii=False)


def listed(names: Iterable[str]) -> str:
    """Names as a list in YAML."""
    return f"[{', '.join(names)}]"


def sql_type(landed: str) -> str:
    """The type of a landed column in a contract: DuckDB and Spark both know `string`; a list must be quoted in YAML."""
    return quoted(landed.lower()) if landed.endswith("[]") else {"VARCHAR": "string"}.get(landed, landed.lower())


def typed(column: LandedColumn) -> str:
    """SQL that reads a landed column as its type. Lists stay as they landed: the two engines write their types differently."""
    return column.name if column.type.endswith("[]") else f"cast({column.name} as {sql_type(column.type)}) as {column.name}"


def named_values(columns: Iterable[str]) -> str:
    """SQL: columns with their values as one text, `name=value; …`; what is absent stands as nothing."""
    return " || '; ' || ".join(f"'{name}=' || coalesce(cast({name} as string), '')" for name in columns).replace("'; ' || '", "'; ") or "''"


def one_line(text: str) -> str:
    """A text without line breaks: one that came from a declaration cannot leave the comment it is put in."""
    return " ".join(text.split())


TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent),
    variable_start_string="[[",
    variable_end_string="]]",
    block_start_string="[%",
    block_end_string="%]",
    comment_start_string="[#",
    comment_end_string="#]",
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
    undefined=StrictUndefined,
    autoescape=False,  # noqa: S701  # SQL and YAML come out, no HTML
)
TEMPLATES.filters |= {"quoted": quoted, "listed": listed, "named_values": named_values, "one_line": one_line, "sql_type": sql_type, "typed": typed}


def fill(template: str, **facts: object) -> str:
    """The text of a template, filled with facts; a fact that it names and nobody gives is an error."""
    return TEMPLATES.get_template(template).render(**facts)
