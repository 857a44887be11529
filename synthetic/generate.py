"""The whole city as files: each reporting unit made, filed and written by itself, several at a time, always with the same result."""

import csv
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import astuple, dataclass, fields
from datetime import datetime
from multiprocessing import get_context
from pathlib import Path

from catalog.catalog import load
from synthetic.calibration import calibration
from synthetic.city.district import Plan, district
from synthetic.desk import filed, returns
from synthetic.filing.entry import Entry
from synthetic.offices.sheet import Label, Workbook
from synthetic.truth import Rows, Truth
from synthetic.writing.text import write_csv, write_html, write_json
from synthetic.writing.xlsx import write as write_xlsx

INBOX, TRUTH, ROWS, LABELS, RETURNS, RECEIVED = "inbox", "truth", "rows", "labels.csv", "returns.csv", "received.csv"
MISSING = "missing"
WRITERS = {"xlsx": write_xlsx, "csv": write_csv, "html": write_html, "json": write_json}


@dataclass(frozen=True, slots=True)
class Delivery:
    """What became of one return: a file of some kind, or none; and how many records it truly has."""

    unit_code: str
    ledger: str
    period: str
    kind: str
    file: str
    received_at: datetime | None
    records: int


@dataclass(frozen=True)
class Written:
    """What was written of one unit: its returns, the labels, and how many records it truly has of each ledger."""

    unit: str
    deliveries: tuple[Delivery, ...]
    labels: tuple[Label, ...]
    counts: dict[str, int]


@dataclass(frozen=True)
class City:
    """What was written of the whole city."""

    units: tuple[Written, ...]

    @property
    def files(self) -> int:
        """How many workbooks there are."""
        return sum(bool(delivery.file) for delivery in self.deliveries)

    @property
    def deliveries(self) -> tuple[Delivery, ...]:
        """Every return, unit by unit."""
        return tuple(delivery for unit in self.units for delivery in unit.deliveries)

    @property
    def labels(self) -> tuple[Label, ...]:
        """Every label, unit by unit."""
        return tuple(label for unit in self.units for label in unit.labels)

    @property
    def counts(self) -> dict[str, int]:
        """How many records there truly are of each ledger."""
        return dict(sum((Counter(unit.counts) for unit in self.units), Counter()))

    @property
    def counts_by_unit(self) -> dict[str, dict[str, int]]:
        """The same, unit by unit."""
        return {unit.unit: unit.counts for unit in self.units}

    @property
    def kinds(self) -> dict[str, int]:
        """How often each kind of defect was injected."""
        return dict(Counter(label.kind for label in self.labels))

    @property
    def last(self) -> datetime:
        """When the last file arrived."""
        return max(one.received_at for one in self.deliveries if one.received_at)


def generate(plan: Plan, home: Path, workers: int) -> City:
    """Make the city and write its inbox, its labels and its truth below a folder. The same plan gives the same files, whatever the number of workers."""
    shares = calibration().units
    codes = sorted((unit.code for unit in load().units.reporting), key=lambda code: -shares[code].share)
    if workers > 1:
        with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
            units = tuple(pool.map(write_unit, codes, [plan] * len(codes), [home] * len(codes)))
    else:
        units = tuple(write_unit(code, plan, home) for code in codes)
    city = City(tuple(sorted(units, key=lambda written: written.unit)))
    write_lists(city, home)
    return city


def write_unit(code: str, plan: Plan, home: Path) -> Written:
    """Make one reporting unit and write its workbooks and its truth."""
    catalog = load()
    made = district(catalog, code, plan, calibration())
    deliveries: list[Delivery] = []
    labels: list[Label] = []
    truth, rows = Truth(catalog, home / TRUTH), Rows(home / ROWS)
    earlier: dict[str, tuple[Entry, ...]] = {}
    for asked in returns(catalog, made):
        truth.add(asked)
        before, earlier[asked.ledger] = earlier.get(asked.ledger, ()), asked.entries
        workbooks = tuple(filed(catalog, made, asked, before))
        if not workbooks and asked.entries:
            deliveries.append(Delivery(code, asked.ledger, asked.period.code, MISSING, "", None, len(asked.entries)))
        for workbook in workbooks:
            write(workbook, home / INBOX)
            deliveries.append(Delivery(code, asked.ledger, asked.period.code, workbook.kind, workbook.path, workbook.received_at, len(asked.entries)))
            labels.extend(workbook.labels)
            rows.add(asked, workbook)
    truth.write(code)
    rows.write(code)
    return Written(code, tuple(deliveries), tuple(labels), truth.counts)


def write(workbook: Workbook, inbox: Path) -> None:
    """Write one workbook where its office drops it."""
    target = inbox / workbook.path
    target.parent.mkdir(parents=True, exist_ok=True)
    WRITERS[workbook.format](workbook, target)


def write_lists(city: City, home: Path) -> None:
    """The times of receipt in their order; the labels in the order of files and cells; what became of each return."""
    received = sorted((one.received_at, one.file) for one in city.deliveries if one.received_at)
    write_list(home / INBOX / RECEIVED, ["file", "received_at"], [(path, at.isoformat()) for at, path in received])
    write_list(home / LABELS, [one.name for one in fields(Label)], [astuple(label) for label in city.labels])
    write_list(home / RETURNS, [one.name for one in fields(Delivery)], [astuple(one) for one in city.deliveries])


def write_list(target: Path, names: list[str], rows: Iterable[tuple[object, ...]]) -> None:
    """One list as delimited text."""
    with target.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([names, *rows])
