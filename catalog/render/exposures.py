"""dbt: an exposure for each dashboard and each report, so that its documentation leads from a table to whoever looks at it.

Their declaration is read here and is no part of the catalog: no figure follows from it, and the declarations kept with older versions have none.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from catalog.catalog import Catalog
from catalog.declarations import read
from catalog.exposures import Exposures, Sent, Shown
from catalog.render.rendered import Rendered, fill, header
from catalog.superset_files import files

FILE = Path("dbt_project/models/exposures.yml")
ASSETS = Path("superset_config/assets")  # beside the catalog's own folder


@dataclass(frozen=True)
class Exposure:
    """One dashboard or report as dbt knows it."""

    name: str
    label: str
    type: str
    address: str
    description: str
    rests_on: tuple[str, ...]


def render(catalog: Catalog) -> Iterator[Rendered]:
    """`exposures.yml`: who answers for what is shown and sent, where it is, and on which published tables it rests."""
    declared = read(catalog.home / "exposures.yml", Exposures)
    exposures = [*dashboards(catalog, declared.dashboards), *reports(catalog, declared.reports)]
    yield Rendered(FILE, fill("exposures.yml.jinja", header=header("exposures.yml"), declared=declared, exposures=exposures))


def dashboards(catalog: Catalog, words: Shown) -> Iterator[Exposure]:
    """Each page of Superset that a file makes."""
    found = files(catalog.home.parent / ASSETS)
    for page in found.dashboards.values():
        yield Exposure(
            name=f"dashboard_{page.slug}",
            label=page.dashboard_title,
            type="dashboard",
            address=words.address.format(slug=page.slug),
            description=words.description.format(title=page.dashboard_title),
            rests_on=tuple(sorted(found.tables(page))),
        )


def reports(catalog: Catalog, words: Sent) -> Iterator[Exposure]:
    """Each report that goes out."""
    for report in catalog.reports.values():
        yield Exposure(
            name=f"report_{report.id}",
            label=report.title,
            type="application",
            address=words.address.format(id=report.id),
            description=words.description.format(id=report.id, title=report.title),
            rests_on=words.rests_on,
        )
