"""Reading: one long sheet against bare calamine, and a city's worth of office workbooks against pandas with openpyxl."""

import warnings
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import partial
from io import BytesIO
from multiprocessing import get_context
from pathlib import Path

import pandas as pd
from openpyxl import Workbook
from python_calamine import CalamineWorkbook

from bench.pairs import Pair
from catalog.catalog import load
from ingest.identifying import Delivery
from ingest.on_request import Named, check_files
from ingest.opening import open_file
from warehouse.settings import ROOT, Settings

ROWS, COLUMNS = 50_000, 25
OFFICE_FILES = 1_500
WORKERS = 2
ZIP = b"PK\x03\x04"
SAMPLES = ROOT / "tests" / "samples" / "inbox"


def pairs(folder: Path) -> list[Pair]:
    """What is measured."""
    long = long_sheet()
    offices = office_files(folder)
    return [
        Pair(f"open {ROWS} × {COLUMNS}, against calamine", partial(open_file, long, "long.xlsx"), partial(with_calamine, long), 1.25),
        Pair(f"check {OFFICE_FILES} workbooks, against pandas + openpyxl", partial(checked, offices), partial(with_pandas, offices), 1 / 8, rounds=1),
    ]


def long_sheet() -> bytes:
    """A ledger of words, numbers and days, as large as a city year."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    day, names = date(2023, 4, 1), [unit.name for unit in load().units]
    for row in range(ROWS):
        sheet.append([f"{names[row % len(names)]} {row % 977}" if column % 3 == 0 else row * column if column % 3 == 1 else day for column in range(COLUMNS)])
    book.save(buffer := BytesIO())
    return buffer.getvalue()


def office_files(folder: Path) -> list[Path]:
    """Workbooks of the sample offices over and over, each a file of its own."""
    readable = samples()
    files = [folder / f"{number}.xlsx" for number in range(OFFICE_FILES)]
    for number, file in enumerate(files):
        file.write_bytes(readable[number % len(readable)].read_bytes())
    return files


def samples() -> list[Path]:
    """The sample workbooks that both can read; an encrypted one, a lock file, is for neither."""
    return [file for file in sorted(SAMPLES.rglob("*.xlsx")) if file.read_bytes().startswith(ZIP) and not file.name.startswith("~$")]


def with_calamine(content: bytes) -> object:
    """Bare values, without addresses, formats or hidden rows."""
    return CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0).to_python()


def checked(files: list[Path]) -> object:
    """Opened, found, named, read, judged; in two workers."""
    catalog = load()
    office = catalog.units.reporting[0]
    named = [Named(Delivery(f"{office.name}/{file.name}", office.code, None), file.read_bytes()) for file in files]
    return check_files(named, catalog, Settings(workers=WORKERS))


def with_pandas(files: list[Path]) -> object:
    """Opened, no more; in two processes."""
    with ProcessPoolExecutor(WORKERS, mp_context=get_context("forkserver")) as pool:
        return sum(pool.map(cells_by_pandas, files, chunksize=20))


def cells_by_pandas(file: Path) -> int:
    """The cells of every sheet."""
    with warnings.catch_warnings(action="ignore"):  # what openpyxl cannot keep
        return sum(frame.size for frame in pd.read_excel(file, sheet_name=None, header=None, engine="openpyxl").values())
