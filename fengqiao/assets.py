"""Superset's objects as files: whether every dashboard leads to charts, every chart to a dataset, every column to the published file."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from catalog.superset_files import Dataset, files
from fengqiao.home import Office
from fengqiao.published import ask
from warehouse.locked_file import QueryRefused
from warehouse.settings import ROOT

ASSETS = ROOT / "superset_config" / "assets"
RULED_BY = "district_code"  # the column that every row-level rule names


@dataclass(frozen=True)
class Broken:
    """A file that names what is not there."""

    file: Path
    what: str

    def __str__(self) -> str:
        return f"{self.file.relative_to(ASSETS)}: {self.what}"


def broken(office: Office) -> Iterator[Broken]:
    """All that leads nowhere."""
    found = files(ASSETS)
    charts = {chart.uuid for chart in found.charts.values()}
    datasets = {dataset.uuid: dataset for dataset in found.datasets.values()}
    for file, dashboard in found.dashboards.items():
        yield from (Broken(file, f"no chart {uuid}") for uuid in dashboard.charts if uuid not in charts)
        yield from (Broken(file, f"no dataset {uuid}") for uuid in dashboard.chosen_from if uuid not in datasets)
    for file, chart in found.charts.items():
        if dataset := datasets.get(chart.dataset_uuid):
            yield from (Broken(file, f"no column {name} in {dataset.table_name}") for name in sorted(chart.names - dataset.names))
        else:
            yield Broken(file, f"no dataset {chart.dataset_uuid}")
    for file, dataset in found.datasets.items():
        yield from dataset_faults(office, file, dataset)


def dataset_faults(office: Office, file: Path, dataset: Dataset) -> Iterator[Broken]:
    """Columns that the published file does not give, and a dataset that no rule can reach."""
    if RULED_BY not in dataset.names:
        yield Broken(file, f"no column {RULED_BY}: no rule can reach it")
    source = f"({dataset.sql})" if dataset.sql else dataset.table_name
    try:
        given = set(ask(office, f"select * from {source} as dataset limit 0").columns)  # noqa: S608  # our own files; the connection reads only
    except QueryRefused as error:
        yield Broken(file, str(error))
        return
    yield from (Broken(file, f"no column {name} in the published file") for name in sorted(dataset.names - given))
