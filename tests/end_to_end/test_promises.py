"""Each promise of completeness is kept up to its threshold, and one cell more breaks it: for one unit, in one month, and nothing else."""

import math
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
import yaml

from catalog.catalog import load
from catalog.ledger import Ledger, Promise
from ingest.identity_numbers import check_sign
from tests.end_to_end.city import City

ROWS = 50
KEPT, BROKEN = "2023-04", "2023-05"  # in April each share stands at its threshold, in May one cell below
DISTRICTS = ["150202", "150203", "150204", "150205", "150206", "150207", "150221", "150222", "150223", "150271"]
FILED: dict[str, dict[str, str | int]] = yaml.safe_load((Path(__file__).parent / "promised_rows.yml").read_text(encoding="utf-8"))
LONGEST_NUMBER = 6  # digits of what is filed as a number; an identity number is filed as text


def header(ledger: Ledger, column: str) -> str:
    """A header of a column that stands in one row."""
    return next(header for header in ledger.columns[column].headers if "/" not in header)


def asked(ledger: Ledger, promise: Promise) -> str:
    """The column, of those filed, that a promise asks."""
    return next(column for column in FILED[ledger.id] if re.search(rf"\b{column}(_length|_hash)?\b", promise.share_of))


def allowed(promise: Promise) -> int:
    """How many of the rows may lack the column so that the share still reaches the threshold."""
    return ROWS - math.ceil(promise.at_least * ROWS)


def values(ledger: str, district: str, month: str, row: int) -> dict[str, str | int]:
    """A complete row; no two rows of the city are alike."""
    townships = [unit.name for unit in load().units if unit.parent == district and unit.level == "township" and not unit.pseudo]
    number = f"990101198001{row % 28 + 1:02d}{row:03d}"
    facts = {"where": f"{district}在{month}", "row": row, "day": f"{month}-{row % 28 + 1:02d}", "number": number + check_sign(number)}
    facts |= {"township": townships[row % len(townships)] if townships else ""}
    return {column: filled(str(template).format(**facts)) for column, template in FILED[ledger].items()}


def filled(text: str) -> str | int:
    """What stands in a cell: a number as a number."""
    return int(text) if text.isdigit() and len(text) <= LONGEST_NUMBER else text


def workbook(file: Path, ledger: str, district: str, month: str, blanks: dict[str, int]) -> None:
    """An office's workbook in which the first rows lack some columns: as many rows as `blanks` says, for no two columns the same rows."""
    book = openpyxl.Workbook()
    sheet = book.active
    year, number = month.split("-")
    unit = load().units[district]
    declared = load().ledgers[ledger]
    sheet.append([f"{unit.name}{year}年{int(number)}月{declared.title}"])
    sheet.append([header(declared, column) for column in FILED[ledger]])
    taken = 0
    lacking: dict[int, str] = {}
    for column, count in blanks.items():
        lacking |= dict.fromkeys(range(taken + 1, taken + count + 1), column)
        taken += count
    for row in range(1, ROWS + 1):
        known = values(ledger, district, month, row)
        sheet.append([None if lacking.get(row) == column else known[column] for column in FILED[ledger]])
    file.parent.mkdir(parents=True, exist_ok=True)
    book.save(file)


def returns() -> Iterator[tuple[str, str, Promise]]:
    """Which district breaks which promise of which ledger."""
    for ledger in load().ledgers.values():
        for district, promise in zip(DISTRICTS, ledger.promises, strict=False):
            yield ledger.id, district, promise


def first_that_repeat(ledger: Ledger) -> list[Promise]:
    """The promises, those of a column first whose empty cells repeat the one above: it can lack only its first rows."""
    return sorted(ledger.promises, key=lambda promise: not ledger.columns[asked(ledger, promise)].fill_down)


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str, str], dict[str, str]]:
    """The states by ledger, unit and month, each by promise, after one run."""
    city = City.founded(tmp_path_factory.mktemp("promises") / "data")
    for ledger, district, broken in returns():
        for month in (KEPT, BROKEN):
            declared = load().ledgers[ledger]
            blanks = {asked(declared, promise): allowed(promise) for promise in first_that_repeat(declared)}
            if month == BROKEN:
                blanks[asked(declared, broken)] += 1
            workbook(city.home / "inbox" / load().units[district].name / f"{month}{declared.title}.xlsx", ledger, district, month, blanks)
    city.quiet()
    city.run()
    states: dict[tuple[str, str, str], dict[str, str]] = defaultdict(dict)
    for ledger, promise, unit, period, state in city.query("select ledger, promise, unit_code, period, state from fct_check_result"):
        states[ledger, unit, period][promise] = state
    return states


@pytest.mark.parametrize(("ledger", "district", "promise"), [(ledger, district, promise.id) for ledger, district, promise in returns()])
def test_one_cell_past_the_threshold_flips_one_row(judged: dict[tuple[str, str, str], dict[str, str]], ledger: str, district: str, promise: str) -> None:
    """In April every promise is just kept; in May the broken one fails, and only it."""
    kept, broken = judged[ledger, district, KEPT], judged[ledger, district, BROKEN]

    assert set(kept.values()) == {"pass"}
    assert {name for name in kept if kept[name] != broken[name]} == {promise}
    assert broken[promise] == "fail"


def test_a_unit_that_filed_nothing_has_no_data(judged: dict[tuple[str, str, str], dict[str, str]]) -> None:
    """Nothing filed is not a failure of each promise: it is a missing return, and no data."""
    assert set(judged["dispute", "150200-BJ", KEPT].values()) == {"no_data"}
