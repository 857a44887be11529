"""Places: one code for every way of writing a township, and a word for each that is none."""

import pytest

from ingest.frame import Frame
from ingest.outcome import Fault, Outcome
from ingest.places import fault_of_unit_name, read_district, read_township
from tests.ingest.filed_tables import CATALOG

KUN = Frame(CATALOG, "150203", None)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("昆北街道", Outcome("150203014")), ("150203014", Outcome("150203014")), ("昆北", Outcome("150203014", "alias_of_unit")),
        ("昆北街道办事处", Outcome("150203014", "alias_of_unit")),
        ("青福镇", Outcome("150204100", None, Fault("division_foreign", other="青山区", expected="少先路街道"))),
        ("昆背街道", Outcome(None, None, Fault("division_unknown", expected="昆北街道"))),
    ],
    ids=repr,
)  # fmt: skip
def test_a_township_is_read_in_the_returns_own_district(text: str, outcome: Outcome) -> None:
    """Its own name needs no rule; one of another district is read and said; a misspelt one is said with the likeliest, never corrected."""
    assert read_township(text, KUN) == outcome


def test_no_township_is_foreign_to_the_citys_own_office() -> None:
    """It has none of its own."""
    assert read_township("青福镇", Frame(CATALOG, "150200-BJ", None)) == Outcome("150204100")


def test_a_name_that_two_townships_bear_is_ambiguous() -> None:
    """河东 is a street and a town of 东河区."""
    assert read_township("河东", Frame(CATALOG, "150202", None)).fault == Fault("division_ambiguous", expected="东河区")


def test_a_district_is_read_by_any_of_its_names() -> None:
    """Here no district is foreign: the column says where the matter lies."""
    assert read_district("达茂旗", KUN) == Outcome("150223", "alias_of_unit")
    assert read_district("昆仑区", KUN).fault == Fault("division_unknown", expected="昆都仑区")


def test_a_unit_is_a_township_or_a_reporting_unit() -> None:
    """The office itself may fill a row."""
    assert fault_of_unit_name("昆区司法局", KUN) is None
    assert fault_of_unit_name("昆工路街道", KUN) is None
    assert fault_of_unit_name("昆区住建局", KUN) == Fault("division_unknown", expected="少先路街道")
