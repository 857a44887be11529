"""All that is rendered, and whether the files on disk still say the same."""

from collections.abc import Iterator
from pathlib import Path

from catalog import catalog as declared
from catalog.render import completeness, exposures, indicator, landing, manual, match, pair, row_rules, schema, seed, staging, violation
from catalog.render.rendered import WARNING, Rendered

KINDS = (staging, landing, match, pair, completeness, indicator, violation, exposures, seed, manual, row_rules, schema)


def rendered(root: Path) -> list[Rendered]:
    """Everything that follows from `root`/catalog. CatalogError when a declaration cannot be used."""
    catalog = declared.load(root / "catalog")
    return [file for kind in KINDS for file in kind.render(catalog)]


def stale(root: Path) -> list[Path]:
    """The files below `root` that are missing, differ from what is rendered now, or no longer follow from any declaration."""
    return sorted([file.path for file in differing(root)] + list(orphans(root)))


def render(root: Path) -> list[Rendered]:
    """Write what is stale and remove what no longer follows from anything; gives back what was written."""
    written = list(differing(root))
    for path in orphans(root):
        (root / path).unlink()
    for file in written:
        (root / file.path).parent.mkdir(parents=True, exist_ok=True)
        (root / file.path).write_text(file.text, encoding="utf-8", newline="\n")
    return written


def differing(root: Path) -> Iterator[Rendered]:
    """What is rendered now and stands otherwise, or not at all, on disk."""
    for file in rendered(root):
        path = root / file.path
        if not path.is_file() or path.read_bytes() != file.text.encode():
            yield file


def orphans(root: Path) -> Iterator[Path]:
    """Files once rendered from a declaration that is gone. Seeds and schemas are rendered without exception; models say so in their first line."""
    known = {file.path for file in rendered(root)}
    for path in sorted((root / "dbt_project/models").rglob("*")):
        if path.suffix in (".sql", ".yml") and path.relative_to(root) not in known and WARNING in path.read_text(encoding="utf-8").partition("\n")[0]:
            yield path.relative_to(root)
    for path in (*sorted((root / "dbt_project/seeds").glob("*.*")), *sorted((root / "catalog/schema").glob("*.json"))):
        if path.relative_to(root) not in known:
            yield path.relative_to(root)
