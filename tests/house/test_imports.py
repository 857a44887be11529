"""What is imported is asked for, and what is asked for is used."""

import ast
import sys
import tomllib
from importlib.metadata import packages_distributions

from tests.house.test_locks import name_of, same
from tests.house.tracked import ROOT, TextFile, text_files

OURS = {"catalog", "ingest", "quality", "warehouse", "reporting", "synthetic", "orchestration", "fengqiao"}
PART_OF = {"pydantic-core": "pydantic"}  # pinned by the other to the last digit
# Asked for and never imported: another package finds them by name, they bring a command, or the line is there for its bound.
USED_BY_NAME = {"dagster-dg-cli", "dagster-webserver", "dbt-core", "dbt-duckdb", "pandas"}


def imported(files: list[TextFile]) -> set[str]:
    """The top names of every import, also of those inside functions."""
    names: set[str] = set()
    for node in (node for file in files for node in ast.walk(ast.parse(file.text))):
        match node:
            case ast.Import():
                names |= {alias.name.split(".")[0] for alias in node.names}
            case ast.ImportFrom(level=0, module=str(module)):
                names.add(module.split(".")[0])
    return {name for name in names - OURS - sys.stdlib_module_names if not name.startswith("_")}


def product_imports() -> set[str]:
    """The distributions that the product's code imports."""
    rooms = [file for file in text_files() if file.path.endswith(".py") and file.path.split("/")[0] in OURS]
    provided = packages_distributions()
    found = {same(distribution) for name in imported(rooms) for distribution in provided.get(name, [name])}
    return {PART_OF.get(distribution, distribution) for distribution in found}


def product_asks() -> set[str]:
    """The distributions that pyproject.toml asks for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {same(name_of(wanted)) for wanted in project["dependencies"]}


def test_what_is_imported_is_asked_for() -> None:
    """No import leans on a package that only comes along with another."""
    assert product_imports() - product_asks() == set()


def test_what_is_asked_for_is_used() -> None:
    """No dependency stays after its last import is gone."""
    assert product_asks() - product_imports() - USED_BY_NAME == set()
