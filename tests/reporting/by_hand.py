"""A published version built by hand: two units and the city, two months, with every way in which a figure can be absent."""

import io
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import duckdb
from openpyxl import Workbook, load_workbook

from catalog.catalog import Catalog
from catalog.period import Period
from reporting.extract import Wanted, extract
from reporting.manifest import Manifest
from warehouse import kept_catalog
from warehouse.access import Asker
from warehouse.archive import file_hash
from warehouse.event import CHINA, Published, VersionKeys
from warehouse.folder import Folder
from warehouse.journal import Journal

CITY, KUN, DAMAO = "150200", "150203", "150223"
ASKER = Asker("王某", datetime(2023, 7, 6, 9, tzinfo=CHINA))
TABLES = """
    create table page_unit as select * from (values ('150200', 1), ('150203', 2), ('150223', 3)) as t(unit_code, place);
    create table page_month as
        select unit_code, period, period_to from page_unit
        cross join (values ('2023-04', date '2023-04-30'), ('2023-05', date '2023-05-31')) as months(period, period_to);
    create table fct_indicator (
        indicator varchar, unit_code varchar, period varchar, value decimal(18, 6), numerator bigint, denominator bigint, absence varchar, unreadable bigint,
        blocked bigint, carried_forward bigint, returns_expected bigint, returns_received bigint, coverage_ratio decimal(18, 6)
    );
"""
# of one figure and unit: value, numerator, denominator, absence, unreadable, blocked, carried forward, returns expected and received, coverage
NOT_FILED = "null, null, null, 'not_filed', 0, 0, 0, 1, 0, 0"
ROWS = {
    ("disputes_found", CITY): "34, 34, null, null, 0, 0, 0, 2, 1, 0.5",
    ("disputes_found", KUN): "34, 34, null, null, 0, 0, 0, 1, 1, 1",
    ("disputes_open", CITY): "18, 18, null, null, 1, 0, 6, 2, 1, 0.5",
    ("disputes_open", KUN): "12, 12, null, null, 1, 0, 0, 1, 1, 1",
    ("disputes_open", DAMAO): "6, 6, null, null, 0, 0, 6, 1, 0, 0",
    ("disputes_overdue", CITY): "0, 0, null, null, 0, 0, 0, 2, 1, 0.5",
    ("disputes_overdue", KUN): "0, 0, null, null, 0, 0, 0, 1, 1, 1",
    ("resolved_rate", CITY): "0.619048, 13, 21, null, 1, 0, 0, 2, 1, 0.5",
    ("resolved_rate", KUN): "0.619048, 13, 21, null, 1, 0, 0, 1, 1, 1",
    ("struck_off_rate", CITY): "null, null, 0, 'unreadable', 22, 0, 0, 2, 1, 0.5",
    ("struck_off_rate", KUN): "null, null, 0, 'unreadable', 22, 0, 0, 1, 1, 1",
    ("success_rate_closed", KUN): "null, 0, 0, 'nothing_to_divide', 0, 0, 0, 1, 1, 1",
    ("claims", CITY): "null, null, null, 'blocked', 0, 2, 0, 0, 1, null",
    ("claims", KUN): "null, null, null, 'blocked', 0, 2, 0, 0, 1, null",
    ("claims", DAMAO): "null, null, null, 'not_owed', 0, 0, 0, 0, 0, null",
    ("amount_claimed", CITY): "12345.5, 1234550, 3, null, 0, 0, 0, 0, 1, null",
    ("amount_claimed", KUN): "12345.5, 1234550, 3, null, 0, 0, 0, 0, 1, null",
    ("amount_claimed", DAMAO): "null, null, null, 'not_owed', 0, 0, 0, 0, 0, null",
}


@dataclass(frozen=True)
class Office:
    """A data folder with one published version."""

    folder: Folder
    published: Published

    def extract(self, report: str = "summary", period: str = "2023-05", unit_code: str = CITY, asker: Asker = ASKER) -> Manifest:
        """Write an extract."""
        return extract(self.folder, self.published, Wanted(report, Period.parse(period), unit_code), asker)

    def content(self, manifest: Manifest) -> bytes:
        """The workbook that was written."""
        return (self.folder.home / manifest.file).read_bytes()

    def opened(self, manifest: Manifest) -> Workbook:
        """The workbook as another program reads it."""
        return load_workbook(io.BytesIO(self.content(manifest)))


def publish(folder: Folder, catalog: Catalog, withheld: tuple[str, ...] = ()) -> Office:
    """Publish the version with these declarations."""
    kept_catalog.keep(catalog, folder)
    file = folder.published / "0123456789abcdef.duckdb"
    write(file, catalog)
    keys = VersionKeys(readings="r", decisions="d", catalog=catalog.fingerprint, code="k", obligations="o@2023-07-06")
    published = Published(
        version=file.stem,
        keys=keys,
        as_of=None,
        run_id="run-1",
        file=file.name,
        file_sha256=file_hash(file),
        tables={"fct_indicator": "9a3b"},
        withheld=withheld,
    )
    Journal(folder).append(published)
    folder.current.symlink_to(file.name)
    return Office(folder, published)


def write(file: Path, catalog: Catalog) -> None:
    """The tables that an extract reads; what ROWS does not name was not filed."""
    with duckdb.connect(str(file)) as connection:
        connection.execute(TABLES)
        for indicator in catalog.indicators:
            for unit in (CITY, KUN, DAMAO):
                connection.execute(f"insert into fct_indicator values ('{indicator}', '{unit}', '2023-05', {ROWS.get((indicator, unit), NOT_FILED)})")
                connection.execute(f"insert into fct_indicator values ('{indicator}', '{unit}', '2023-04', {NOT_FILED})")
