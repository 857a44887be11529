"""What the two pages of organisations and money say of a made-up city is what is true of it, but for mistakes that were made on purpose."""

from collections import Counter
from pathlib import Path

import pytest

from catalog.catalog import load
from tests.end_to_end.true_figures import Compared, compared


@pytest.fixture(scope="module")
def figures(newcomer: Path) -> list[Compared]:
    """Every figure of the small city of the first walk."""
    return compared(newcomer / "data")


def test_every_figure_of_the_two_pages_is_recounted(figures: list[Compared]) -> None:
    """Those on the cards."""
    shown = {item.indicator for item in load().page.figures if item.page in {"network", "funding"}}

    assert shown <= {figure.indicator for figure in figures}


def test_a_figure_is_true_or_a_mistake_explains_it(figures: list[Compared]) -> None:
    """Nothing differs of a return in which, before and after which nothing was done wrong."""
    assert [figure for figure in figures if not figure.is_equal and not figure.mistakes] == []


def test_most_figures_are_true(figures: list[Compared]) -> None:
    """Of each indicator at least two thirds: mistakes are few."""
    asked, equal = (Counter(figure.indicator for figure in figures if figure.is_equal or not only) for only in (False, True))

    assert [name for name, count in asked.items() if equal[name] < count * 2 / 3] == []
