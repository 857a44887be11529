"""Each promise of completeness is kept up to its threshold, and one cell more breaks it: for one unit, in one month, and nothing else."""

import math
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from catalog.catalog import load
from catalog.ledger import Ledger, Promise
from ingest.identity_numbers import check_sign
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
    "mediation_case": {
        "row_no": "序号", "case_no": "案件编号", "accepted_on": "受理日期", "dispute_type_code": "纠纷类型", "parties": "当事人", "brief": "纠纷简要情况",
        "mediator": "调解员", "result_code": "调解结果", "agreement_form_code": "协议形式", "agreement": "协议内容",
    },
    "mediator": {
        "row_no": "序号", "committee_text": "所属调委会", "name": "姓名", "id_number": "身份证号", "education_code": "学历", "is_part_time": "专兼职",
    },
    "committee": {
        "row_no": "序号", "name": "调委会名称", "kind_code": "调委会类型", "head": "负责人",
        "full_time_count": "专职调解员人数", "part_time_count": "兼职调解员人数",
    },
    "subsidy_claim": {
        "row_no": "序号", "case_no": "案卷号", "mediator": "调解员", "parties": "当事人", "accepted_on": "受理日期", "closed_on": "结案日期",
        "declared_difficulty_code": "申报类别", "rate_fen": "补助标准(元)",
    },
}  # fmt: skip
TITLES = {
    "dispute": "矛盾纠纷台账", "screening_round": "矛盾纠纷排查情况登记表", "mediation_case": "人民调解案件登记表", "mediator": "人民调解员花名册",
    "committee": "人民调解组织名册", "subsidy_claim": "以案定补申报汇总表",
}  # fmt: skip
ASKS = {  # what each promise asks of these layouts
    "type_known": "dispute_type_code", "brief_given": "brief", "responsible_named": "responsible_person", "plan_given": "plan",
    "state_known": "state_code", "deadline_set": "deadline_on",
    "day_given": "screened_on", "village_named": "village_text", "screener_named": "screener", "found_counted": "found_count",
    "day_known": "accepted_on", "result_known": "result_code", "mediator_named": "mediator", "agreement_form_known": "agreement_form_code",
    "employment_known": "is_part_time", "committee_named": "committee_text", "identity_given": "id_number", "education_known": "education_code",
    "kind_known": "kind_code", "head_named": "head", "mediators_counted": "full_time_count",
    "case_named": "case_no", "closing_day_given": "closed_on", "difficulty_declared": "declared_difficulty_code", "amount_given": "rate_fen",
}  # fmt: skip


def allowed(promise: Promise) -> int:
    """How many of the rows may lack the column so that the share still reaches the threshold."""
    return ROWS - math.ceil(promise.at_least * ROWS)


def case(where: str, row: int, day: str) -> dict[str, object]:
    """A mediated case with an agreement of its own."""
    return {
        "case_no": f"{where}第{row}号", "accepted_on": day, "dispute_type_code": "邻里纠纷", "parties": f"甲某{row}、乙某{row}",
        "brief": f"{where}的第{row}件：甲某{row}与乙某{row}因噪声争执。", "mediator": f"调解员{row}", "result_code": "调解成功",
        "agreement_form_code": "口头协议", "agreement": f"甲某{row}与乙某{row}和好。",
    }  # fmt: skip


def mediator(where: str, row: int, _day: str) -> dict[str, object]:
    """A mediator with an identity number of nobody."""
    number = f"990101198001{row % 28 + 1:02d}{row:03d}"
    return {
        "committee_text": f"{where}的第{row}社区调委会", "name": f"调解员{row}", "id_number": number + check_sign(number),
        "education_code": "大专", "is_part_time": "兼职",
    }  # fmt: skip


def committee(where: str, row: int, _day: str) -> dict[str, object]:
    """A committee of a community."""
    return {"name": f"{where}的第{row}社区调委会", "kind_code": "社区调委会", "head": f"主任{row}", "full_time_count": 1, "part_time_count": 4}


def claim(where: str, row: int, day: str) -> dict[str, object]:
    """A claim for one case."""
    return {
        "case_no": f"{where}第{row}号", "mediator": f"调解员{row}", "parties": f"甲某{row}、乙某{row}", "accepted_on": day, "closed_on": day,
        "declared_difficulty_code": "一般", "rate_fen": 100,
    }  # fmt: skip


FILLED = {"mediation_case": case, "mediator": mediator, "committee": committee, "subsidy_claim": claim}


def values(ledger: str, district: str, month: str, row: int) -> dict[str, object]:
    """A complete row; no two rows of the city are alike."""
    townships = [unit.name for unit in load().units if unit.parent == district and unit.level == "township" and not unit.pseudo]
    day = f"{month}-{row % 28 + 1:02d}"
    if ledger == "screening_round":
        return {
            "row_no": row, "township_code": townships[row % len(townships)], "village_text": f"第{row}社区",
            "screened_on": day, "screener": f"排查员{row}", "found_count": row % 3,
        }  # fmt: skip
    if ledger != "dispute":
        return {"row_no": row} | FILLED[ledger](f"{district}在{month}", row, day)
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


def first_that_repeat(ledger: Ledger) -> list[Promise]:
    """The promises, those of a column first whose empty cells repeat the one above: it can lack only its first rows."""
    return sorted(ledger.promises, key=lambda promise: not ledger.columns[ASKS[promise.id]].fill_down)


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str, str], dict[str, str]]:
    """The states by ledger, unit and month, each by promise, after one run."""
    city = City.founded(tmp_path_factory.mktemp("promises") / "data")
    for ledger, district, broken in returns():
        for month in (KEPT, BROKEN):
            blanks = {ASKS[promise.id]: allowed(promise) for promise in first_that_repeat(load().ledgers[ledger])}
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
