"""From a dashboard to the published tables that it rests on."""

from pathlib import Path

import pytest

from catalog.error import CatalogError
from catalog.superset_files import Dataset, files

DATASET = {"uuid": "d1", "table_name": "lines", "columns": []}
CITY = """\
uuid: p1
dashboard_title: 概览
slug: city
position:
  DASHBOARD_VERSION_KEY: v2
  ROOT_ID: {type: ROOT}
  CHART-a: {type: CHART, meta: {uuid: c1, chartId: 7}}
metadata:
  native_filter_configuration: [{targets: [{datasetUuid: d2}]}, {filterType: filter_time}]
"""


@pytest.fixture
def assets(tmp_path: Path) -> Path:
    """A dashboard with one chart of two and one filter, over three datasets."""
    written = {
        "dashboards/city.yaml": CITY,
        "charts/a.yaml": "{uuid: c1, dataset_uuid: d1, params: {groupby: [unit], x_axis: month, columns: [{label: own, sqlExpression: '1'}]}}",
        "charts/b.yaml": "{uuid: c2, dataset_uuid: d3, params: {}}",
        "datasets/published/lines.yaml": "{uuid: d1, table_name: lines, sql: select * from page_figure, columns: [{column_name: unit}]}",
        "datasets/published/choice.yaml": "{uuid: d2, table_name: choice, sql: select * from page_month, columns: []}",
        "datasets/published/other.yaml": "{uuid: d3, table_name: page_case, sql: null, columns: []}",
    }
    for name, text in written.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("sql", "tables"),
    [
        (None, {"lines"}),
        ("select * from page_figure", {"page_figure"}),
        ("with owed as (select 1 from page_return) select * from owed INNER JOIN page_unit as u on true", {"page_return", "page_unit"}),
        ("select * from (select * from page_case) as c cross join range(1, 13)", {"page_case"}),
    ],
)
def test_a_dataset_rests_on_tables_alone(sql: str | None, tables: set[str]) -> None:
    """Neither on parts of its own statement nor on functions."""
    assert Dataset.model_validate(DATASET | {"sql": sql}).tables == tables


def test_a_dashboard_rests_on_what_its_charts_and_filters_rest_on(assets: Path) -> None:
    """A chart that stands on no dashboard adds nothing."""
    found = files(assets)
    (page,) = found.dashboards.values()

    assert found.tables(page) == {"page_figure", "page_month"}


def test_a_chart_names_columns_and_leaves_its_expressions_aside(assets: Path) -> None:
    """Expressions are Superset's to judge."""
    assert files(assets).charts[assets / "charts/a.yaml"].names == {"unit", "month"}


def test_a_file_that_is_no_such_object_is_named(assets: Path) -> None:
    """With the key that is missing."""
    (assets / "charts/b.yaml").write_text("{uuid: c2, params: {}}", encoding="utf-8")

    with pytest.raises(CatalogError, match="dataset_uuid"):
        files(assets)
