"""Crosswalks: every code is translated or said to be lost, and no loss goes without its mark."""

import shutil
from pathlib import Path

import pytest

from catalog.catalog import HOME, load
from catalog.crosswalk import Crosswalk
from catalog.error import CatalogError

CATALOG = load()


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """The real declarations, in a folder where they may be spoilt."""
    return shutil.copytree(HOME, tmp_path / "catalog", ignore=shutil.ignore_patterns("*.py", "__pycache__"))


@pytest.mark.parametrize(
    ("crosswalk", "code", "to", "loses"),
    [
        ("dispute_type_grid_to_dispute_type", "GR01", "D01", "nothing"),
        ("dispute_type_grid_to_dispute_type", "GR12", None, "all"),  # civil affairs are no mediation case
        ("screening_category_to_dispute_type", "SC17", "D01", "part"),  # marriage, family and neighbours are one row and cannot be split
        ("screening_category_to_dispute_type", "SC08", "D05", "distinction"),
        ("dispute_type_numeric_to_dispute_type", "9", "D11", "part"),
        ("close_kind_to_ledger_state", "CK2", "LS7", "nothing"),
        ("case_status_to_mediation_result", "ST06", None, "all"),  # closed is not resolved
        ("education_to_education_bucket", "60", "EB2", "distinction"),
    ],
)
def test_a_code_is_translated_with_what_it_loses(crosswalk: str, code: str, to: str | None, loses: str) -> None:
    """What stands for it in the other list, or nothing."""
    row = CATALOG.crosswalks[crosswalk].by_code[code]
    assert (row.to, row.loses) == (to, loses)


@pytest.mark.parametrize("crosswalk", CATALOG.crosswalks.values(), ids=lambda crosswalk: crosswalk.id)
def test_codes_that_meet_in_one_say_so(crosswalk: Crosswalk) -> None:
    """Of several that lead to one code, whoever reads the other list cannot tell which it was: one of them alone may lose nothing."""
    for to in {row.to for row in crosswalk.rows if row.to}:
        meeting = [row for row in crosswalk.rows if row.to == to]
        assert sum(row.loses == "nothing" for row in meeting) <= 1


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("  - {code: CK3, to: LS8, loses: nothing}\n", "", "translate every code of the list"),
        ("code: CK3, to: LS8", "code: CK3, to: LS99", "is no code of ledger_state"),
        ("to: LS8, loses: nothing", "loses: nothing", "go together"),
        ("to: LS8, loses: nothing", "to: LS9, loses: nothing", "the distinction between them is lost"),
        ("to: LS8, loses: nothing", "to: LS9, loses: distinction", "say `because`"),
        ("of: close_kind", "of: close_kinds", "is no code list"),
        ("code: CK3", "code: CK1", "translated twice"),
    ],
)
def test_a_crosswalk_that_loses_silently_cannot_be_used(copied: Path, old: str, new: str, said: str) -> None:
    """A forgotten code, one that leads nowhere, a loss without its mark or its reason."""
    file = copied / "crosswalks/close_kind_to_ledger_state.yml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")

    with pytest.raises(CatalogError, match=said):
        load(copied)
