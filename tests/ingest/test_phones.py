"""Phones: digits, however they are grouped; a length that no phone has is said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.cells import Value
from ingest.phones import read_phone


def fault(value: Value) -> str | None:
    """The fault of what a cell holds."""
    found = read_phone(value).fault
    return found.code if found else None


@pytest.mark.parametrize(
    ("value", "digits"),
    [
        ("19000006274", "19000006274"),
        (19000006274.0, "19000006274"),
        ("190 0000 6274", "19000006274"),
        ("+86-19000006274", "19000006274"),
        ("１９００００ ０６２７４", "19000006274"),
        ("0472-5990000", "04725990000"),
        ("(0472)5990000", "04725990000"),
        ("5990000", "5990000"),
        ("19000006274、19000006275", "19000006274、19000006275"),
        ("19000006274 / 0472-5990000", "19000006274、04725990000"),
    ],
)
def test_a_phone_is_its_digits(value: Value, digits: str) -> None:
    """Grouping, width, brackets and the country's code are ways of writing; several in one cell stay several."""
    found = read_phone(value)
    assert (found.value, found.fault) == (digits, None)


@pytest.mark.parametrize(("text", "length"), [("1900000123", "10"), ("190000062741", "12"), ("19000006274、1234", "4")])
def test_a_length_that_no_phone_has_is_kept_and_said(text: str, length: str) -> None:
    """With the length that it has."""
    found = read_phone(text)
    assert found.value == text
    assert found.fault
    assert (found.fault.code, found.fault.expected) == ("phone_length", length)


@pytest.mark.parametrize("text", ["同上", "微信", "190****6274", "、"])
def test_words_are_no_phone(text: str) -> None:
    """They give nothing."""
    assert (read_phone(text).value, fault(text)) == (None, "phone_unreadable")


@given(st.integers(19000000000, 19000009999), st.sampled_from(["", " ", "-"]))
def test_grouping_changes_nothing(number: int, between: str) -> None:
    """Three, four, four."""
    digits = str(number)
    assert read_phone(between.join((digits[:3], digits[3:7], digits[7:]))).value == digits


@given(st.text(max_size=30) | st.floats() | st.integers() | st.none())
def test_no_cell_stops_the_reader(value: Value) -> None:
    """It gives digits, or a fault."""
    found = read_phone(value)
    assert (found.value is None) <= (found.fault is not None)
