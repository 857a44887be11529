"""The order of the tests: those that take the path whole begin, so that two workers end together and not one of them alone with the longest."""

from pathlib import Path

import pytest

TESTS = Path(__file__).parent
LONGEST_FIRST = ("end_to_end/test_kills.py", "orchestration/test_three_ways.py", "end_to_end", "orchestration", "test_newcomer.py", "dbt_project")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Sort by the list above; what it does not name stays in its order behind it. What it names is marked slow."""
    items.sort(key=rank)
    for item in items:
        if rank(item) < len(LONGEST_FIRST):
            item.add_marker(pytest.mark.slow)


def rank(item: pytest.Item) -> int:
    """The place in the list of a test's file or of the folder it stands in."""
    file = item.path.relative_to(TESTS)
    named = {str(place) for place in (file, *file.parents)}
    return next((number for number, place in enumerate(LONGEST_FIRST) if place in named), len(LONGEST_FIRST))
