"""Code lists: what offices wrote in 2023 leads to one code, or to none and never to a guess."""

from pathlib import Path

import pytest
import yaml

from catalog.catalog import HOME, load
from catalog.code_list import CodeList
from catalog.declarations import read
from catalog.error import CatalogError

CODES = load().codes
DOMAIN = yaml.safe_load(Path(__file__).with_name("domain_code_lists.yml").read_text(encoding="utf-8"))


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
    """Each is the list of a column, or says by whom it is meant to be used; not both: what is used needs no such word."""
    used = {column.codes for ledger in load().ledgers.values() for column in ledger.columns.values()}
    assert {name for name, entry in CODES.items() if not entry.meant_for} == used - {None}


@pytest.mark.parametrize("name", [name for name in DOMAIN["lists"] if name != "reporting_unit"])
def test_each_list_of_the_field_is_declared_with_all_its_words(name: str) -> None:
    """Every word leads to its code; the few that do not are named with the reason."""
    (entry,) = [entry for entry in CODES.values() if name in (entry.id, entry.domain_name)]
    found = {word: item.code if (item := entry.find(word)) else None for words in DOMAIN["lists"][name].values() for word in words}
    wanted = {word: code for code, words in DOMAIN["lists"][name].items() for word in words}
    left_out = set(DOMAIN["left_out"].get(name, {"words": []})["words"])

    assert {word for word, code in found.items() if code is None} == left_out
    assert {word: code for word, code in found.items() if wanted[word] and word not in left_out} == {
        word: code for word, code in wanted.items() if code and word not in left_out
    }


def test_the_47th_list_are_the_units_that_report() -> None:
    """Who files is no list of codes: it has a beginning, an end and a parent, and stands in catalog/units."""
    offices = DOMAIN["lists"]["reporting_unit"]

    assert len(DOMAIN["lists"]) == 47
    assert {unit.code for unit in load().units.reporting} == set(offices)
    assert all([unit.code for unit in load().units.named(name, "district")] == [code] for code, names in offices.items() for name in names)


@pytest.mark.parametrize(("number", "code"), [(0, "PB1"), (49, "PB1"), (50, "PB2"), (99, "PB2"), (100, "PB3"), (499, "PB3"), (500, "PB4"), (9000, "PB4")])
def test_each_number_of_people_lies_in_one_band(number: int, code: str) -> None:
    """The form's bands touch: 100 stands in two of them. Here the lower end belongs to a band, the upper one to the next."""
    assert CODES["people_band"].band(number).code == code


def test_bands_that_leave_a_number_out_are_no_list(tmp_path: Path) -> None:
    """Between 49 and 50 nothing may be lost."""
    file = tmp_path / "people_band.yml"
    file.write_text((HOME / "codes/people_band.yml").read_text(encoding="utf-8").replace("at_least: 50,", "at_least: 51,"), encoding="utf-8")
    with pytest.raises(CatalogError, match="each band begins where the one before ends"):
        read(file, CodeList)


def test_a_list_that_is_none_of_bands_says_so() -> None:
    """A type is no number."""
    with pytest.raises(ValueError, match="no list of bands"):
        CODES["dispute_type"].band(3)
