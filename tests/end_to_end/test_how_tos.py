"""What recurs is a file of declarations (a ledger, a unit, a code, an indicator, a promise, a rule), written as its how-to says, from workbook to figure."""

import os
from pathlib import Path

import pytest

from tests.end_to_end.replaying import Copy, steps
from tests.ingest.written_workbooks import workbook

PAGES = ("add-a-ledger.md", "merge-townships.zh.md", "add-a-code.zh.md", "add-an-indicator.zh.md", "add-a-promise.zh.md", "add-a-rule.zh.md")
MEETINGS = "土默特右旗/土右旗联合调解会商登记表（2023年7月）.xlsx"
ROUNDS = "土默特右旗/土右旗7月矛盾纠纷排查情况登记表.xlsx"


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    """A copy of the tree in which every how-to was followed, with two workbooks of 土默特右旗 taken in. Tests only ask."""
    made = Copy.made(tmp_path_factory.mktemp("replayed"))
    for page in PAGES:
        made.follow(page)
    made.fengqiao("render")
    made.fengqiao("init")
    deliver(made.home / "inbox" / MEETINGS, meetings())
    deliver(made.home / "inbox" / ROUNDS, rounds())
    made.fengqiao("run")
    return made


def deliver(place: Path, content: bytes) -> None:
    """A workbook in the inbox, old enough that nobody is writing it any more."""
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content)
    os.utime(place, (1_691_000_000, 1_691_000_000))  # August 2023


def meetings() -> bytes:
    """A return of the new ledger for July: the merged town, a name that is no township any more, the new kind of dispute."""
    rows = [
        ["土默特右旗2023年7月联合调解会商登记表"],
        ["填报单位：土默特右旗司法局", None, None, None, "填报日期：2023年8月2日"],
        ["序号", "会商日期", "苏木乡镇（街道）", "纠纷类型", "会商事项", "牵头单位", "参加人数", "主持人"],
        [1, "2023-07-06", "新合镇", "预付卡纠纷", "健身房停业退款", "旗市场监督管理局", 9, "包小雨"],
        [2, "2023-07-18", "海子乡", "土地承包", "草场边界", "海子司法所", 6, "包小雨"],
        [3, "2023-07-21", "萨拉齐镇", "物业纠纷", "小区停水", None, 7, "杜小满"],
    ]
    return workbook(("7月", rows))


def rounds() -> bytes:
    """Two rounds of screening in July, one of which found something, and is said to have resolved more than that."""
    rows = [
        ["土默特右旗2023年7月矛盾纠纷排查情况登记表"],
        ["填报单位：土默特右旗司法局"],
        ["序号", "街道（镇）", "社区（村）", "排查时间", "排查人员", "排查方式", "发现纠纷", "化解纠纷"],
        [1, "新合镇", "甲村", "2023-07-04", "包小雨", "日常排查", 2, 3],
        [2, "萨拉齐镇", "乙村", "2023-07-05", "杜小满", None, 0, 0],
    ]
    return workbook(("7月", rows))


@pytest.mark.parametrize("page", PAGES)
def test_a_how_to_writes_declarations_and_nothing_else(page: str) -> None:
    """No Python, no SQL, no rendered file: YAML below catalog/."""
    written = steps(page)

    assert written
    assert all(step.file.startswith("catalog/") and step.file.endswith(".yml") for step in written)


def test_what_follows_is_rendered_at_once(copy: Copy) -> None:
    """Nothing is stale after one run of rendering; the new ledger has its staging, its grid, its page and its words; the new indicator is counted."""
    assert copy.ask("render", "--check") == {"stale": []}
    assert all(
        (copy.root / file).exists()
        for file in (
            "dbt_project/models/staging/stg_joint_mediation.sql",
            "dbt_project/models/completeness/completeness_joint_mediation.sql",
            "docs/tables/stg_joint_mediation.md",
        )
    )
    assert "rounds_with_findings" in (copy.root / "dbt_project/models/results/indicators/int_indicator_fct_screening_round.sql").read_text(encoding="utf-8")
    assert "| 联合调解会商登记表 | `joint_mediation` |" in (copy.root / "docs/glossary.md").read_text(encoding="utf-8")


