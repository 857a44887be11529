"""Decisions: journalled with who and why, in the words of the codes that the next run reads."""

from pathlib import Path

import pytest

from fengqiao import exits
from fengqiao.main import answer
from warehouse.event import Decided, ReturnExempt
from warehouse.folder import Folder
from warehouse.journal import Journal

EXEMPT = ["decide", "return", "--ledger", "dispute", "--period", "2023-04", "--by", "数据专员", "--why", "区划调整"]


def decided(office: Path) -> list[Decided]:
    """What the journal has."""
    return [line.event for line in Journal(Folder(office)).read() if isinstance(line.event, Decided)]


@pytest.mark.parametrize("unit", ["150206", "白云鄂博矿区", "白云矿区"])
def test_a_return_is_exempt_by_code_or_name(office: Path, unit: str) -> None:
    """The journal keeps the code, who decided and why."""
    assert answer([*EXEMPT, "--unit", unit]) == exits.DONE

    (event,) = decided(office)
    assert event.decision == ReturnExempt(unit_code="150206", ledger="dispute", period="2023-04")
    assert (event.by, event.why) == ("数据专员", "区划调整")


def test_an_exemption_is_taken_back_by_another_decision(office: Path) -> None:
    """Nothing is erased."""
    answer([*EXEMPT, "--unit", "150206"])
    answer([*EXEMPT, "--unit", "150206", "--revoke"])

    assert [event.decision.is_exempt for event in decided(office) if isinstance(event.decision, ReturnExempt)] == [True, False]


@pytest.mark.parametrize("left_out", ["--by", "--why"])
def test_who_and_why_must_be_said(office: Path, left_out: str) -> None:
    """A decision without them is none."""
    place = EXEMPT.index(left_out)

    assert answer([*EXEMPT[:place], *EXEMPT[place + 2 :], "--unit", "150206"]) == exits.WRONG_USE
    assert decided(office) == []
