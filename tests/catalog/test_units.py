"""Units: eleven that report, their townships, and every name that offices write."""

from pathlib import Path

import pytest

from catalog.catalog import load
from catalog.unit import CITY

UNITS = load().units


def test_eleven_units_report_to_the_city() -> None:
    """Ten offices of banners, county, districts and the zone, and the city's own; the city itself files nothing."""
    assert [unit.code for unit in UNITS.reporting] == sorted(unit.code for unit in UNITS.reporting)
    assert {unit.code for unit in UNITS.reporting} == {
        *("150202", "150203", "150204", "150205", "150206", "150207", "150221", "150222", "150223", "150271", "150200-BJ"),
    }
    assert not UNITS[CITY].reports


def test_the_city_has_86_townships_and_five_pseudo_units() -> None:
    """The statistics bureau's list has five parks and management areas besides, which are no units of their own."""
    townships = [unit for unit in UNITS if unit.level == "township"]
    assert len([unit for unit in townships if unit.pseudo]) == 5
    assert len([unit for unit in townships if not unit.pseudo]) == 86
    assert all(unit.pseudo == (unit.kind == "park") for unit in townships)
    assert all(unit.code.startswith(str(unit.parent)) for unit in townships)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("昆北", "150203014"), ("昆北街道办事处", "150203014"), (" 昆 北\n街道 ", "150203014"), ("苏波盖乡人民政府", "150221215"),
        ("昆区", "150203"), ("昆都仑区司法局", "150203"), ("土右旗", "150221"), ("达茂旗司法局", "150223"), ("白云矿区", "150206"),
        ("稀土高新区司法科", "150271"), ("高新区", "150271"), ("市本级", "150200-BJ"), ("包头市司法局", "150200-BJ"), ("包头市", "150200"),
        ("150203", "150203"),
    ],
)  # fmt: skip
def test_a_name_as_offices_write_it_leads_to_one_unit(text: str, code: str) -> None:
    """Short names, offices, the government of a township, blanks and line breaks inside."""
    assert [unit.code for unit in UNITS.named(text)] == [code]


def test_a_shared_name_leads_to_all_who_bear_it() -> None:
    """河东 is a street and a town of 东河区; 石拐 a district and its street. Nothing is guessed."""
    assert {unit.name for unit in UNITS.named("河东")} == {"河东街道", "河东镇"}
    assert {unit.level for unit in UNITS.named("石拐")} == {"district", "township"}
    assert [unit.name for unit in UNITS.named("石拐", "district")] == ["石拐区"]


def test_an_unknown_name_leads_nowhere() -> None:
    """萨拉其镇 is misspelt: no unit, not the nearest."""
    assert UNITS.named("萨拉其镇") == ()


def test_a_township_of_another_district_is_found_as_what_it_is() -> None:
    """青福镇 in a return of 昆都仑区 is 青山区's."""
    (found,) = UNITS.township_in("150203", "青福镇")
    assert found.parent == "150204"


def test_each_reporting_unit_has_a_folder_of_its_own() -> None:
    """Folder names are the units' names, the zone's the one it is called by; they are safe as names of folders."""
    folders = [unit.folder_name for unit in UNITS.reporting]
    assert len(set(folders)) == 11
    assert {"昆都仑区", "稀土高新区", "市本级"} <= set(folders)
    assert all(Path(folder).name == folder for folder in folders)
