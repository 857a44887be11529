"""What is rendered from the catalog stands in the tree as it would be rendered now."""

import shutil
from pathlib import Path

import pytest

from catalog.catalog import load
from catalog.render import render, rendered, stale
from catalog.render.rendered import fill, named_values, one_line, quoted

ROOT = Path(__file__).parents[2]


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of the declarations and of what is rendered from them."""
    ignore = shutil.ignore_patterns("__pycache__", "target", "logs")
    for room in ("catalog", "dbt_project", "docs", "superset_config"):
        shutil.copytree(ROOT / room, tmp_path / room, ignore=ignore)
    return tmp_path


def test_the_tree_is_fresh() -> None:
    """`fengqiao render` would change nothing."""
    assert stale(ROOT) == []


def test_a_file_edited_by_hand_is_stale_until_it_is_rendered_again(tree: Path) -> None:
    """A changed and a missing file are named, and put right."""
    changed, missing = Path("dbt_project/models/staging/stg_dispute.sql"), Path("dbt_project/seeds/unit.csv")
    (tree / changed).write_text("select 1", encoding="utf-8")
    (tree / missing).unlink()

    assert stale(tree) == [changed, missing]
    assert [file.path for file in render(tree)] == [changed, missing]
    assert stale(tree) == []


def test_what_follows_from_no_declaration_any_more_is_removed(tree: Path) -> None:
    """When the only indicator of a fact ends, its model goes; a model written by hand stays."""
    (tree / "catalog/indicators/commendations.yml").unlink()
    by_hand = tree / "dbt_project/models/by_hand.sql"
    by_hand.write_text("select 1", encoding="utf-8")
    render(tree)

    assert not list(tree.rglob("int_indicator_fct_commendation.*"))
    assert by_hand.exists()
    assert stale(tree) == []


def test_every_rendered_model_says_where_it_comes_from() -> None:
    """The first line names the declaration and warns; the declaration is there."""
    for file in rendered(ROOT):
        if file.path.suffix in (".sql", ".yml"):
            first = file.text.partition("\n")[0]
            assert (ROOT / first.split()[3]).exists(), first
            assert first.endswith("by `fengqiao render`. Edit the declaration, not this file.")


def test_a_new_column_reaches_staging_by_its_declaration_alone(tree: Path) -> None:
    """One line in a ledger, and the model has the column with its type and its description."""
    ledger = tree / "catalog/ledgers/screening_round.yml"
    ledger.write_text(
        ledger.read_text(encoding="utf-8").replace("\n\nchecks:", "\n  weather_text: {title: 天气, meaning: the weather, type: text}\n\nchecks:"),
        encoding="utf-8",
    )
    load.cache_clear()
    render(tree)

    assert "cast(weather_text as string) as weather_text" in (tree / "dbt_project/models/staging/stg_screening_round.sql").read_text(encoding="utf-8")
    assert 'data_type: string, description: "天气: the weather"' in (tree / "dbt_project/models/staging/stg_screening_round.yml").read_text(encoding="utf-8")


def test_a_rule_that_is_over_holds_until_its_last_day(tree: Path) -> None:
    """`until` in the declaration bounds the records that the model finds; without it nothing does."""
    rule, model = tree / "catalog/rules/open_dispute_disappeared.yml", tree / "dbt_project/models/results/violations/int_violation_open_dispute_disappeared.sql"
    assert "since_on <=" not in model.read_text(encoding="utf-8")

    rule.write_text(rule.read_text(encoding="utf-8").replace("ledger: dispute\n", "ledger: dispute\nuntil: 2023-12-31\n"), encoding="utf-8")
    load.cache_clear()
    render(tree)

    assert "and since_on <= cast('2023-12-31' as date)" in model.read_text(encoding="utf-8")


def test_what_names_somebody_is_hashed_and_not_shown() -> None:
    """An unseen column is part of the hash of values alone; what is absent stands as nothing."""
    assert named_values(["a", "b"]) == "'a=' || coalesce(cast(a as string), '') || '; b=' || coalesce(cast(b as string), '')"
    for rule in load().rules.values():
        sql = (ROOT / f"dbt_project/models/results/violations/int_violation_{rule.id}.sql").read_text(encoding="utf-8")
        (shown,) = [line for line in sql.splitlines() if line.endswith("as offending_values,")]
        assert [name for name in rule.unseen if name in shown] == []


def test_a_declaration_cannot_leave_the_place_it_is_put_in() -> None:
    """A line break in a title does not end a comment of SQL, a quotation mark does not end a text of YAML."""
    assert one_line("a\n; drop table b") == "a ; drop table b"
    assert quoted('a "b"') == '"a \\"b\\""'


def test_a_template_leaves_the_models_own_delimiters_alone() -> None:
    """What dbt fills in later stands in the text as it is."""
    text = fill("indicator_count.sql.jinja", header="h", facts=["a", "b"])

    assert "select * from {{ ref('int_indicator_a') }}\n    union all\n    select * from {{ ref('int_indicator_b') }}" in text
