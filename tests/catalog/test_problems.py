"""Problem codes: each is a small page a clerk understands."""

import re
import shutil
from pathlib import Path

import pytest

from catalog.catalog import HOME, load
from catalog.error import CatalogError
from catalog.problem import PLACE, ProblemCode, Refusal
from tests.house.tracked import ROOT

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


@pytest.mark.parametrize("part", ["where", "title", "message", "should_be", "remedy", "page"])
def test_a_code_that_lacks_a_part_is_refused(tmp_path: Path, part: str) -> None:
    """Where, what, an example of right, what to do, the page of the manual: without one of them nothing is loaded, and the line is named."""
    copied = shutil.copytree(HOME, tmp_path / "catalog", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    file = copied / "problems.yml"
    before, _, code = file.read_text(encoding="utf-8").partition("  date_vague:\n")
    without = re.sub(rf"    {part}: .*\n", "", code, count=1)
    file.write_text(f"{before}  date_vague:\n{without}", encoding="utf-8")
    with pytest.raises(CatalogError, match=f"date_vague.{part}"):
        load(copied)


def test_a_page_that_is_not_in_the_manual_is_refused(tmp_path: Path) -> None:
    """A clerk is never sent to a page that nobody wrote."""
    copied = shutil.copytree(HOME, tmp_path / "catalog", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    file = copied / "problems.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("page: dates", "page: data", 1), encoding="utf-8")
    with pytest.raises(CatalogError, match="no such page"):
        load(copied)


@pytest.mark.parametrize("code", sorted([*WORDS.problems, *WORDS.rules]))
def test_the_manual_explains_every_finding_on_the_page_it_is_sent_to(code: str) -> None:
    """The number that stands in a note is that of the section with the finding's name."""
    finding = WORDS.finding(code)
    manual = (ROOT / "docs/manual.zh.md").read_text(encoding="utf-8")
    section = manual.split(f"\n## {finding.page}. ")[1].split("\n## ")[0]
    assert f"| {finding.title} |" in section
