"""A home in which nothing was ever received still builds, keeps its types, and invents no zero."""

from pathlib import Path

import pytest

from catalog.catalog import load
from tests.dbt_project.building import Warehouse


def test_an_empty_landing_keeps_the_declared_types(nothing: Warehouse) -> None:
    """The zero-row files alone give staging its columns."""
    types = dict(nothing.rows("select column_name, data_type from information_schema.columns where table_name = 'stg_dispute'"))

    assert nothing.column("select count(*) from stg_dispute") == [0]
    assert (types["deadline_on"], types["amount_fen"], types["problem_fields"], types["is_carried_over"]) == ("DATE", "BIGINT", "VARCHAR[]", "BOOLEAN")


def test_a_model_that_fails_leaves_its_table_as_it_was(nothing: Warehouse, tmp_path: Path) -> None:
    """A bare build over the last one: the table that stood goes only together with the new one's coming."""
    again = nothing.copy(tmp_path / "data")
    days = again.column("select count(*) from dim_date")

    with pytest.raises(AssertionError, match="Conversion Error"):
        again.dbt("run", "--select", "dim_date", "--vars", "{first_day: nonsense}")

    assert again.column("select count(*) from dim_date") == days != [0]


def test_nothing_filed_is_no_figure(nothing: Warehouse) -> None:
    """Every unit has its row in every month, or in the year, and no indicator has a numerator."""
    periods = {"month": 4, "year": 1}
    rows = 12 * sum(periods[indicator.per] for indicator in load().indicators.values())

    assert nothing.rows("select count(*), count(numerator), count(value), max(returns_received) from fct_indicator") == [(rows, 0, 0, 0)]


def test_what_is_published_are_tables_that_carry_their_district(samples: Warehouse) -> None:
    """No view, and no row of a district without its code: row-level rules go by it. What is the same for all districts has none."""
    tables = samples.rows("select table_name, table_type from information_schema.tables where table_schema = 'main'")
    with_district = set(samples.column("select table_name from information_schema.columns where column_name = 'district_code'"))
    for_all = {
        "dim_date",
        "unit",
        "code_item",
        "ledger",
        "duty",
        "promise",
        "indicator",
        "indicator_ledger",
        "page_item",
        "page_area",
        "page_paper",
        "crosswalk",
        "campaign_phase",
        "return_state",
        "rule",
    }

    assert {kind for _, kind in tables} == {"BASE TABLE"}
    assert {str(name) for name, _ in tables} - with_district == for_all