def test_a_workbook_of_the_new_ledger_is_staged_by_name_and_code(copy: Copy) -> None:
    """Three meetings, the new kind of dispute by its code, the matter as a length and a hash, no name that was not meant to be shown."""
    rows = copy.query("select source_row, township_code, dispute_type_code, lead_body_text, brief_length from stg_joint_mediation order by source_row")

    assert rows == [
        [4, "150221109", "X11", "旗市场监督管理局", 7],
        [5, "150221213", "D07", "海子司法所", 4],
        [6, "150221104", "D17", None, 4],
    ]


def test_what_the_office_is_asked_names_the_merger(copy: Copy) -> None:
    """The row that names 海子乡 in July counts, and the office is asked: it belongs to 新合镇 since the first."""
    (answer,) = copy.ask("check", str(copy.home / "inbox" / MEETINGS), "--district", "150221")
    problems = [(problem["code"], problem["cell"], problem["should_be"]) for problem in answer["problems"]]

    assert answer["decision"] == "accepted_with_problems"
    assert problems == [("division_not_then", "C5", "本期的建制，如 新合镇")]


def test_merged_townships_owe_until_june_and_the_new_one_from_july(copy: Copy) -> None:
    """No month of screening is owed twice, none by nobody."""
    owed = copy.query(
        "select unit_code, min(period), max(period) from fct_return"
        " where depth = 'content' and unit_code in ('150221213', '150221214', '150221109') group by unit_code order by unit_code"
    )
    known = copy.query("select unit_code, now_code from dim_unit where unit_code in ('150221213', '150221109') order by unit_code")

    assert owed == [["150221109", "2023-07", "2023-08"], ["150221213", "2023-04", "2023-06"], ["150221214", "2023-04", "2023-06"]]
    assert known == [["150221109", "150221109"], ["150221213", "150221109"]]


def test_the_new_return_is_owed_by_ten_and_filed_by_one(copy: Copy) -> None:
    """Late by no day: July's falls due on 7 August, the fifth being a Saturday."""
    states = copy.query("select state, count(*) from fct_return where ledger = 'joint_mediation' and period = '2023-07' group by state order by state")

    assert {state for state, _ in states} <= {"filed", "late", "missing"}
    assert sum(count for _, count in states) == 10
    assert dict(states)["missing"] == 9


def test_the_new_indicator_counts(copy: Copy) -> None:
    """One of two rounds found something; who has not filed is missing, not zero."""
    figures = {row["unit_code"]: row for row in copy.ask("indicator", "rounds_with_findings", "--period", "2023-07")["rows"]}

    assert figures["150221"]["numerator"] == 1
    assert figures["150203"]["numerator"] is None
    assert "plan_2023 二(一)1" not in {row["clause"] for row in copy.ask("catalog", "clauses")["clauses_without_indicator"]}


def test_the_new_promises_are_judged(copy: Copy) -> None:
    """One of two rounds names its kind, two of three meetings the body that called them: both fall short."""
    sql = "select promise, state, cast(share_ratio as double) from fct_check_result where unit_code = '150221' and period = '2023-07'"
    judged = {promise: (state, share) for promise, state, share in copy.query(sql) if promise in ("kind_given", "lead_body_named")}

    assert judged["kind_given"] == ("fail", 0.5)
    assert judged["lead_body_named"] == ("fail", pytest.approx(2 / 3, abs=1e-6))


def test_the_new_rule_finds_the_cell(copy: Copy) -> None:
    """Three resolved of two found: the record with its row, its column and its values."""
    found = copy.query("select source_row, field, severity, offending_values from fct_violation where rule_id = 'more_resolved_than_found'")

    assert found == [[4, "resolved_count", "explain", "found_count=2; resolved_count=3"]]
