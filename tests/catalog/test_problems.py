"""Problem codes: each is a small page a clerk understands."""

import pytest

from catalog.catalog import load
from catalog.problem import PLACE, ProblemCode, Refusal

WORDS = load()
JUDGED = [
    *("date_unreadable", "date_impossible", "date_vague", "date_ambiguous", "date_out_of_period", "date_future", "year_assumed", "deadline_before_accepted"),
    *("code_unknown", "code_other_list", "division_unknown", "division_foreign", "amount_unreadable"),
    *("number_unreadable", "number_negative", "number_in_words", "number_too_large"),
    *("required_missing", "column_missing", "unknown_column", "two_columns_one_field", "formula_without_value", "error_cell"),
    *("total_mismatch", "duplicate_row", "copied_text", "state_contradiction", "title_period_conflict", "title_unit_conflict", "folder_unit_conflict"),
    *("period_unknown", "unit_unknown", "ledger_unknown"),
]
REFUSED = ["encrypted", "damaged", "too_large", "bomb", "unsupported", "empty", "lock_file", "timeout", "aborted"]


def test_every_fault_the_reader_finds_has_its_page() -> None:
    """The codes that reading can give, and the reasons of refusal."""
    assert set(JUDGED) <= set(WORDS.problems)
    assert set(REFUSED) <= set(WORDS.refusals)


@pytest.mark.parametrize("code", sorted(WORDS.problems))
def test_a_problem_says_what_is_wrong_what_is_right_and_what_to_do(code: str) -> None:
    """错在、应为、怎么改: each part is there, in Chinese, short enough for a comment in a cell."""
    page: ProblemCode = WORDS.problems[code]
    for part in (page.title, page.message, page.should_be, page.remedy):
        assert part == part.strip()
        assert any("\u4e00" <= character <= "\u9fff" for character in part)
        assert len(PLACE.sub("", part)) <= 60


@pytest.mark.parametrize("code", sorted(WORDS.refusals))
def test_a_refusal_says_why_and_what_to_do(code: str) -> None:
    """A file that is not read is never left without a way on."""
    page: Refusal = WORDS.refusals[code]
    assert page.message
    assert page.remedy
