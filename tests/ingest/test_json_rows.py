"""JSON exports: objects become rows, keys become columns, and a cell is called by list, number and key."""

import json
from datetime import date
from pathlib import Path

import pytest

from catalog.catalog import load
from ingest.cells import Refused, Sheet, Workbook
from ingest.checking import check
from ingest.identifying import Delivery
from ingest.opening import open_file

SAMPLE = Path(__file__).parents[2] / "tests/samples/inbox/昆都仑区/掌上调解导出20230531.json"


def sheets(text: str) -> tuple[Sheet, ...]:
    """The sheets of a text."""
    found = open_file(text.encode(), "导出.json")
    assert isinstance(found, Workbook), found
    return found.sheets


def test_objects_are_rows_under_all_their_keys() -> None:
    """A key that only the second object has is a column too; what an object lacks is empty."""
    (only,) = sheets('{"code": 0, "data": [{"甲": 1, "乙": null}, {"乙": "x", "丙": true}]}')
    assert (only.name, only.keys, only.rows) == ("data", ("甲", "乙", "丙"), ((1, None, None), (None, "x", True)))


def test_every_list_of_objects_is_a_sheet_of_its_key() -> None:
    """Wherever it lies; a list of other things is none."""
    found = sheets('{"page": {"records": [{"a": 1}]}, "codes": [1, 2], "more": [{"b": 2}]}')
    assert [one.name for one in found] == ["records", "more"]


def test_objects_within_a_row_are_columns_of_the_row() -> None:
    """Under both keys; a list within it stays as it is written."""
    (only,) = sheets('[{"人": {"名": "甲"}, "附": [1, 2]}]')
    assert (only.name, only.keys, only.rows) == ("json", ("人.名", "附"), (("甲", "[1, 2]"),))


@pytest.mark.parametrize(("written", "value"), [("19000001229", 19000001229), ("150203202300001234", "150203202300001234"), ("1.10", "1.10"), ("-5", -5)])
def test_a_number_keeps_every_digit(written: str, value: object) -> None:
    """JSON has no fifteen digits to lose, and no zero at the end."""
    assert sheets(f'[{{"n": {written}}}]')[0].rows == ((value,),)


def test_json_without_a_list_of_objects_is_refused() -> None:
    """An answer that says `no permission` is no export."""
    found = open_file(b'{"code": 403, "msg": "no", "data": []}', "x.json")
    assert isinstance(found, Refused)
    assert (found.code, found.facts["kind"]) == ("unsupported", "json")


def test_an_export_that_counts_no_objects_is_a_nil_return() -> None:
    """The app has nothing to export of a month in which nobody asked; whose and of when it is, its name says."""
    content = b'{"code": 0, "msg": "success", "total": 0, "data": []}'

    checked = check(content, Delivery("昆都仑区/掌上调解导出202305.json", "150203", date(2023, 6, 1)), load())

    (table,) = checked.tables
    assert (checked.kind, checked.decision, table.ledger, str(table.period), table.records) == ("nil", "accepted", "online_service", "2023-05", ())


def test_a_problem_names_list_number_and_key() -> None:
    """From 1, as a person counts; and nothing is called by letters that the clerk cannot see."""
    checked = check(SAMPLE.read_bytes(), Delivery(f"昆都仑区/{SAMPLE.name}", "150203", date(2023, 6, 1)), load())
    (table,) = checked.tables
    assert (table.ledger, str(table.period), len(table.records)) == ("online_service", "2023-05", 24)
    assert {problem.cell for problem in table.problems} == {"data[6].分流时间", "data[14].纠纷类型"}
    assert all(change.cell.startswith("data[") for change in table.changed)
    assert table.cell(3, "party_phone") == "data[3].联系电话"


def test_a_row_keeps_its_number_when_an_object_is_empty() -> None:
    """The third object is the third row."""
    content = json.dumps({"data": [{"申请编号": "1"}, {}, {"申请编号": "2"}]}).encode()
    (table,) = check(content, Delivery("昆都仑区/掌上调解导出202305.json", "150203", date(2023, 6, 1)), load()).tables
    assert [record.row for record in table.records] == [1, 3]
