"""Explanations: what an office writes beside a line of its marked copy is read back, kept as a decision, and holds while the value stays the same."""

import io
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.ingest.answering.answered_city import AnsweredCity
from tests.ingest.offices import dispute, disputes
from warehouse.decisions import counting, explanations
from warehouse.event import Explanation

APRIL = "昆都仑区/昆区2023年4月矛盾纠纷台账.xlsx"
COPY = "昆都仑区/昆区2023年4月矛盾纠纷台账.标注.xlsx"
VAGUE = {"化解时限": "5月上旬"}  # must be explained
WRONG = {"化解时限": "2023.4.31"}  # does not count, explained or not


@pytest.fixture
def city(tmp_path: Path) -> AnsweredCity:
    """A fresh data folder."""
    return AnsweredCity(tmp_path)


def explained(city: AnsweredCity) -> list[tuple[Explanation, str, str]]:
    """The explanations of the journal: what each is bound to, the words, by whom."""
    return [(decision, one.why, one.by) for one, decision in explanations(counting(city.journal_events(), None))]


def first_sheet(content: bytes) -> list[tuple[object, ...]]:
    """Of each line of the list: weight, cell, answer."""
    return [(row[1], row[2], row[8]) for row in load_workbook(io.BytesIO(content))["先改这几处"].iter_rows(min_row=5, values_only=True)]


def answer(city: AnsweredCity, text: str, line: int = 1, path: str = COPY, **cells: object) -> None:
    """Write beside a line of the marked copy, perhaps correct cells of the ledger, and deliver the copy."""
    workbook = load_workbook(io.BytesIO(city.copies()[COPY]))
    workbook["先改这几处"][f"I{4 + line}"] = text
    for cell, value in cells.items():
        workbook["Sheet"][cell] = value
    target = io.BytesIO()
    workbook.save(target)
    city.drop(path, target.getvalue())


def test_an_answer_is_kept_as_the_offices_decision(city: AnsweredCity) -> None:
    """With what it is about, but neither the value nor the name of a record."""
    city.files(APRIL, [*disputes(4), dispute(5, **VAGUE)])
    city.answers()
    answer(city, "原件只写到旬")
    city.answers()
    ((explanation, text, by),) = explained(city)
    assert (text, by) == ("原件只写到旬", "昆都仑区")
    assert (explanation.code, explanation.field, explanation.cell, explanation.period) == ("date_vague", "deadline_on", "I7", "2023-04")
    assert "5月上旬" not in explanation.model_dump_json()


def test_a_number_of_a_person_does_not_reach_the_journal(city: AnsweredCity) -> None:
    """An answer is kept as it was typed, but for identity numbers and phones."""
    city.files(APRIL, [*disputes(4), dispute(5, **VAGUE)])
    city.answers()
    answer(city, "已电话核对（13900000000）")
    city.answers()
    assert [text for _, text, _ in explained(city)] == ["已电话核对（****0000）"]


def test_what_is_explained_is_not_marked_any_more_and_remembered(city: AnsweredCity) -> None:
    """It stands at the end of the list with its words; the receipt counts it."""
    city.files(APRIL, [dispute(1, **WRONG), *disputes(4)[1:], dispute(5, **VAGUE)])
    city.answers()
    answer(city, "原件只写到旬", line=2)
    city.answers()
    assert first_sheet(city.copies()[COPY]) == [("必须改", "I3", None), ("须说明", "I7", "原件只写到旬")]
    sheet = load_workbook(io.BytesIO(city.copies()[COPY]))["Sheet"]
    assert sheet["I7"].fill.fill_type is None
    assert sheet["I3"].fill.fill_type == "solid"
    assert "已说明1处" in city.receipt(COPY)


def test_a_return_that_is_wholly_explained_needs_no_copy(city: AnsweredCity) -> None:
    """Nothing is left to do."""
    city.files(APRIL, [*disputes(4), dispute(5, **VAGUE)])
    city.answers()
    answer(city, "原件只写到旬", path=APRIL)
    city.answers()
    assert city.copies() == {}
    assert "不用再做什么" in city.receipt(APRIL)


