"""dbt: one model per rule that finds the records which break it, one that gathers them, and the two examples of each rule as a unit test."""

import json
from collections.abc import Iterator
from pathlib import Path

from catalog.catalog import Catalog
from catalog.render.rendered import Rendered, fill, header
from catalog.rule import OF, Rows, Rule

FOLDER = Path("dbt_project/models/results/violations")


def render(catalog: Catalog) -> Iterator[Rendered]:
    """`int_violation_<id>.sql` and `.yml` for each declared rule, and `fct_violation` over all of them."""
    for rule in catalog.rules.values():
        facts = {"header": header(f"rules/{rule.id}.yml"), "rule": rule, "example": example(rule), "offender": rule.breaks.rows[OF][0][rule.key]}
        for suffix in ("sql", "yml"):
            yield Rendered(FOLDER / f"int_violation_{rule.id}.{suffix}", fill(f"violation.{suffix}.jinja", **facts))
    for suffix in ("sql", "yml"):
        yield Rendered(FOLDER / f"fct_violation.{suffix}", fill(f"violations.{suffix}.jinja", header=header("rules"), rules=list(catalog.rules)))


def example(rule: Rule) -> dict[str, list[str]]:
    """The rows of both examples by the model they belong to, each as one line of YAML."""
    given: dict[str, list[str]] = {model: [] for model in rule.reads.values()}
    for rows in (rule.breaks.rows, rule.keeps.rows):
        for name, model in rule.reads.items():
            given[model] += as_lines(rows.get(name, ()))
    return given


def as_lines(rows: Rows) -> Iterator[str]:
    """Rows as flow mappings, which YAML and JSON write alike."""
    for row in rows:
        yield json.dumps(row, ensure_ascii=False, default=str)
