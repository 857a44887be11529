"""Code lists: what offices wrote in 2023 leads to one code, or to none and never to a guess."""

import pytest

from catalog.catalog import load

CODES = load().codes


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("办理中", "LS3"), ("调处中", "LS3"), ("处理中", "LS3"), ("正在办理", "LS3"), ("阶段性办结", "LS7"),
        ("销号", "LS11"), ("已销号", "LS11"), ("销号\n", "LS11"), ("√", None), ("", None),
    ],
)  # fmt: skip
def test_a_state_as_filed_leads_to_its_code(text: str, code: str | None) -> None:
    """建账销号: a tick says nothing of the state."""
    found = CODES["ledger_state"].find(text)
    assert (found.code if found else None) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("医调\u3000", "D15"), ("讨薪", "D10"), ("消费维权", "D14"), ("房屋、宅基地", "D03"), ("合同及相关纠纷", "D04"), ("劳动人事争议", "D11"),
        ("其它", "D18"), ("草牧场纠纷", "X09"), ("d01", None), ("鸡毛蒜皮", None), ("3", None),
    ],
)  # fmt: skip
def test_a_type_as_filed_leads_to_its_code(text: str, code: str | None) -> None:
    """A bare number comes from another list and means nothing here."""
    found = CODES["dispute_type"].find(text)
    assert (found.code if found else None) == code


def test_every_local_type_rolls_up_to_one_of_the_eighteen() -> None:
    """What policy names and the ministry's form has no column for still counts in one of its columns."""
    types = CODES["dispute_type"].items
    leaves = {item.code for item in types if item.code.startswith("D")}
    assert len(leaves) == 18
    assert {item.rolls_up_to for item in types if item.code not in leaves} <= leaves
    assert all(item.rolls_up_to is None for item in types if item.code in leaves)


@pytest.mark.parametrize(("text", "code"), [("成功", "R1"), ("不成功", "R2"), ("正在调解", "R3"), ("终止", "R4"), ("-1", "R2")])
def test_a_result_as_filed_leads_to_its_code(text: str, code: str) -> None:
    """The words of the samples and the numbers of one system."""
    found = CODES["mediation_result"].find(text)
    assert found
    assert found.code == code


def test_no_code_list_is_an_orphan() -> None:
    """Each is the list of a column at least; one that nobody uses says nothing."""
    used = {column.codes for ledger in load().ledgers.values() for column in ledger.columns.values()}
    assert not set(CODES) - used
