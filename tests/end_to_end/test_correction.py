"""A correction arrives after everything else was published, and a person has decided about a doubtful match."""

import shutil
from dataclasses import dataclass

import duckdb
import pytest

from tests.end_to_end.city import KUN_APRIL_CORRECTED, City, sample_files


@dataclass(frozen=True)
class Corrected:
    """The home, and what it had before the correction: readings, 昆都仑区's April figure, the city's May figure."""

    city: City
    readings: dict[str, bytes]
    april: int
    may: int


@pytest.fixture(scope="module")
def corrected(tmp_path_factory: pytest.TempPathFactory) -> Corrected:
    """All but the correction, run; then the correction and a decision, run while every other original is out of the archive.

    The decision: 土默特右旗 May, row 3, is the April row whose facts were left blank.
    """
    city = City.founded(tmp_path_factory.mktemp("corrected") / "data", [file for file in sample_files() if file != KUN_APRIL_CORRECTED])
    city.run()
    april, may = (city.figure("disputes_found", *whose)["numerator"] for whose in (("150203", "2023-04"), ("150200", "2023-05")))
    before = Corrected(city, city.landing(), april, may)
    aside = city.home.parent / "archive-aside"
    shutil.move(city.home / "archive", aside)
    (city.home / "archive").mkdir(mode=0o700)
    city.deliver([KUN_APRIL_CORRECTED])
    ((key, other),) = city.query("select dispute_key, doubtful_match_key from fct_dispute where doubtful_match_key is not null")
    city.fengqiao("decide", "match", key, other, "--same", "--by", "数据专员", "--why", "责任单位、责任人、时限相同")
    city.run()
    shutil.copytree(aside, city.home / "archive", dirs_exist_ok=True)
    return before


def test_the_figure_follows_the_correction(corrected: Corrected) -> None:
    """昆都仑区 April: 33, then 34."""
    assert corrected.april == 33
    assert corrected.city.figure("disputes_found", "150203", "2023-04")["numerator"] == 34


def test_no_other_reading_is_touched(corrected: Corrected) -> None:
    """Every reading of before stands, byte for byte; one is new; no original but the new one was needed."""
    before, after = corrected.readings, corrected.city.landing()

    assert {name: after[name] for name in before} == before
    assert len(after) == len(before) + 1


def test_status_says_what_the_correction_did(corrected: Corrected) -> None:
    """Replaced, 33 of 33 kept, 1 new."""
    city = corrected.city
    (row,) = [row for row in city.ask("status", "--period", "2023-04", "--ledger", "dispute")["obligations"] if row["unit_code"] == "150203"]

    assert row["state"] == "filed"
    assert "33" in row["note"]
    assert "1" in row["note"]


def test_the_new_dispute_is_traced_to_its_cells(corrected: Corrected) -> None:
    """Row 37 of the corrected workbook, with its facts as the clerk wrote them."""
    city = corrected.city
    sql = "select dispute_key from fct_dispute_month where district_code = '150203' and period = '2023-04' and source_row = 37"
    ((key,),) = city.query(sql)
    (source,) = [source for source in city.ask("trace", "fct_dispute", key)["sources"] if source["row"] == 37]

    assert source["file"].endswith("昆区2023年4月矛盾纠纷台账（更正）.xlsx")
    assert source["sheet"] == "4月台账"
    assert {cell["cell"]: cell["text"] for cell in source["cells"]}["F37"] == "格日勒托娅、瑞源建筑劳务有限公司"


def test_an_earlier_day_is_seen_as_it_was_known(corrected: Corrected) -> None:
    """As of 6 May the first ledger counted: 33; what everybody sees does not move."""
    city = corrected.city
    current = (city.home / "published" / "current.duckdb").resolve()
    answer = city.run("--as-of", "2023-05-06")
    file = next((city.home / "published" / "as-of").glob("*.duckdb"))

    with duckdb.connect(str(file), read_only=True) as past:
        figure = past.sql("select numerator from fct_indicator where indicator = 'disputes_found' and unit_code = '150203' and period = '2023-04'").fetchone()
    assert figure == (33,)
    assert answer["as_of"].startswith("2023-05-06")
    assert (city.home / "published" / "current.duckdb").resolve() == current


def test_a_decided_match_makes_one_dispute_of_two(corrected: Corrected) -> None:
    """Found 61 until a person says so, then 60."""
    assert corrected.may == 61
    assert corrected.city.figure("disputes_found", "150200", "2023-05")["numerator"] == 60
