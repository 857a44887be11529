"""What people see on the screen: states and notes in Chinese, shares in per cent, never a zero where nothing is known."""

from datetime import date
from decimal import Decimal

import pytest

from catalog.catalog import load
from fengqiao.commands.indicator import distance, value
from fengqiao.commands.status import cell, in_chinese
from fengqiao.figures import Figure
from fengqiao.messages import status as words
from fengqiao.returns import Return

INDICATORS = load().indicators


def figure(**facts: object) -> Figure:
    """A figure, with what matters to a test."""
    known = {"numerator": None, "denominator": None, "value": None, "unreadable": 0, "returns_expected": 1, "returns_received": 0, "carried_forward": 0}
    return Figure.model_validate({"unit_code": "150203", "period": "2023-04"} | known | facts)


@pytest.mark.parametrize(
    ("indicator", "of", "shown"),
    [
        ("disputes_found", figure(value=Decimal(34), numerator=34), "34"),
        ("disputes_found", figure(value=Decimal(0), numerator=0), "0"),
        ("disputes_found", figure(), "—"),
        ("struck_off_rate", figure(value=Decimal("0.694915"), numerator=41, denominator=59), "69.5%"),
        ("struck_off_rate", figure(numerator=0, denominator=0), "—"),
    ],
)
def test_a_figure_that_is_missing_is_a_dash_and_no_zero(indicator: str, of: Figure, shown: str) -> None:
    """A count is whole, a share is in per cent."""
    assert value(INDICATORS[indicator], of) == shown


def test_a_missed_target_says_how_many_are_missing() -> None:
    """One more full-time mediator would do; where the target is reached or none is set, nothing is said."""
    missed = figure(value=Decimal("0.132075"), target_ratio=Decimal("0.15"), target_on=date(2025, 12, 31), distance_count=1)

    assert distance(missed) == "（距目标15%还差1）"
    assert distance(figure(value=Decimal("0.2"), target_ratio=Decimal("0.15"), distance_count=0)) == ""
    assert distance(figure(value=Decimal(34))) == ""


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("replaced, 33 of 33 kept, 1 new", "已替换先前的，33 条中保留 33 条，新增 1 条"),
        ("replaced, 33 of 33 kept (5 changed), 1 new", "已替换先前的，33 条中保留 33 条（改了 5 条），新增 1 条"),
        ("waits, 10 of 33 kept (2 changed), 1 new, 23 lost", "更正在等待认定，33 条中保留 10 条（改了 2 条），新增 1 条，缺少 23 条"),
        ("added, 2 of 12 there already (1 changed), 10 new", "补充，12 条中 2 条已有（改了 1 条），新增 10 条"),
        ("waits, 10 of 33 kept, 1 new, 23 lost", "更正在等待认定，33 条中保留 10 条，新增 1 条，缺少 23 条"),
        ("added, 2 of 12 there already, 10 new", "补充，12 条中 2 条已有，新增 10 条"),
        ("added", "补充"),
        ("withheld, a reading of it is damaged", "读取结果受损，暂不计入"),
        ("something new", "something new"),
    ],
)
def test_a_note_is_said_in_chinese(note: str, said: str) -> None:
    """And one that nobody has words for is shown as it stands."""
    assert in_chinese(note) == said


@pytest.mark.parametrize("state", list(words.STATES))
def test_every_state_has_its_word_and_its_colour(state: str) -> None:
    """With the number of problems where there are some."""
    facts = {"depth": "file", "unit_code": "150203", "ledger": "dispute", "period": "2023-04", "due_on": "2023-05-05", "problems": 4}
    nothing = {"submission_ids": None, "received_at": None, "carried_from": None, "note": None}
    shown = cell(Return.model_validate({"state": state} | facts | nothing))

    assert str(shown) == f"{words.STATES[state]}（4 处）"


def test_a_time_of_receipt_is_shown_in_chinese_time() -> None:
    """Published tables keep UTC."""
    facts = {"depth": "file", "unit_code": "150203", "ledger": "dispute", "period": "2023-04", "due_on": "2023-05-05", "state": "filed"}
    nothing = {"submission_ids": None, "problems": None, "carried_from": None, "note": None}
    one = Return.model_validate(facts | nothing | {"received_at": "2023-05-05T02:12:00"})

    assert one.received_at
    assert one.received_at.isoformat() == "2023-05-05T10:12:00+08:00"
