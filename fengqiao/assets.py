"""Superset's objects as files: whether every dashboard leads to charts, every chart to a dataset, every column to the published file."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import yaml

from fengqiao.home import Office
from fengqiao.published import ask
from warehouse.locked_file import QueryRefused
from warehouse.settings import ROOT

ASSETS = ROOT / "superset_config" / "assets"
RULED_BY = "district_code"  # the column that every row-level rule names

Content = dict[str, object]
NAMES_OF_COLUMNS = ("all_columns", "groupby", "columns", "x_axis")


@dataclass(frozen=True)
class Broken:
    """A file that names what is not there."""

    file: Path
    what: str

    def __str__(self) -> str:
        return f"{self.file.relative_to(ASSETS)}: {self.what}"


def read(kind: str) -> dict[Path, Content]:
    """The files of one kind with what they hold."""
    return {file: yaml.safe_load(file.read_text(encoding="utf-8")) for file in sorted((ASSETS / kind).rglob("*.yaml"))}


def broken(office: Office) -> Iterator[Broken]:
    """All that leads nowhere."""
    datasets = {str(content["uuid"]): content for content in read("datasets").values()}
    charts = {str(content["uuid"]): content for content in read("charts").values()}
    for file, content in read("dashboards").items():
        for uuid in uuids_of_charts(content):
            if uuid not in charts:
                yield Broken(file, f"no chart {uuid}")
    for file, content in read("charts").items():
        dataset = datasets.get(str(content["dataset_uuid"]))
        if dataset is None:
            yield Broken(file, f"no dataset {content['dataset_uuid']}")
            continue
        yield from (Broken(file, f"no column {name} in {dataset['table_name']}") for name in sorted(columns_of_chart(content) - columns(dataset)))
    for file, content in read("datasets").items():
        yield from dataset_faults(office, file, content)


def dataset_faults(office: Office, file: Path, content: Content) -> Iterator[Broken]:
    """Columns that the published file does not give, and a dataset that no rule can reach."""
    if RULED_BY not in columns(content):
        yield Broken(file, f"no column {RULED_BY}: no rule can reach it")
    source = f"({content['sql']})" if content.get("sql") else str(content["table_name"])
    try:
        given = set(ask(office, f"select * from {source} as dataset limit 0").columns)  # noqa: S608  # our own files; the connection reads only
    except QueryRefused as error:
        yield Broken(file, str(error))
        return
    yield from (Broken(file, f"no column {name} in the published file") for name in sorted(columns(content) - given))


def uuids_of_charts(dashboard: Content) -> list[str]:
    """The charts that stand on a dashboard."""
    position = cast(
        "dict[str, dict[str, dict[str, str]]]", {name: part for name, part in cast("Content", dashboard["position"]).items() if isinstance(part, dict)}
    )
    return [part["meta"]["uuid"] for part in position.values() if "uuid" in part.get("meta", {})]


def columns(dataset: Content) -> set[str]:
    """The columns that a dataset shows."""
    return {column["column_name"] for column in cast("list[dict[str, str]]", dataset["columns"])}


def columns_of_chart(chart: Content) -> set[str]:
    """The columns that a chart names; expressions of its own are Superset's to judge."""
    params = cast("dict[str, object]", chart["params"])
    named: set[str] = set()
    for key in NAMES_OF_COLUMNS:
        value = params.get(key) or []
        named |= {name for name in (value if isinstance(value, list) else [value]) if isinstance(name, str)}
    return named
