"""Identity numbers: the last sign checks the others; a wrong one is kept and said, never mended."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.cells import Value
from ingest.identity_numbers import birth_month, check_sign, is_male, is_right, read_identity_number
from ingest.outcome import Outcome

WOMAN = "990492198902218709"

NUMBERS = st.tuples(st.integers(990000, 999999), st.dates().filter(lambda day: 1900 <= day.year <= 2022), st.integers(0, 999)).map(
    lambda parts: f"{parts[0]}{parts[1]:%Y%m%d}{parts[2]:03d}"
)


def fault(value: Value) -> str | None:
    """The fault of what a cell holds."""
    found = read_identity_number(value).fault
    return found.code if found else None


@pytest.mark.parametrize("text", [WOMAN, "990432198005068 29X", "99043219800506829x", "９９０４３２１９８００５０６８２９Ｘ", " 990432-19800506-829X "])
def test_blanks_hyphens_width_and_a_small_x_are_ways_of_writing(text: str) -> None:
    """The number is given in capitals, without them."""
    found = read_identity_number(text)
    assert found.fault is None
    assert found.value in (WOMAN, "99043219800506829X")


def test_a_wrong_last_sign_is_kept_and_said() -> None:
    """What was filed stays: which digit is wrong, only the card tells."""
    assert read_identity_number("990492198902218700").value == "990492198902218700"
    assert fault("990492198902218700") == "id_checksum"


@pytest.mark.parametrize("text", ["99097519700919775", "9904921989022187099", "990492890221870"])
def test_another_length_is_kept_and_said_with_its_length(text: str) -> None:
    """Fifteen digits were valid once, seventeen and nineteen never."""
    found = read_identity_number(text)
    assert found.value == text
    assert found.fault
    assert (found.fault.code, found.fault.expected) == ("id_length", str(len(text)))


@pytest.mark.parametrize("text", ["150202********1234", "见附件", "护照E12345678"])
def test_what_is_no_number_gives_nothing(text: str) -> None:
    """Stars hide what is to be compared."""
    assert (read_identity_number(text).value, fault(text)) == (None, "id_unreadable")


def test_the_number_says_sex_and_birth() -> None:
    """By its seventeenth digit, and by the seventh to the twelfth."""
    assert (is_male(WOMAN), birth_month(WOMAN)) == (False, "1989-02")


@given(NUMBERS)
def test_the_number_with_its_own_check_sign_is_right(first_seventeen: str) -> None:
    """Whatever the first seventeen are."""
    number = first_seventeen + check_sign(first_seventeen)
    assert is_right(number)
    assert read_identity_number(number) == Outcome(number)


@given(NUMBERS, st.integers(0, 16), st.integers(1, 9))
def test_one_changed_digit_is_always_found(first_seventeen: str, place: int, step: int) -> None:
    """ISO 7064 MOD 11-2 finds every single slip."""
    changed = str((int(first_seventeen[place]) + step) % 10)
    wrong = first_seventeen[:place] + changed + first_seventeen[place + 1 :] + check_sign(first_seventeen)
    assert not is_right(wrong)


@given(st.text(max_size=30) | st.floats() | st.integers() | st.none())
def test_no_cell_stops_the_reader(value: Value) -> None:
    """It gives a number as filed, or a fault."""
    found = read_identity_number(value)
    assert (found.value is None) <= (found.fault is not None)
