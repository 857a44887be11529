"""All that is rendered, and whether the files on disk still say the same."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from catalog import catalog as declared
from catalog.render import (
    completeness,
    dictionary,
    exposures,
    fact,
    filed_total,
    glossary,
    indicator,
    landing,
    manual,
    match,
    pair,
    row_rules,
    schema,
    seed,
    staging,
    violation,
)
from catalog.render.published import tables
from catalog.render.rendered import WARNING, Rendered

OF_TABLES = (dictionary, glossary)  # what speaks of tables is rendered when they are
WHOLLY_RENDERED = {"dbt_project/seeds": "*.*", "catalog/schema": "*.json", "docs/tables": "*.md"}
KINDS = (staging, landing, fact, filed_total, match, pair, completeness, indicator, violation, exposures, seed, manual, row_rules, schema)


def rendered(root: Path) -> list[Rendered]:
    """Everything that follows from `root`/catalog. CatalogError when a declaration cannot be used."""
    catalog = declared.load(root / "catalog")
    files = [file for kind in KINDS for file in kind.render(catalog)]
    published = tables(root, files)
    return [*files, *(file for kind in OF_TABLES for file in kind.render(catalog, published))]


def stale(root: Path) -> list[Path]:
    """The files below `root` that are missing, differ from what is rendered now, or no longer follow from any declaration."""
    files = rendered(root)
    return sorted([file.path for file in differing(root, files)] + list(orphans(root, files)))


def render(root: Path) -> list[Rendered]:
    """Write what is stale and remove what no longer follows from anything; gives back what was written."""
    files = rendered(root)
    written = list(differing(root, files))
    for path in orphans(root, files):
        (root / path).unlink()
    for file in written:
        (root / file.path).parent.mkdir(parents=True, exist_ok=True)
        (root / file.path).write_text(file.text, encoding="utf-8", newline="\n")
    return written


def differing(root: Path, files: Iterable[Rendered]) -> Iterator[Rendered]:
    """Of what is rendered now, what stands otherwise, or not at all, on disk."""
    for file in files:
        path = root / file.path
        if not path.is_file() or path.read_bytes() != file.text.encode():
            yield file


def orphans(root: Path, files: Iterable[Rendered]) -> Iterator[Path]:
    """Files once rendered from a declaration that is gone. Seeds, schemas and tables' pages are all rendered; models say so in their first line."""
    known = {file.path for file in files}
    for path in sorted((root / "dbt_project/models").rglob("*")):
        if path.suffix in (".sql", ".yml") and path.relative_to(root) not in known and WARNING in path.read_text(encoding="utf-8").partition("\n")[0]:
            yield path.relative_to(root)
    for path in sorted(path for folder, names in WHOLLY_RENDERED.items() for path in (root / folder).glob(names)):
        if path.relative_to(root) not in known:
            yield path.relative_to(root)
