"""The tables that are published, as dbt describes them: one `.yml` beside each model and seed, and what a model's SQL reads."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml
from pydantic import BaseModel, Field

from catalog.render.rendered import WARNING, Rendered

PROJECT = Path("dbt_project")
READS = re.compile(r"\bref\('(\w+)'\)|\bsource\('\w+', '(\w+)'\)|\blive\('(\w+)'\)")


class Column(BaseModel):
    """A column as dbt describes it."""

    name: str
    data_type: str = ""
    description: str


class RowPer(BaseModel):
    """The columns that tell the rows of a table apart."""

    columns: tuple[str, ...] = ()


class Described(BaseModel):
    """A model or seed as dbt describes it. dbt is told more than is asked of it here."""

    name: str
    description: str
    columns: tuple[Column, ...]
    config: dict[str, object] = {}
    data_tests: tuple[dict[str, dict[str, object]] | str, ...] = ()

    @property
    def key(self) -> tuple[str, ...]:
        """What tells its rows apart."""
        for test in self.data_tests:
            if isinstance(test, dict) and "one_row_per" in test:
                return RowPer.model_validate(test["one_row_per"]["arguments"]).columns
        return ()


class DescribedFile(BaseModel):
    """A `.yml` of the project."""

    models: tuple[Described, ...] = ()
    seeds: tuple[Described, ...] = Field(())


@dataclass(frozen=True)
class Table:
    """One published table: what dbt says of it, where it is written, whether by hand, and the tables that it reads."""

    described: Described
    file: Path
    is_by_hand: bool
    reads: tuple[str, ...]

    @property
    def name(self) -> str:
        """Its name."""
        return self.described.name


def tables(root: Path, rendered: Iterable[Rendered]) -> dict[str, Table]:
    """Every published table by name: those that are rendered as they are rendered now, those written by hand as they stand below `root`."""
    texts = {path.relative_to(root): path.read_text(encoding="utf-8") for path in by_hand(root)}
    texts |= {file.path: file.text for file in rendered if file.path.is_relative_to(PROJECT)}
    found = [table for path in texts if path.suffix == ".yml" for table in described_in(path, texts)]
    return {table.name: table for table in sorted(found, key=lambda table: table.name)}


def by_hand(root: Path) -> Iterator[Path]:
    """The models that are written by hand, and their descriptions."""
    for path in sorted((root / PROJECT / "models").rglob("*")):
        if path.suffix in (".sql", ".yml") and WARNING not in path.read_text(encoding="utf-8").partition("\n")[0]:
            yield path


def described_in(path: Path, texts: dict[Path, str]) -> Iterator[Table]:
    """The tables that one `.yml` describes."""
    text = texts[path]
    file = DescribedFile.model_validate(yaml.load(text, yaml.CSafeLoader))
    for described in (*file.models, *file.seeds):
        sql = path.with_suffix(".sql")
        reads = {name for found in READS.findall(texts.get(sql, "")) for name in found if name}
        yield Table(described, sql if sql in texts else path.with_suffix(".csv"), WARNING not in text.partition("\n")[0], tuple(sorted(reads)))
