"""What we depend on, and where we depart, is written down with its reason."""

import re

import pytest

from tests.house.test_locks import asked, name_of
from tests.house.tracked import ROOT, TextFile, paths, text_files

DECISIONS = [file for file in text_files() if re.fullmatch(r"docs/decisions/\d{4}-[a-z0-9-]+\.md", file.path)]
REQUIREMENTS = sorted({name_of(wanted) for wanted_by_lock in asked().values() for wanted in wanted_by_lock})


@pytest.mark.parametrize("package", REQUIREMENTS)
def test_a_dependency_has_its_decision(package: str) -> None:
    """Every package that pyproject.toml names is named in a decision, which says what it is for."""
    assert any(f"`{package}`" in file.text for file in DECISIONS), f"write down in docs/decisions why `{package}` is needed"


def test_decisions_are_numbered_without_gap() -> None:
    """docs/decisions holds 0001, 0002 … and nothing else."""
    held = [path for path in paths() if path.startswith("docs/decisions/")]

    assert [file.path for file in DECISIONS] == sorted(held)
    assert [int(file.path.split("/")[-1][:4]) for file in DECISIONS] == list(range(1, len(DECISIONS) + 1))


@pytest.mark.parametrize("decision", DECISIONS, ids=[file.path.split("/")[-1] for file in DECISIONS])
def test_a_decision_says_what_why_and_what_follows(decision: TextFile) -> None:
    """Each opens with a title and has the three parts a reader looks for."""
    assert decision.text.startswith("# ")
    assert re.findall(r"(?m)^## (.+)$", decision.text) == ["Decision", "Why", "What follows"]


def test_the_newest_decision_is_in_the_changelog() -> None:
    """Who reads CHANGELOG.md learns of the last decision."""
    assert DECISIONS[-1].path in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
