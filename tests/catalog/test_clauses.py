"""Clauses: every citation leads to a sentence of a paper, and what nobody measures is said."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from catalog.catalog import HOME, load
from catalog.citations import citations
from catalog.clause import Clause, Item
from catalog.error import CatalogError
from catalog.listing import clauses_without_indicator, indicators_without_clause

CATALOG = load()
PLAN = CATALOG.papers.by_id["plan_2023"]


@pytest.mark.parametrize(
    ("item", "sentences"),
    [
        ("一(一)", 3), ("一(二)", 3), ("二(一)", 5), ("二(二)", 5), ("二(三)", 3), ("二(四)", 6), ("二(五)", 4), ("二(六)", 3),
        ("三(一)", 2), ("三(二)", 3), ("三(三)", 3), ("四(一)", 3), ("四(二)", 2), ("四(三)", 2),
    ],
)  # fmt: skip
def test_each_sentence_of_the_plan_has_its_number(item: str, sentences: int) -> None:
    """Counted from one within its item, in the plan's order; a sentence ends where the plan ends it."""
    found = PLAN.by_number[item]

    assert isinstance(found, Item)
    assert [clause.number for clause in found.clauses] == [f"{item}{number}" for number in range(1, sentences + 1)]
    assert all(clause.sentence.endswith("。") and clause.sentence.count("。") == 1 for clause in found.clauses)


@pytest.mark.parametrize(
    ("number", "part"),
    [
        ("二(一)2", "嘎查村(社区)每周、苏木乡镇(街道)每月、旗县区每季度"),
        ("二(四)6", "到2023年底"),
        ("二(五)2", "占比达到15%"),
        ("三(二)2", "建账销号"),
        ("二(一)3", "一案一策"),
    ],
)
def test_a_number_leads_to_its_sentence(number: str, part: str) -> None:
    """The words that dashboards and ledgers rest on."""
    found = PLAN.by_number[number]

    assert isinstance(found, Clause)
    assert part in found.sentence


@pytest.mark.parametrize("clause", CATALOG.papers.clauses.values(), ids=lambda clause: clause.number)
def test_a_clause_is_said_in_one_short_english_sentence(clause: Clause) -> None:
    """Short enough to stand in a table, ending as a sentence does."""
    assert clause.english.endswith(".")
    assert len(clause.english) <= 200


def test_every_kind_of_declaration_cites() -> None:
    """Ledgers, columns, promises, duties, indicators, rules, campaigns and their phases; each citation leads somewhere, or nothing would load."""
    found = list(citations(CATALOG))

    assert {citation.kind for citation in found} == {"ledger", "column", "promise", "duty", "indicator", "rule", "campaign", "phase"}
    assert all(CATALOG.papers.find(citation.clause) for citation in found)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("indicators/full_time_share.yml", "二(五)2", "二(五)9"),
        ("ledgers/online_service.yml", "二(六)3", "二(七)"),
        ("rules/claim_without_case.yml", "plan_2023", "plan_2022"),
        ("duties.yml", "plan_2023 二(一)2", "plan_2023"),
    ],
)
def test_a_citation_that_leads_nowhere_is_a_fault(tmp_path: Path, file: str, old: str, new: str) -> None:
    """A sentence, an item, a paper that is not there, and no number at all."""
    home = shutil.copytree(HOME, tmp_path / "catalog", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    text = (home / file).read_text(encoding="utf-8")
    assert old in text
    (home / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    with pytest.raises(CatalogError, match="is no clause"):
        load(home)


def test_a_clause_whose_indicator_ends_is_listed_with_what_else_answers_it() -> None:
    """The 15 per cent are measured; without the indicator, ledgers, promises and rules that cite the same sentence are shown beside it."""
    cited = "plan_2023 二(五)2"
    without = replace(CATALOG, indicators={name: one for name, one in CATALOG.indicators.items() if name != "full_time_share"})

    assert cited not in {row.clause for row in clauses_without_indicator(CATALOG)}
    (row,) = [row for row in clauses_without_indicator(without) if row.clause == cited]
    assert row.promises == ("committee.mediators_counted", "mediator.employment_known")


def test_what_only_says_why_needs_no_indicator() -> None:
    """That 2023 is an anniversary cannot be counted."""
    assert "plan_2023 一(一)1" not in {row.clause for row in clauses_without_indicator(CATALOG)}


def test_an_indicator_that_cites_a_whole_item_is_listed() -> None:
    """It says where it belongs, and not what it measures."""
    vague = CATALOG.indicators["claims"].model_copy(update={"clause": "plan_2023 二(六)"})

    assert indicators_without_clause(CATALOG) == []
    assert [row.id for row in indicators_without_clause(replace(CATALOG, indicators={**CATALOG.indicators, "claims": vague}))] == ["claims"]
