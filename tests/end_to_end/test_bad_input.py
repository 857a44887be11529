"""Files that are no return: each gets its answer, and none stops the others."""

import pytest

from tests.end_to_end.city import City
from tests.end_to_end.founding import DISTRICT


@pytest.fixture
def receipts(one_good: City) -> dict[str, str]:
    """The receipts of the district."""
    return {name: text for name, text in one_good.receipts().items() if DISTRICT in name}


def test_the_good_one_counts(one_good: City) -> None:
    """Bad neighbours change nothing about it."""
    assert one_good.figure("disputes_found", "150203", "2023-04")["numerator"] == 34


@pytest.mark.parametrize("name", ["空文件", "半截", "其实是文本", "表彰决定", "更正"])
def test_every_file_has_its_receipt(receipts: dict[str, str], name: str) -> None:
    """A receipt each, also for what cannot be read."""
    assert [text for file, text in receipts.items() if name in file or name in text]


def test_a_receipt_names_no_citizen(receipts: dict[str, str]) -> None:
    """Not even one that stands in a wrong cell."""
    assert "格日勒托娅" not in "".join(receipts.values())
