"""Receipts: three lines for a phone, the places to correct below, and no value of a cell anywhere."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from catalog.period import Period
from ingest import receipt
from ingest.cells import Refused
from ingest.checked import CheckedFile, Problem
from ingest.receipt import Became
from tests.ingest.checked_tables import CATALOG, table
from warehouse.answers_index import HandedBack
from warehouse.event import CHINA, Read, Received, TableRead

RECEIVED = Received.of("150203", "昆都仑区/昆区2023年4月矛盾纠纷台账(定稿).xlsx", "a" * 64, 1, datetime(2023, 5, 5, 10, 12, tzinfo=CHINA))
TABLE = TableRead(
    number=1,
    ledger="dispute",
    unit_code="150203",
    period="2023-04",
    period_from=date(2023, 4, 1),
    period_to=date(2023, 4, 30),
    verdict="accepted_with_problems",
    records=33,
    block_problems=4,
    explain_problems=2,
    file="f",
    file_sha256="b",
)


def reading(**changes: object) -> Read:
    """A reading of the file; what is named departs from an accepted one."""
    made = Read(
        submission_id=RECEIVED.submission_id, reading_id="e" * 16, reader_version="1", fingerprint="f", verdict="accepted_with_problems", tables=(TABLE,)
    )
    return made.model_copy(update=changes)


def problem(cell: str | None = "D8", code: str = "date_impossible", **changes: str | None) -> Problem:
    """A problem in the column 化解时限 of the sheet 4月台账."""
    words = CATALOG.problems[code]
    facts: dict[str, str | None] = {
        "sheet": "4月台账",
        "field": "deadline_on",
        "value": "张三4.31",
        "should_be": words.should_be,
        "remedy": words.remedy,
    } | changes
    return Problem(
        code=code,
        severity=words.severity,
        sheet=facts["sheet"],
        cell=cell,
        row=8,
        field=facts["field"],
        value=facts["value"],
        message=f"写的是“{facts['value']}”",
        should_be=facts["should_be"] or "",
        remedy=facts["remedy"] or "",
    )


def checked(*problems: Problem, of_file: tuple[Problem, ...] = ()) -> CheckedFile:
    """A checked file with one table that has these problems."""
    return CheckedFile(RECEIVED.path, RECEIVED.sha256, "xlsx", "return", tables=(table(problems=problems),), problems=of_file)


def test_three_lines_say_what_came_what_it_is_and_what_to_do() -> None:
    """收到、认作、要改: short enough to be pasted into a message."""
    lines = receipt.head(RECEIVED, reading(), [Became("live")], CATALOG)
    assert lines == [
        "收到：昆区2023年4月矛盾纠纷台账(定稿).xlsx（5月5日10:12）",
        "认作：昆都仑区2023年4月矛盾纠纷台账，33行，已采用",
        "要改：必须改4处，须说明2处，提示0处",
    ]
    assert len("".join(lines)) <= 200


@pytest.mark.parametrize(
    ("became", "said"),
    [
        (Became("replaces", kept=33, new=1, changed=5), "替换先前的一份，不变28行、改动5行、新增1行、减少0行"),
        (Became("added", kept=2, new=5, changed=1), "重复的2行不重计（其中改动1行）、新增5行"),
        (Became("waits", kept=10, lost=23), "少23行，先前的一份继续有效"),
        (Became("duplicate"), "不重复计"),
        (Became("returned"), "退回待改"),
    ],
)
def test_the_receipt_says_what_became_of_the_return(became: Became, said: str) -> None:
    """With the counts, so that the office sees whether that is what it meant."""
    assert said in receipt.head(RECEIVED, reading(), [became], CATALOG)[1]


def test_a_nil_return_is_thanked_for_as_one() -> None:
    """零报告 instead of a number of rows; nothing is to be corrected."""
    nil = TABLE.model_copy(update={"kind": "nil", "records": 0, "block_problems": 0, "explain_problems": 0})
    lines = receipt.head(RECEIVED, reading(tables=(nil,)), [Became("live")], CATALOG)
    assert "零报告" in lines[1]
    assert lines[2] == "要改：没有"


def test_a_workbook_of_several_tables_has_a_line_for_each() -> None:
    """Each may be of another ledger and have another fate."""
    lines = receipt.head(
        RECEIVED, reading(tables=(TABLE, TABLE.model_copy(update={"ledger": "screening_round"}))), [Became("live"), Became("duplicate")], CATALOG
    )
    assert len(lines) == 4
    assert "排查情况登记表" in lines[2]
    assert "要改：必须改8处" in lines[3]


def test_a_return_whose_unit_or_period_is_not_known_says_so() -> None:
    """未知 stands in their place."""
    unknown = TABLE.model_copy(update={"unit_code": None, "period": None, "verdict": "returned"})
    assert "（未知）（未知）矛盾纠纷台账" in receipt.head(RECEIVED, reading(tables=(unknown,)), [Became("returned")], CATALOG)[1]


@pytest.mark.parametrize("code", sorted(CATALOG.refusals))
def test_a_refused_file_has_the_reason_and_the_remedy(code: str) -> None:
    """Three lines as well, whatever the reason."""
    lines = receipt.head(RECEIVED, reading(refusal=code, tables=(), verdict="refused"), [], CATALOG)
    assert len(lines) == 3
    assert CATALOG.refusals[code].message in lines[1]
    assert CATALOG.refusals[code].remedy in lines[2]


def test_a_file_of_no_known_ledger_is_told_that_it_is_kept() -> None:
    """It will be read by itself when its ledger is declared."""
    lines = receipt.head(RECEIVED, reading(tables=(), verdict="unidentified"), [], CATALOG)
    assert "认不出" in lines[1]
    assert "自动补读" in lines[2]


def test_the_same_problem_in_one_column_is_one_line_with_its_cells() -> None:
    """Two hundred times the same is one thing to do."""
    lines = receipt.details(checked(*(problem(f"D{row}") for row in range(8, 28))), CATALOG)
    assert lines[0] == "先改这几处："
    assert len(lines) == 2
    assert "“4月台账”表D8 D9 D10 D11 D12 D13等20格 化解时限：没有这一天" in lines[1]


def test_the_heaviest_problems_come_first() -> None:
    """What does not count before what must be explained, before hints; among equals the more frequent."""
    found = checked(problem("D8", "year_assumed"), problem("D9", "date_vague"), problem("D10"), problem("D11", "code_unknown"), problem("D12", "code_unknown"))
    assert [line.partition("：")[0] for line in receipt.details(found, CATALOG)[1:]] == [
        "1. 【必须改】“4月台账”表D11 D12 化解时限",
        "2. 【必须改】“4月台账”表D10 化解时限",
        "3. 【须说明】“4月台账”表D9 化解时限",
        "4. 【提示】“4月台账”表D8 化解时限",
    ]


def test_a_problem_of_the_whole_file_has_no_cell() -> None:
    """It stands at the file."""
    lines = receipt.details(checked(of_file=(problem(None, "ledger_unknown", sheet=None, field=None),)), CATALOG)
    assert "整个文件：还不认识的表" in lines[1]


def test_a_file_of_no_known_ledger_has_nothing_to_correct_cell_by_cell() -> None:
    """Its three lines say all."""
    unknown = CheckedFile(RECEIVED.path, RECEIVED.sha256, "xlsx", "unidentified", problems=(problem("A3", "ledger_unknown"),))
    assert receipt.details(unknown, CATALOG) == []


def test_no_value_of_a_cell_stands_in_a_receipt() -> None:
    """What was filed may be a citizen's name; the cell's address says enough."""
    assert "张三" not in "\n".join(receipt.details(checked(problem(), problem("G9", "state_contradiction")), CATALOG))


def test_too_many_kinds_of_problems_are_counted() -> None:
    """Whoever has forty corrects thirty first."""
    kinds = [problem(f"D{number}", remedy=f"做第{number}件") for number in range(40)]
    lines = receipt.details(checked(*kinds), CATALOG)
    assert len(lines) == 32
    assert "另有10类问题" in lines[-1]


def test_the_first_lines_can_be_said_anew_over_the_same_list() -> None:
    """A late arrival changes what became of a return, not what is wrong in it."""
    details = receipt.details(checked(problem()), CATALOG)
    before = receipt.text(["收到", "认作", "要改"], "已收到。", details, CATALOG)
    assert receipt.listed_in(before, CATALOG) == details
    assert receipt.text(["收到", "认作", "要改"], "已收到。", receipt.listed_in(before, CATALOG), CATALOG) == before
    assert receipt.listed_in(receipt.text(["收到"], "已收到。", [], CATALOG), CATALOG) == []


def test_the_receipt_says_where_the_marked_copy_stands() -> None:
    """By its name; where the workbook itself could not be marked, why."""
    copy = HandedBack("s", "m", "昆都仑区/4月/台账.标注.xlsx")
    assert list(receipt.about_copy(copy, CATALOG)) == ["标注：见“台账.标注.xlsx”，第一张表列着先改哪几处"]
    listed = replace(copy, file="昆都仑区/台账.问题清单.xlsx", unmarked="signed")
    assert list(receipt.about_copy(listed, CATALOG)) == ["标注：原表没有动，因为文件已签名，改动会使签名失效；要改的列在“台账.问题清单.xlsx”"]
    assert "又发现2处" in "".join(receipt.about_copy(replace(copy, violations=2), CATALOG))
    assert list(receipt.about_copy(HandedBack("s", "m"), CATALOG)) == []


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("2023-W15", "2023年第15周"), ("2023-04", "2023年4月"), ("2023-Q2", "2023年第2季度"), ("2023-H2", "2023年下半年"), ("2023", "2023年"),
        ("2023-04/2023-05", "2023年4月至2023年5月"),
    ],
)  # fmt: skip
def test_a_period_is_written_as_offices_write_it(code: str, words: str) -> None:
    """Every cadence."""
    assert CATALOG.receipt.period(Period.parse(code)) == words


def test_a_refusal_of_the_reader_is_a_refusal_of_the_catalog() -> None:
    """What the pool refuses has words."""
    assert {Refused(code).code for code in ("timeout", "too_large", "aborted")} <= set(CATALOG.refusals)
