"""A rendered file, and how templates are filled: with delimiters of their own, for dbt's `{{ }}` stand in the text that comes out."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

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
TEMPLATES.filters |= {"quoted": quoted, "listed": listed, "one_line": one_line}


def fill(template: str, **facts: object) -> str:
    """The text of a template, filled with facts; a fact that it names and nobody gives is an error."""
    return TEMPLATES.get_template(template).render(**facts)
