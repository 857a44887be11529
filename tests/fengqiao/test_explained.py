"""Explanations at the door: given for a cell like an office would, taken back, and shown with whether they still hold."""

from pathlib import Path

import pytest

from fengqiao import exits
from fengqiao.commands.status import show_explained
from fengqiao.explained import Explained, given
from fengqiao.home import Office
from fengqiao.main import answer
from tests.ingest.answering.answered_city import AnsweredCity
from tests.ingest.offices import dispute, disputes
from warehouse.settings import Settings

APRIL = "昆都仑区/昆区2023年4月矛盾纠纷台账.xlsx"
VAGUE = {"化解时限": "5月上旬"}
SAID = ["--by", "王某", "--why", "原件只写到旬"]


@pytest.fixture
def city(office: Path) -> AnsweredCity:
    """One ledger was delivered, with one date that is no day."""
    city = AnsweredCity(office)
    city.files(APRIL, [*disputes(4), dispute(5, **VAGUE)])
    city.answers()
    return city


def explained(city: AnsweredCity) -> list[Explained]:
    """What the register shows of 昆都仑区."""
    return list(given(Office(Settings(home=city.home)), ledger="dispute", period="2023-04", district="150203"))


def test_a_cell_is_explained_as_its_office_would(city: AnsweredCity) -> None:
    """By path or by the number of the delivery; the next answer does not ask any more."""
    assert answer(["decide", "explanation", APRIL, "i7", *SAID]) == exits.DONE
    assert [(one.code, one.cell, one.text, one.by, one.holds) for one in explained(city)] == [("date_vague", "I7", "原件只写到旬", "王某", None)]
    city.answers()
    assert city.copies() == {}
    assert [one.holds for one in explained(city)] == [True]


def test_it_lapses_when_the_value_changes(city: AnsweredCity, capsys: pytest.CaptureFixture[str]) -> None:
    """And the register says so."""
    answer(["decide", "explanation", APRIL, "I7", *SAID])
    city.answers()
    city.files(APRIL, [*disputes(4), dispute(5, 化解时限="6月下旬")])
    city.answers()
    show_explained(explained(city), city.catalog)
    assert "昆都仑区 2023-04 矛盾纠纷台账 Sheet I7 日期不具体：“原件只写到旬”" in (shown := capsys.readouterr().out)
    assert "已失效" in shown


def test_an_explanation_is_taken_back_by_another_decision(city: AnsweredCity) -> None:
    """The cell is asked about again."""
    number = city.received()[0].submission_id[:8]
    answer(["decide", "explanation", number, "I7", *SAID])
    city.answers()
    answer(["decide", "explanation", number, "I7", "--revoke", *SAID])
    city.answers()
    assert explained(city) == []
    assert len(city.copies()) == 1


@pytest.mark.parametrize(("delivery", "cell"), [(APRIL, "I6"), ("昆都仑区/五月.xlsx", "I7"), ("ffffffff", "I7")])
@pytest.mark.usefixtures("city")
def test_what_is_not_wrong_or_not_there_cannot_be_explained(delivery: str, cell: str) -> None:
    """Nothing is written down."""
    assert answer(["decide", "explanation", delivery, cell, *SAID]) == exits.WRONG_USE
