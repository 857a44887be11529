"""The list of what an office owes: overdue on top, working days counted as the State Council arranged them, rewritten only when it says something else."""

import io
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from catalog.catalog import load
from catalog.owed_list import Owing
from ingest.answering.owed_list import owed_list, write_owed_lists
from tests.ingest.offices import City
from warehouse.owed import Account, Owed

CATALOG = load()
UNIT = CATALOG.units["150203"]
TODAY = date(2023, 7, 6)


def listed(*owed: Owed, today: date = TODAY, received: int = 2) -> Worksheet:
    """The list as another program reads it."""
    workbook = load_workbook(io.BytesIO(owed_list(UNIT, Account(owed, received), today, CATALOG)))
    assert workbook.sheetnames == ["待报清单"]
    return workbook["待报清单"]


def owed(due_on: str, state: Owing = "missing", period: str = "2023-05") -> Owed:
    """A return of disputes."""
    return Owed("dispute", period, date.fromisoformat(due_on), state)


def rows(sheet: Worksheet) -> list[tuple[object, ...]]:
    """The rows below the headers."""
    return [tuple(cell.value for cell in row) for row in sheet.iter_rows(min_row=5)]


def test_overdue_stands_on_top_then_what_went_back_then_what_is_to_come() -> None:
    """Each by its due day, in the colour of its weight."""
    sheet = listed(owed("2023-08-07", "not_due", "2023-07"), owed("2023-07-05", "returned", "2023-06"), owed("2023-06-05"), owed("2023-05-05"))
    assert [row[1] for row in rows(sheet)] == ["已逾期", "已逾期", "退回待改", "未到期"]
    assert [row[4] for row in rows(sheet)] == ["2023年5月5日（星期五）", "2023年6月5日（星期一）", "2023年7月5日（星期三）", "2023年8月7日（星期一）"]
    assert sheet["B5"].fill.fgColor.rgb == CATALOG.marking.colours["block"]
    assert sheet["A2"].value.startswith("截至2023年7月6日：已逾期2份，退回待改1份，未到期1份")
    assert sheet["A3"].value == "已收到2份，谢谢。"


@pytest.mark.parametrize(
    ("today", "due_on", "said"),
    [
        ("2023-07-06", "2023-07-07", "还剩1个工作日"),
        ("2023-07-07", "2023-07-10", "还剩1个工作日"),  # a weekend between
        ("2023-06-21", "2023-06-26", "还剩2个工作日"),  # the dragon boat festival, and the Sunday worked for it
        ("2023-07-06", "2023-07-06", "今天到期"),
        ("2023-07-06", "2023-07-05", "已过1个工作日"),
        ("2023-10-09", "2023-09-28", "已过3个工作日"),  # the national holidays between
    ],
)
def test_working_days_are_those_of_the_state_council(today: str, due_on: str, said: str) -> None:
    """Holidays taken off, worked weekends counted."""
    assert rows(listed(owed(due_on), today=date.fromisoformat(today)))[0][5] == said


def test_years_whose_holidays_are_not_announced_are_said() -> None:
    """Monday to Friday are counted then."""
    assert rows(listed(owed("2050-01-10", "not_due"), today=date(2050, 1, 3)))[0][5] == "还剩5个工作日（当年节假日安排尚未公布，按周一至周五算）"


def test_an_office_that_owes_nothing_is_thanked() -> None:
    """The list is there all the same, so that nobody wonders."""
    sheet = listed()
    assert sheet["A2"].value == "没有待报的，谢谢。"
    assert rows(sheet) == []


def test_every_office_has_its_own_list_and_it_is_written_only_when_it_changed(tmp_path: Path) -> None:
    """Eleven folders, each with one list that names its own office alone."""
    city = City(tmp_path)
    accounts = {unit.code: Account((owed("2023-06-05"),), 1) for unit in CATALOG.units.reporting}
    places = [city.folder.outbox / file for file in write_owed_lists(city.run(), accounts)]
    assert len({place.parent for place in places}) == 11
    for unit, place in zip(CATALOG.units.reporting, places, strict=True):
        text = " ".join(str(cell.value) for row in load_workbook(place)["待报清单"].iter_rows() for cell in row)
        assert [other.name for other in CATALOG.units.reporting if other.name in text] == [unit.name]
    written = [place.stat().st_mtime_ns for place in places]
    write_owed_lists(city.run(), accounts | {"150203": Account((), 2)})
    assert [place.parent.name for place, before in zip(places, written, strict=True) if place.stat().st_mtime_ns != before] == ["昆都仑区"]
