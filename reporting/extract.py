"""Extracts: a report of a published month, written as a workbook with its manifest below `extracts/`. Nothing that is published changes by it."""

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from catalog.catalog import Catalog, load
from catalog.error import CatalogError
from catalog.period import Period
from catalog.unit import CITY
from reporting.content import Content
from reporting.figures import figures, months
from reporting.manifest import JournalHead, Manifest, stated
from reporting.workbook import workbook
from warehouse import versions
from warehouse.access import Asker, hands_out
from warehouse.durable import replace
from warehouse.event import Published
from warehouse.folder import Folder
from warehouse.journal import Journal


class NoFigures(Exception):
    """A month has no figures, or none of a unit: nobody has filed since, or it lies before the first. Carries the newest that has some, if any has."""

    def __init__(self, newest: str | None) -> None:
        self.newest = newest
        super().__init__(f"the newest month with figures: {newest}")


class NotDeclaredThen(Exception):
    """The version was published with declarations that know no such report; the next publish knows it."""


@dataclass(frozen=True)
class Wanted:
    """Which report of which month, of the city or of one unit."""

    report: str
    period: Period
    unit_code: str = CITY


def extract(folder: Folder, published: Published, wanted: Wanted, asker: Asker) -> Manifest:
    """Write one extract from a published version, over an earlier one of the same report, month and unit. It is written down first who asks.

    NoFigures when the month has none; NotDeclaredThen when the version's declarations lack the report.
    """
    hands_out(folder, f"{wanted.report} {wanted.period} {wanted.unit_code} {published.version}", asker)
    content = content_of(folder, published, wanted)
    made = workbook(content)
    place = folder.extracts / wanted.report / wanted.period.code / content.file_name
    manifest = manifest_of(folder, content, place, made, asker)
    place.parent.mkdir(parents=True, exist_ok=True)
    replace(place, made)
    replace(place.with_suffix(".json"), f"{manifest.model_dump_json(indent=2)}\n".encode())
    return manifest


def extract_newest(folder: Folder, published: Published, today: date, asker: Asker) -> tuple[Manifest, ...]:
    """Write every report of the newest month that is over and has figures; nothing before there is one."""
    period = newest_closed(versions.file_of(folder, published), today)
    if period is None:
        return ()
    return tuple(extract(folder, published, Wanted(report, period), asker) for report in catalog_of(folder, published).reports)


def newest_closed(published: Path, today: date) -> Period | None:
    """The newest month that is over and has figures; None before there is one."""
    closed = [month.period for month in months(published) if month.period_to < today]
    return Period.parse(closed[-1]) if closed else None


def content_of(folder: Folder, published: Published, wanted: Wanted) -> Content:
    """What an extract states."""
    catalog, file = catalog_of(folder, published), versions.file_of(folder, published)
    if wanted.report not in catalog.reports:
        raise NotDeclaredThen(wanted.report)
    known = [month.period for month in months(file)]
    if wanted.period.code not in known:
        raise NoFigures(known[-1] if known else None)
    found = figures(file, wanted.period.code)
    if all(figure.unit_code != wanted.unit_code for figure in found):
        raise NoFigures(known[-1])
    return Content(catalog.reports[wanted.report], catalog, wanted.period, wanted.unit_code, published, found)


def catalog_of(folder: Folder, published: Published) -> Catalog:
    """The declarations that a version was published with: a figure is handed out with the words it was counted by."""
    try:
        return load(folder.catalogs / published.keys.catalog)
    except (CatalogError, FileNotFoundError) as error:  # of an older program, whose declarations had other keys
        raise NotDeclaredThen(published.keys.catalog) from error


def manifest_of(folder: Folder, content: Content, place: Path, made: bytes, asker: Asker) -> Manifest:
    """The manifest of a workbook."""
    published, head = content.published, Journal(folder).chain.head()
    return Manifest(
        report=content.report.id,
        title=content.title,
        period=content.period.code,
        unit_code=content.unit_code,
        file=place.relative_to(folder.home).as_posix(),
        file_sha256=hashlib.sha256(made).hexdigest(),
        version=published.version,
        as_of=content.as_of.isoformat(),
        published_file=published.file,
        published_sha256=published.file_sha256,
        tables=published.tables,
        withheld=published.withheld,
        catalog=published.keys.catalog,
        figures=stated(content),
        journal=JournalHead(number=head.number, hash=head.hash),
        asked_by=asker.by,
        asked_at=asker.at,
    )
