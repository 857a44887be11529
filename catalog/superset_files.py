"""Superset's objects as files, in its own export layout: dashboards of charts, charts of datasets, datasets of published tables."""

import re
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, Field

from catalog.declarations import read

READ_FROM = re.compile(r"\b(?:from|join)\s+([a-z_]\w*)\b(?!\s*\()", re.IGNORECASE)
WRITTEN_ABOVE = re.compile(r"\b([a-z_]\w*)\s+as\s+\(", re.IGNORECASE)  # a part of the statement with a name of its own
NAMES_OF_COLUMNS = ("all_columns", "groupby", "columns", "x_axis")


class Exported(BaseModel):
    """What one file holds. Superset writes more than is asked of it here."""

    model_config = ConfigDict(frozen=True)

    uuid: str


class Column(BaseModel):
    """A column that a dataset shows."""

    column_name: str


class Dataset(Exported):
    """A published table, or a statement over several."""

    table_name: str
    sql: str | None
    columns: tuple[Column, ...]

    @property
    def names(self) -> set[str]:
        """Its columns by name."""
        return {column.column_name for column in self.columns}

    @property
    def tables(self) -> set[str]:
        """The published tables that it rests on."""
        if not self.sql:
            return {self.table_name}
        return set(READ_FROM.findall(self.sql)) - set(WRITTEN_ABOVE.findall(self.sql))


class Chart(Exported):
    """A way to show a dataset."""

    dataset_uuid: str
    params: dict[str, object]

    @property
    def names(self) -> set[str]:
        """The columns that it names; expressions of its own are Superset's to judge."""
        named: set[str] = set()
        for key in NAMES_OF_COLUMNS:
            value = self.params.get(key) or []
            named |= {name for name in (value if isinstance(value, list) else [value]) if isinstance(name, str)}
        return named


class Meta(BaseModel):
    """What stands in a place; the uuid is a chart's."""

    uuid: str | None = None


class Place(BaseModel):
    """A place on a dashboard."""

    meta: Meta = Meta()


class Target(BaseModel):
    """What a filter offers values of; one that picks a time offers none."""

    dataset_uuid: str | None = Field(None, alias="datasetUuid")


class Filter(BaseModel):
    """A choice at the top of a dashboard."""

    targets: tuple[Target, ...] = ()


class Metadata(BaseModel):
    """What a dashboard says of itself."""

    native_filter_configuration: tuple[Filter, ...] = ()


class Dashboard(Exported):
    """A page of charts, with choices above them."""

    dashboard_title: str
    slug: str
    position: dict[str, Place | str]
    metadata: Metadata

    @property
    def charts(self) -> list[str]:
        """The uuids of the charts that stand on it."""
        return [place.meta.uuid for place in self.position.values() if isinstance(place, Place) and place.meta.uuid]

    @property
    def chosen_from(self) -> list[str]:
        """The uuids of the datasets that its filters offer values of."""
        return [target.dataset_uuid for choice in self.metadata.native_filter_configuration for target in choice.targets if target.dataset_uuid]


AnExport = TypeVar("AnExport", bound=Exported)


class Files(BaseModel):
    """All objects with the files that hold them."""

    model_config = ConfigDict(frozen=True)

    dashboards: dict[Path, Dashboard]
    charts: dict[Path, Chart]
    datasets: dict[Path, Dataset]

    def tables(self, dashboard: Dashboard) -> set[str]:
        """The published tables that a dashboard rests on, by way of its charts and filters and their datasets; what leads nowhere adds nothing."""
        asked = {chart.dataset_uuid for chart in self.charts.values() if chart.uuid in dashboard.charts} | set(dashboard.chosen_from)
        return {table for dataset in self.datasets.values() if dataset.uuid in asked for table in dataset.tables}


def files(assets: Path) -> Files:
    """What stands in a folder of Superset's layout. CatalogError for a file that is no such object."""
    return Files(
        dashboards=of_kind(assets / "dashboards", Dashboard),
        charts=of_kind(assets / "charts", Chart),
        datasets=of_kind(assets / "datasets", Dataset),
    )


def of_kind(folder: Path, kind: type[AnExport]) -> dict[Path, AnExport]:
    """The files of one kind, in one order."""
    return {file: read(file, kind) for file in sorted(folder.rglob("*.yaml"))}
