"""The glossary and the pages of tables: every table has its page, every word a place where it is used."""

import shutil
from pathlib import Path

import pytest

from catalog.catalog import load
from catalog.error import CatalogError
from catalog.render import render, rendered, stale
from catalog.render.dictionary import upstream
from catalog.render.published import tables

ROOT = Path(__file__).parents[2]
CATALOG = load()
TABLES = tables(ROOT, rendered(ROOT))


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of the declarations and of what is rendered from them."""
    ignore = shutil.ignore_patterns("__pycache__", "target", "logs")
    for room in ("catalog", "dbt_project", "docs", "superset_config"):
        shutil.copytree(ROOT / room, tmp_path / room, ignore=ignore)
    return tmp_path


def page(table: str) -> str:
    """The page of a table."""
    return (ROOT / f"docs/tables/{table}.md").read_text(encoding="utf-8")


def test_every_model_and_seed_has_its_page() -> None:
    """Their names are those of the files; the list names each of them."""
    models = {path.stem for path in (ROOT / "dbt_project/models").rglob("*.sql")} | {path.stem for path in (ROOT / "dbt_project/seeds").glob("*.csv")}
    listed = (ROOT / "docs/tables/README.md").read_text(encoding="utf-8")

    assert set(TABLES) == models
    assert {path.stem for path in (ROOT / "docs/tables").glob("*.md")} == models | {"README"}
    assert all(f"]({name}.md)" in listed for name in models)


@pytest.mark.parametrize("name", sorted(TABLES))
def test_a_page_names_every_column_and_leads_to_tables_that_have_a_page(name: str) -> None:
    """Nothing is left out, no link is dead."""
    text = page(name)

    assert all(f"| `{column.name}` |" in text for column in TABLES[name].described.columns)
    assert all((ROOT / f"docs/tables/{read}.md").exists() for read in TABLES[name].reads if f"]({read}.md)" in text)


def test_a_column_is_led_back_to_the_header_that_offices_know() -> None:
    """In staging and in the facts above it: its Chinese header, its class of privacy, its clause."""
    for table in ("stg_dispute", "fct_dispute_month"):
        assert "| `deadline_on` | date | " in page(table)
        assert "| 化解时限 | none |" in page(table)
    assert "| `parties_hash` |" in page("stg_dispute")
    assert "| 当事人 | person |" in page("stg_dispute")


def test_a_name_that_a_ledger_has_too_is_not_led_to_it_from_elsewhere() -> None:
    """A unit's name is no mediator's: its table rests on no ledger."""
    assert "姓名" not in page("dim_unit")
    assert "姓名" in page("dim_mediator")


def test_what_a_table_rests_on_is_followed_to_the_end() -> None:
    """From the figure to the staging of the ledger, over the facts between."""
    assert {"fct_dispute", "stg_dispute", "dim_date"} <= upstream(TABLES["page_dispute"], TABLES)


def test_a_new_ledger_has_its_page_and_its_words_at_once(tree: Path) -> None:
    """One run of rendering, and nothing is stale after it: pages speak of what is rendered in the same run."""
    ledger = (tree / "catalog/ledgers/publicity.yml").read_text(encoding="utf-8")
    (tree / "catalog/ledgers/exhibition.yml").write_text(ledger.replace("id: publicity", "id: exhibition"), encoding="utf-8")
    render(tree)

    assert (tree / "docs/tables/stg_exhibition.md").exists()
    assert "`exhibition`" in (tree / "docs/glossary.md").read_text(encoding="utf-8")
    assert stale(tree) == []


def test_the_page_of_a_table_that_is_gone_goes(tree: Path) -> None:
    """When an indicator ends, so do its table and its page."""
    (tree / "catalog/indicators/planned_share.yml").unlink()
    render(tree)

    assert not (tree / "docs/tables/int_indicator_planned_share.md").exists()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [("names: [one_stop_centre]", "names: [one_stop_shop]", "is used nowhere"), ("clause: plan_2023 二(四)6", "clause: plan_2023 二(九)6", "is no clause")],
)
def test_a_word_that_leads_nowhere_is_a_fault(tree: Path, old: str, new: str, said: str) -> None:
    """A word that nothing is called by, a clause that does not stand there."""
    file = tree / "catalog/glossary.yml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")

    with pytest.raises(CatalogError, match=said):
        render(tree)


def test_every_ledger_column_list_and_indicator_stands_in_the_glossary() -> None:
    """By its name and by its Chinese title."""
    text = (ROOT / "docs/glossary.md").read_text(encoding="utf-8")
    entries = [*CATALOG.ledgers.values(), *CATALOG.codes.values(), *CATALOG.indicators.values(), *CATALOG.rules.values()]

    assert [entry.id for entry in entries if f"| {entry.title} | `{entry.id}` |" not in text] == []
    assert [name for ledger in CATALOG.ledgers.values() for name in ledger.columns if f"| `{name}` |" not in text] == []
