"""Marked copies in the outboxes: made when something is wrong or was found by the build, made anew when that changed, each in its own office's folder."""

import io
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.ingest.answering.answered_city import AnsweredCity
from tests.ingest.offices import dispute, disputes
from warehouse import answers_index

APRIL = "昆都仑区/4月/昆区2023年4月矛盾纠纷台账.xlsx"
COPY = "昆都仑区/4月/昆区2023年4月矛盾纠纷台账.标注.xlsx"
WRONG = {"化解时限": "2023.4.31"}
RIGHT = {"化解时限": "2023-05-30"}


@pytest.fixture
def city(tmp_path: Path) -> AnsweredCity:
    """A fresh data folder."""
    return AnsweredCity(tmp_path)


def first_sheet(content: bytes) -> list[tuple[object, ...]]:
    """The lines of the list in front of a marked copy."""
    return [row[1:7] for row in load_workbook(io.BytesIO(content))["先改这几处"].iter_rows(min_row=5, values_only=True)]


def test_what_is_wrong_is_marked_in_the_offices_own_workbook(city: AnsweredCity) -> None:
    """Beside the receipt, under the file's name; the receipt tells of it."""
    city.files(APRIL, [*disputes(4), dispute(5, **WRONG)])
    city.answers()
    assert list(city.copies()) == [COPY]
    assert first_sheet(city.copies()[COPY])[0][:2] == ("必须改", "I7")
    assert "标注：见“昆区2023年4月矛盾纠纷台账.标注.xlsx”" in city.receipt(APRIL)


def test_a_return_without_a_fault_has_no_copy(city: AnsweredCity) -> None:
    """Nothing is to be put right."""
    city.files(APRIL, disputes(4))
    city.answers()
    assert city.copies() == {}


def test_what_the_build_found_is_marked_as_well(city: AnsweredCity) -> None:
    """In the words of its rule, at the record; the receipt says that it was found since."""
    city.files(APRIL, disputes(4))
    city.answers()
    city.answers(city.violation())
    rule = city.catalog.rules["open_dispute_disappeared"]
    assert first_sheet(city.copies()[COPY]) == [("须说明", "A5", "“Sheet”表\n第5行", rule.sentence, rule.should_be, rule.remedy)]
    assert "与别的表核对又发现1处" in city.receipt(APRIL)


def test_a_violation_of_a_row_or_a_rule_that_is_no_more_is_left_out(city: AnsweredCity) -> None:
    """The next build will not find it."""
    city.files(APRIL, disputes(4))
    city.answers()
    city.answers(city.violation(row=99), city.violation(rule_id="no_such_rule"))
    assert city.copies() == {}


def test_nothing_is_written_while_nothing_changed(city: AnsweredCity) -> None:
    """Not even with the same bytes."""
    city.files(APRIL, [*disputes(4), dispute(5, **WRONG)])
    index = city.answers()
    before = (city.folder.outbox / COPY).stat().st_mtime_ns
    assert city.answers() == index
    assert (city.folder.outbox / COPY).stat().st_mtime_ns == before


def test_without_its_index_the_same_copy_is_made_and_left(city: AnsweredCity) -> None:
    """What can be derived may be deleted."""
    city.files(APRIL, [*disputes(4), dispute(5, **WRONG)])
    index = city.answers()
    before = (city.folder.outbox / COPY).stat().st_mtime_ns
    answers_index.place(city.folder).unlink()
    assert city.answers() == index
    assert (city.folder.outbox / COPY).stat().st_mtime_ns == before


def test_a_copy_goes_when_all_is_right(city: AnsweredCity) -> None:
    """The office delivered again, under the same name."""
    city.files(APRIL, [*disputes(4), dispute(5, **WRONG)])
    city.answers()
    city.files(APRIL, [*disputes(4), dispute(5, **RIGHT)])
    city.answers()
    assert city.copies() == {}
    assert "标注" not in city.receipt(APRIL).partition("可转发")[0]


def test_a_copy_that_somebody_filled_in_is_never_written_over(city: AnsweredCity) -> None:
    """The new one stands beside it."""
    city.files(APRIL, [*disputes(4), dispute(5, **WRONG)])
    city.answers()
    workbook = load_workbook(city.folder.outbox / COPY)
    workbook["先改这几处"]["I5"] = "原件如此"
    workbook.save(city.folder.outbox / COPY)
    filled_in = city.copies()[COPY]
    city.answers(city.violation())
    assert city.copies()[COPY] == filled_in
    assert len(first_sheet(city.copies()["昆都仑区/4月/昆区2023年4月矛盾纠纷台账.标注（2）.xlsx"])) == 2


def test_the_marked_copy_may_come_back_as_it_is(city: AnsweredCity) -> None:
    """It is the same return again; its own copy has the same name, not a longer one each round."""
    city.files(APRIL, [*disputes(4), dispute(5, **WRONG)])
    city.answers()
    city.drop(COPY, city.copies()[COPY])
    city.answers()
    assert list(city.copies()) == [COPY]
    assert "已由后来的一份替换" in city.receipt(APRIL)
    assert first_sheet(city.copies()[COPY])[0][:2] == ("必须改", "I7")


def test_no_office_sees_anything_of_another(city: AnsweredCity) -> None:
    """The same workbook delivered by two: each copy lies in its own folder, and folders are closed to others."""
    for office, township in (("昆都仑区", "昆北街道"), ("土默特右旗", "萨拉齐镇")):
        row = {"苏木乡镇（街道）": township, "责任单位": f"{township}司法所", "责任人": f"{office}责任人"}
        city.files(f"{office}/{office}2023年4月矛盾纠纷台账.xlsx", [dispute(1, **row, **WRONG)], title=f"{office}4月台账")
    city.answers()
    assert sorted(city.copies()) == [f"{office}/{office}2023年4月矛盾纠纷台账.标注.xlsx" for office in ("土默特右旗", "昆都仑区")]
    for office, other in (("昆都仑区", "土默特右旗"), ("土默特右旗", "昆都仑区")):
        folder = city.folder.outbox / office
        assert folder.stat().st_mode & 0o077 == 0
        cells = [cell.value for sheet in load_workbook(next(folder.glob("*.xlsx"))).worksheets for row in sheet.iter_rows() for cell in row]
        assert f"{office}责任人" in cells
        assert not any(other in str(cell) for cell in cells)
