"""Numbers: what is exact, and what only looks like it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.cells import Value
from ingest.notation import Read, Unread, Why
from ingest.numbers import read_number, read_whole


@pytest.mark.parametrize(
    ("filed", "number", "rule"),
    [
        (3, 3, None), (3.0, 3, None), ("3", 3, None), (" 3 ", 3, None), (-2, -2, None), ("-2", -2, None), (0, 0, None),
        ("１２", 12, "full_width"), ("1,234", 1234, "thousands"), ("1 234 567", 1234567, "thousands"), ("１，２３４", 1234, "thousands"),
        ("3人", 3, "measure_word"), ("2 件", 2, "measure_word"), ("12人次", 12, "measure_word"),
        ("三", 3, "number_in_words"), ("两", 2, "number_in_words"), ("十二", 12, "number_in_words"), ("贰拾叁", 23, "number_in_words"),
        ("一百〇五", 105, "number_in_words"),
    ],
    ids=repr,
)  # fmt: skip
def test_a_whole_number_is_read(filed: Value, number: int, rule: str | None) -> None:
    """In figures of both widths, with thousands, with a measure word, in Chinese numerals."""
    assert read_whole(filed) == Read(number, rule)


@pytest.mark.parametrize(
    ("filed", "why"),
    [
        ("约3", "unreadable"), ("3左右", "unreadable"), ("十余", "unreadable"), ("若干", "unreadable"), ("几", "unreadable"), ("3-5", "unreadable"),
        ("1,23", "unreadable"), ("二三", "unreadable"), ("百", "unreadable"), ("", "unreadable"), (True, "unreadable"), ("1e3", "unreadable"),
        (2.5, "not_whole"), ("2.5", "not_whole"),
    ],
    ids=repr,
)  # fmt: skip
def test_what_is_no_whole_number_is_not_read(filed: Value, why: Why) -> None:
    """About, more than, several, a range: nothing is guessed."""
    assert read_whole(filed) == Unread(why)


def test_the_noise_of_binary_fractions_is_no_part_of_a_number() -> None:
    """A spreadsheet shows 15 digits; 0.1 + 0.2 is 0.3 there."""
    assert read_number(0.1 + 0.2) == Read(Decimal("0.3"))


@given(st.integers(min_value=0, max_value=10**12))
def test_any_count_is_read_back(number: int) -> None:
    """As a number, as text, with thousands, in full width."""
    full_width = str(number).translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    for filed in (number, str(number), f"{number:,}", full_width, f"{number}件"):
        read = read_whole(filed)
        assert isinstance(read, Read)
        assert read.value == number


@given(st.text())
def test_any_text_gives_a_number_or_a_reason(text: str) -> None:
    """No text stops the reader."""
    assert isinstance(read_number(text), Read | Unread)