def test_an_explanation_survives_the_next_delivery(city: AnsweredCity) -> None:
    """The office sends its own ledger again, with one more row above: the record is the same, wherever it stands."""
    city.files(APRIL, [*disputes(4), dispute(5, **VAGUE)])
    city.answers()
    answer(city, "原件只写到旬")
    city.answers()
    city.files(APRIL, [dispute(6), *disputes(4), dispute(5, **VAGUE)])
    index = city.answers()
    ((decided, _),) = explanations(counting(city.journal_events(), None))
    assert index.handed_back[APRIL].explained == (decided.decision_id,)


def test_an_explanation_lapses_when_the_value_changes(city: AnsweredCity) -> None:
    """Another value at the same record is asked about anew."""
    city.files(APRIL, [*disputes(4), dispute(5, **VAGUE)])
    city.answers()
    answer(city, "原件只写到旬")
    city.answers()
    city.files(APRIL, [dispute(6), *disputes(4), dispute(5, 化解时限="6月下旬")])
    index = city.answers()
    assert index.handed_back[APRIL].explained == ()
    assert ("须说明", "I8", None) in first_sheet(city.copies()[COPY])


def test_a_copy_that_comes_back_again_decides_nothing_anew(city: AnsweredCity) -> None:
    """It brings along what it was filled with; other words are another decision, and the later counts."""
    city.files(APRIL, [dispute(1, **WRONG), *disputes(4)[1:], dispute(5, **VAGUE)])
    city.answers()
    answer(city, "原件只写到旬", line=2)
    city.answers()
    known = explained(city)
    answer(city, "原件只写到旬", line=2, B3="昆北街道办事处")
    city.answers()
    assert explained(city) == known
    answer(city, "已与当事人核实，只知道是上旬", line=2, B4="昆北街道办事处")
    city.answers()
    assert [text for _, text, _ in explained(city)] == ["已与当事人核实，只知道是上旬"]


def test_a_new_mistake_of_the_same_kind_is_not_explained_by_the_way(city: AnsweredCity) -> None:
    """Nobody was asked about it."""
    city.files(APRIL, [*disputes(4), dispute(5, **VAGUE)])
    city.answers()
    answer(city, "原件只写到旬", I3="7月中旬")
    city.answers()
    ((explanation, _, _),) = explained(city)
    assert explanation.cell == "I7"
    assert first_sheet(city.copies()[COPY]) == [("须说明", "I3", None), ("须说明", "I7", "原件只写到旬")]


def test_what_does_not_count_is_marked_although_it_is_explained(city: AnsweredCity) -> None:
    """An explanation makes no value."""
    city.files(APRIL, [*disputes(4), dispute(5, **WRONG)])
    city.answers()
    answer(city, "就是这样写的")
    city.answers()
    assert first_sheet(city.copies()[COPY]) == [("必须改", "I7", "就是这样写的")]
    assert load_workbook(io.BytesIO(city.copies()[COPY]))["Sheet"]["I7"].fill.fill_type == "solid"


def test_a_violation_is_explained_and_lapses_when_its_values_change(city: AnsweredCity, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is bound to the record of the fact and all values by which it offends."""
    city.files(APRIL, disputes(4))
    city.answers()
    found = city.violation()
    city.answers(found)
    monkeypatch.setattr("ingest.intake.told_to", lambda _folder, _district: (found,))
    answer(city, "已并入上一件")
    city.takes_in()
    ((explanation, text, _),) = explained(city)
    assert (explanation.code, explanation.record_key, text) == ("open_dispute_disappeared", "k", "已并入上一件")
    index = city.answers(city.violation())
    assert (index.handed_back[COPY].file, index.handed_back[COPY].violations, len(index.handed_back[COPY].explained)) == (None, 0, 1)
    index = city.answers(city.violation(value_hash="1" * 32))
    assert (index.handed_back[COPY].violations, index.handed_back[COPY].explained) == (1, ())


def test_an_answer_of_another_office_explains_nothing_of_this_one(city: AnsweredCity) -> None:
    """Whoever put it into another folder has explained records of that folder."""
    city.files(APRIL, [*disputes(4), dispute(5, **VAGUE)])
    city.answers()
    answer(city, "不是我们的", path="土默特右旗/昆区2023年4月矛盾纠纷台账.标注.xlsx")
    city.answers()
    city.files(APRIL, [dispute(6), *disputes(4), dispute(5, **VAGUE)])
    assert city.answers().handed_back[APRIL].explained == ()
