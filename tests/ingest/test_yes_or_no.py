"""Yes and no: the question of the header decides what an answer means; a sign means nothing until the sheet explains it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.cells import Value
from ingest.notation import YES_AND_NO
from ingest.yes_or_no import AS_DECLARED, Asked, read_yes_or_no, signs_of
from tests.ingest.filed_tables import CATALOG

PART_TIME = CATALOG.ledgers["mediator"].columns["is_part_time"]
BILINGUAL = CATALOG.ledgers["mediator"].columns["is_bilingual"]
OPPOSITE, WHICH = Asked(is_opposite=True), Asked(is_which=True)


@pytest.mark.parametrize(("asked", "text", "answer"), [(AS_DECLARED, "是", True), (AS_DECLARED, "否", False), (OPPOSITE, "是", False), (OPPOSITE, "否", True)])
def test_an_answer_to_the_opposite_question_is_turned_round(asked: Asked, text: str, *, answer: bool) -> None:
    """是否专职 is the opposite of 是否兼职; that it was turned is told."""
    found = read_yes_or_no(text, PART_TIME, asked)
    assert (found.value, found.fault, found.rule) == (answer, None, "opposite_question" if asked.is_opposite else None)


@pytest.mark.parametrize(("text", "answer"), [("专职", False), ("兼职", True), ("专职调解员", False)])
def test_a_header_that_asks_which_is_answered_by_its_words(text: str, *, answer: bool) -> None:
    """专兼职: 专职 is not part-time."""
    assert read_yes_or_no(text, PART_TIME, WHICH).value is answer
    assert read_yes_or_no(text, PART_TIME, WHICH).fault is None


@pytest.mark.parametrize("asked", [AS_DECLARED, OPPOSITE])
def test_a_word_that_answers_another_question_is_read_and_said(asked: Asked) -> None:
    """专职 under 是否兼职 leaves no doubt, and is no answer; under the opposite question it means the same."""
    found = read_yes_or_no("专职", PART_TIME, asked)
    assert found.value is False
    assert found.fault
    assert (found.fault.code, found.fault.expected) == ("answer_other_question", "是、否")


@pytest.mark.parametrize(("text", "asked"), [("专职/兼职", WHICH), ("专职、兼职", WHICH), ("是/否", AS_DECLARED)])
def test_a_choice_that_was_not_made_gives_nothing(text: str, asked: Asked) -> None:
    """Both words still stand there."""
    found = read_yes_or_no(text, PART_TIME, asked)
    assert found.value is None
    assert found.fault
    assert found.fault.code == "two_values"


def test_yes_says_nothing_where_a_header_asks_which() -> None:
    """专兼职: 是."""
    found = read_yes_or_no("是", PART_TIME, WHICH)
    assert found.value is None
    assert found.fault
    assert found.fault.code == "code_unknown"


@pytest.mark.parametrize("hint", ["0是1否", "0：是  1：否", "0=是，1=否", "是:0 否:1", "0-是、1-否"])
def test_a_hint_explains_its_signs(hint: str) -> None:
    """Where 0 means yes, it means yes."""
    asked = Asked(signs=signs_of(hint))
    assert read_yes_or_no("0", BILINGUAL, asked).value is True
    assert read_yes_or_no(1.0, BILINGUAL, asked).value is False
    assert read_yes_or_no("是", BILINGUAL, asked).value is True


@pytest.mark.parametrize("hint", ["", "必填", "是否", "0是0否", "0是1是", "格式2020-01-01", "下拉选择是或否", "0是1否2待定"])
def test_other_hints_explain_nothing(hint: str) -> None:
    """Signs that are not explained clearly are none."""
    assert signs_of(hint) == {}


@pytest.mark.parametrize("value", ["0", "1", 0, 1.0], ids=repr)
def test_a_sign_without_a_hint_is_not_guessed(value: Value) -> None:
    """0 means no in most files and yes in some."""
    found = read_yes_or_no(value, BILINGUAL, AS_DECLARED)
    assert found.value is None
    assert found.fault
    assert found.fault.code == "code_unknown"


@given(st.sampled_from(list(YES_AND_NO)))
def test_the_opposite_of_the_opposite_is_the_same(text: str) -> None:
    """Of every word."""
    straight, turned = (read_yes_or_no(text, PART_TIME, asked).value for asked in (AS_DECLARED, OPPOSITE))
    assert straight is not turned
    assert {straight, turned} == {True, False}


@given(value=st.text(max_size=20) | st.floats() | st.booleans() | st.none(), hint=st.text(max_size=12), is_opposite=st.booleans(), is_which=st.booleans())
def test_no_cell_and_no_hint_stop_the_reader(value: Value, hint: str, *, is_opposite: bool, is_which: bool) -> None:
    """It gives an answer, or a fault."""
    found = read_yes_or_no(value, PART_TIME, Asked(is_opposite, is_which, signs_of(hint)))
    assert isinstance(found.value, bool) or found.fault
