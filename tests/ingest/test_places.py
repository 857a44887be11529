"""Places: one code for every way of writing a township, and a word for each that is none."""

from dataclasses import replace
from pathlib import Path

import pytest

from catalog.period import Period
from ingest.frame import Frame
from ingest.outcome import Fault, Outcome
from ingest.places import fault_of_unit_name, read_district, read_township
from tests.catalog.merged_townships import BOTH, MERGED, merged
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


@pytest.mark.parametrize(
    ("text", "period", "outcome"),
    [
        ("海子乡", "2023-06", Outcome(MERGED[0])),
        ("海子乡", "2023-07", Outcome(MERGED[0], None, Fault("division_not_then", expected="新合镇"))),
        ("新合镇", "2023-07", Outcome(BOTH)),
        ("新合镇", "2023-06", Outcome(BOTH, None, Fault("division_not_then", expected="新合镇"))),
        ("海子乡", "2023", Outcome(MERGED[0])),
    ],
)
def test_a_township_that_was_not_there_in_the_period_is_read_and_said(text: str, period: str, outcome: Outcome, tmp_path: Path) -> None:
    """Merged at the end of June. The name is read as what it names, and the office asked; in a year's return both stood."""
    frame = replace(KUN, catalog=merged(tmp_path), unit_code="150221", period=Period.parse(period))

    assert read_township(text, frame) == outcome
