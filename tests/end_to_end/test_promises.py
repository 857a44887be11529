"""Each promise of completeness is kept up to its threshold, and one cell more breaks it: for one unit, in one month, and nothing else."""

import math
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from catalog.catalog import load
from catalog.ledger import Promise
from tests.end_to_end.city import City

ROWS = 50
KEPT, BROKEN = "2023-04", "2023-05"  # in April each share stands at its threshold, in May one cell below
DISTRICTS = ["150202", "150203", "150204", "150205", "150206", "150207", "150221", "150222", "150223", "150271"]
HEADERS = {
    "dispute": {
        "row_no": "序号", "dispute_type_code": "矛盾纠纷类型", "parties": "当事人", "brief": "矛盾纠纷简要情况", "plan": "化解措施（一案一策）",
        "responsible_unit_text": "责任单位", "responsible_person": "责任人", "deadline_on": "化解时限", "state_code": "销号情况",
    },
    "screening_round": {
        "row_no": "序号", "township_code": "街道（镇）", "village_text": "社区（村）",
        "screened_on": "排查时间", "screener": "排查人员", "found_count": "发现纠纷（件）",
    },
}  # fmt: skip
TITLES = {"dispute": "矛盾纠纷台账", "screening_round": "矛盾纠纷排查情况登记表"}
ASKS = {
    "type_known": "dispute_type_code", "brief_given": "brief", "responsible_named": "responsible_person", "plan_given": "plan",
    "state_known": "state_code", "deadline_set": "deadline_on",
    "day_given": "screened_on", "village_named": "village_text", "screener_named": "screener", "found_counted": "found_count",
}  # fmt: skip


def allowed(promise: Promise) -> int:
    """How many of the rows may lack the column so that the share still reaches the threshold."""
    return ROWS - math.ceil(promise.at_least * ROWS)


def values(ledger: str, district: str, month: str, row: int) -> dict[str, object]:
    """A complete row; no two rows of the city are alike."""
    townships = [unit.name for unit in load().units if unit.parent == district and unit.level == "township" and not unit.pseudo]
    day = f"{month}-{row % 28 + 1:02d}"
    if ledger == "screening_round":
        return {
            "row_no": row, "township_code": townships[row % len(townships)], "village_text": f"第{row}社区",
            "screened_on": day, "screener": f"排查员{row}", "found_count": row % 3,
        }  # fmt: skip
    return {
        "row_no": row, "dispute_type_code": "邻里纠纷", "parties": f"甲某{row}、乙某{row}",
        "brief": f"{district}在{month}的第{row}件：甲某{row}与乙某{row}因噪声争执。", "plan": f"由第{row}社区调委会上门调解",
        "responsible_unit_text": f"第{row}社区调委会", "responsible_person": f"负责人{row}", "deadline_on": day, "state_code": "销号",
    }  # fmt: skip


def workbook(file: Path, ledger: str, district: str, month: str, blanks: dict[str, int]) -> None:
    """An office's workbook in which the first rows lack some columns: as many rows as `blanks` says, for no two columns the same rows."""
    book = openpyxl.Workbook()
    sheet = book.active
    year, number = month.split("-")
    unit = load().units[district]
    sheet.append([f"{unit.name}{year}年{int(number)}月{TITLES[ledger]}"])
    sheet.append(list(HEADERS[ledger].values()))
    taken = 0
    lacking: dict[int, str] = {}
    for column, count in blanks.items():
        lacking |= dict.fromkeys(range(taken + 1, taken + count + 1), column)
        taken += count
    for row in range(1, ROWS + 1):
        filled = values(ledger, district, month, row)
        sheet.append([None if lacking.get(row) == column else filled[column] for column in HEADERS[ledger]])
    file.parent.mkdir(parents=True, exist_ok=True)
    book.save(file)


def returns() -> Iterator[tuple[str, str, Promise]]:
    """Which district breaks which promise of which ledger."""
    for ledger in load().ledgers.values():
        for district, promise in zip(DISTRICTS, ledger.promises, strict=False):
            yield ledger.id, district, promise


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str, str], dict[str, str]]:
    """The states by ledger, unit and month, each by promise, after one run."""
    city = City.founded(tmp_path_factory.mktemp("promises") / "data")
    for ledger, district, broken in returns():
        for month in (KEPT, BROKEN):
            blanks = {ASKS[promise.id]: allowed(promise) for promise in load().ledgers[ledger].promises}
            if month == BROKEN:
                blanks[ASKS[broken.id]] += 1
            workbook(city.home / "inbox" / load().units[district].name / f"{month}{TITLES[ledger]}.xlsx", ledger, district, month, blanks)
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
