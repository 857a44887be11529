"""Statements: what title, info row and names say, and what of it is about the unit or the period."""

from ingest.statements import about, statements
from tests.ingest.filed_tables import CATALOG, filed

INFO = "填报单位：昆都仑区司法局（盖章）          填报月份：4月份          填报人：青山  填报日期：2023年5月4日"
TABLE = filed(["序号"], [1], title="某台账", info=INFO).table
SAID = statements(TABLE, "昆都仑区/昆区4月.xlsx", CATALOG.wording)


def test_title_info_sheet_and_file_speak_in_this_order() -> None:
    """The first outranks the others; the folder and the ending of the name say nothing here."""
    assert [(statement.source, statement.text) for statement in SAID] == [
        ("title", "某台账"), ("info", ""), ("info", "昆都仑区司法局(盖章)"), ("info", "4月份"), ("sheet", "4月台账"), ("file", "昆区4月"),
    ]  # fmt: skip


def test_an_entry_of_an_info_row_is_about_its_subject_only() -> None:
    """A person called 青山 is no district; the day of filing is no period."""
    assert [statement.text for statement in about("unit", SAID)] == ["某台账", "", "昆都仑区司法局(盖章)", "4月台账", "昆区4月"]
    assert [statement.text for statement in about("period", SAID)] == ["某台账", "", "4月份", "4月台账", "昆区4月"]


def test_a_statement_has_a_place_where_it_has_a_cell() -> None:
    """So that a contradiction points at it."""
    assert [statement.place.cell for statement in SAID] == ["A1", "A2", "A2", "A2", None, None]


def test_an_info_row_without_keys_speaks_of_everything() -> None:
    """Some offices write unit and month without a word before them."""
    table = filed(["序号"], [1], info="土默特右旗司法局                2023年4月").table
    (entry,) = [statement for statement in statements(table, "x.xlsx", CATALOG.wording) if statement.source == "info"]
    assert entry.about is None
    assert entry.text == "土默特右旗司法局2023年4月"
