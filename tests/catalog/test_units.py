"""Units: eleven that report, their townships, and every name that offices write."""

from datetime import date
from pathlib import Path

import pytest

from catalog.catalog import load
from catalog.error import CatalogError
from catalog.period import Period
from catalog.unit import CITY, Unit, Units
from tests.catalog.merged_townships import BOTH, FIRST_DAY, LAST_DAY, MERGED, merged

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


def test_merged_townships_stand_until_their_last_day_and_the_new_one_from_its_first(tmp_path: Path) -> None:
    """Nothing of the past is edited: both names lead on to the townships that bore them, and from there to what they became."""
    units = merged(tmp_path).units
    old = [units[code] for code in MERGED]

    assert [(unit.holds_on(LAST_DAY), unit.holds_on(FIRST_DAY)) for unit in (*old, units[BOTH])] == [(True, False), (True, False), (False, True)]
    assert [unit.code for unit in units.named("海子乡")] == [MERGED[0]]
    assert {units.now(unit).code for unit in old} == {BOTH}
    assert all(units.now(unit) is unit for unit in units if unit.until is None)


@pytest.mark.parametrize(("period", "stood"), [("2023-06", True), ("2023-Q2", True), ("2023", True), ("2023-07", False)])
def test_a_township_stood_in_each_period_that_it_reached_into(period: str, stood: bool, tmp_path: Path) -> None:  # noqa: FBT001 - a column of the table above
    """Merged at the end of June: it was there in June, in the second quarter and in the year, and not in July."""
    assert merged(tmp_path).units[MERGED[0]].stood_in(Period.parse(period)) is stood


def test_a_village_hangs_on_its_township_and_belongs_to_its_office(tmp_path: Path) -> None:
    """Two steps up; its name leads to it and names no return: villages share names, and those are common words."""
    units = merged(tmp_path).units
    (village,) = units.named("试验一村")

    assert (village.level, village.parent) == ("village", BOTH)
    assert units.district_of(village) == units["150221"]
    assert units.mentioned("试验一村的台账") == ()


def test_a_unit_that_lies_in_itself_belongs_to_nobody() -> None:
    """A slip in a declaration ends the search, it does not keep it going."""
    astray = Unit(code="1", name="某街道", level="township", kind="street", parent="1")

    assert Units((astray,)).district_of(astray) is None
    assert UNITS.district_of(UNITS[CITY]) is None


def test_what_lies_within_an_office_are_its_own_units() -> None:
    """Itself on its own level, its townships and streets on theirs, nothing on a level that it has no units of."""
    assert [unit.code for unit in UNITS.within("150203", "district")] == ["150203"]
    assert {unit.parent for unit in UNITS.within("150203", "township")} == {"150203"}
    assert UNITS.within("150203", "village") == ()


def test_a_unit_that_was_renamed_is_one_unit() -> None:
    """Two versions of one code under one alias are no two units that share a name; the newest answers."""
    earlier = Unit(code="1", name="旧名街道", level="township", kind="street", aliases=("老街",), until=date(2023, 6, 30))
    later = Unit(code="1", name="新名街道", level="township", kind="street", aliases=("老街",), since=date(2023, 7, 1))

    assert Units((earlier, later)).named("老街") == (later,)
    assert Units((earlier, later)).named("旧名街道") == (earlier,)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (', until: 2023-06-30, succeeded_by: "150221109"', ', succeeded_by: "150221109"', "needs `until`"),
        ('succeeded_by: "150221109"', 'succeeded_by: "150221999"', "does not stand on the day after"),
        ("since: 2023-07-01\n    aliases", "since: 2023-08-01\n    aliases", "does not stand on the day after"),
        ('code: "150221109201"', 'code: "150221105"', "declared twice"),
    ],
)
def test_a_merger_that_does_not_hold_together_is_told(tmp_path: Path, old: str, new: str, said: str) -> None:
    """A successor of what goes on, one that is not there yet, a code that is taken."""
    file = merged(tmp_path).home / "units/150221.yml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    load.cache_clear()

    with pytest.raises(CatalogError, match=said):
        load(file.parents[1])
