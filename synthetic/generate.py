"""The whole city as files: each reporting unit made, filed and written by itself, several at a time, always with the same result."""

import csv
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, fields
from datetime import datetime
from multiprocessing import get_context
from pathlib import Path

from catalog.catalog import load
from synthetic.calibration import calibration
from synthetic.city.district import Plan, district
from synthetic.desk import filed, returns
from synthetic.filing.entry import Entry
from synthetic.offices.sheet import Label, Workbook
from synthetic.truth import Truth
from synthetic.writing.text import write_csv, write_html, write_json
from synthetic.writing.xlsx import write as write_xlsx

INBOX, TRUTH, LABELS, RECEIVED = "inbox", "truth", "labels.csv", "received.csv"
WRITERS = {"xlsx": write_xlsx, "csv": write_csv, "html": write_html, "json": write_json}


@dataclass(frozen=True)
class Written:
    """What was written of one unit: its files with their times of receipt, the labels, and how many records it truly has of each ledger."""

    unit: str
    received: tuple[tuple[str, datetime], ...]
    labels: tuple[Label, ...]
    counts: dict[str, int]


@dataclass(frozen=True)
class City:
    """What was written of the whole city."""

    units: tuple[Written, ...]

    @property
    def files(self) -> int:
        """How many workbooks there are."""
        return sum(len(unit.received) for unit in self.units)

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
        return max(at for unit in self.units for _, at in unit.received)


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
    received: list[tuple[str, datetime]] = []
    labels: list[Label] = []
    truth = Truth(catalog, home / TRUTH)
    earlier: dict[str, tuple[Entry, ...]] = {}
    for asked in returns(catalog, made):
        truth.add(asked)
        before, earlier[asked.ledger] = earlier.get(asked.ledger, ()), asked.entries
        for workbook in filed(catalog, made, asked, before):
            write(workbook, home / INBOX)
            received.append((workbook.path, workbook.received_at))
            labels.extend(workbook.labels)
    truth.write(code)
    return Written(code, tuple(received), tuple(labels), truth.counts)


def write(workbook: Workbook, inbox: Path) -> None:
    """Write one workbook where its office drops it."""
    target = inbox / workbook.path
    target.parent.mkdir(parents=True, exist_ok=True)
    WRITERS[workbook.format](workbook, target)


def write_lists(city: City, home: Path) -> None:
    """The times of receipt, in their order, and the labels, in the order of files and cells."""
    received = sorted((at, path) for unit in city.units for path, at in unit.received)
    with (home / INBOX / RECEIVED).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([("file", "received_at"), *((path, at.isoformat()) for at, path in received)])
    names = [one.name for one in fields(Label)]
    with (home / LABELS).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([names, *([getattr(label, name) for name in names] for label in city.labels)])
