"""The indicators of the samples: what is published is what the records say, however one asks."""

import calendar
from pathlib import Path

import duckdb
import pytest

from tests.end_to_end import recount, recount_cases, sheet
from tests.end_to_end.city import EXPECTED, City
from tests.end_to_end.recount import MONTHS

RECOUNTED = recount.recount(EXPECTED) | recount_cases.recount(EXPECTED)
BY_HAND = Path(__file__).with_name("by_hand.sql").read_text(encoding="utf-8")


@pytest.mark.parametrize(("indicator", "unit", "period"), RECOUNTED, ids=lambda value: value)
def test_an_indicator_equals_its_recount(city: City, indicator: str, unit: str, period: str) -> None:
    """Numerator, denominator and unreadable are those that one counts from the records, for the city and each unit that filed."""
    row = city.figures[indicator, unit, period]
    expected = RECOUNTED[indicator, unit, period]

    if expected is None:
        assert row["numerator"] is None
        return
    numerator, denominator, unreadable = expected
    assert (row["numerator"] or 0, row["denominator"], row["unreadable"]) == (numerator, denominator, unreadable)


def test_the_table_of_the_city() -> None:
    """The recount itself gives the figures that were agreed on."""
    city = {(indicator, period): figure for (indicator, unit, period), figure in RECOUNTED.items() if unit == "150200"}

    assert city["screening_rounds", "2023-04"] == (36, None, 0)
    assert city["screening_rounds", "2023-05"] is None
    assert (city["disputes_found", "2023-04"], city["disputes_found", "2023-05"]) == ((80, None, 0), (61, None, 0))
    assert (city["disputes_open", "2023-04"], city["disputes_open", "2023-05"]) == ((21, None, 1), (25, None, 1))
    assert [city["disputes_overdue", period][0] for period in MONTHS] == [6, 15]
    assert (city["struck_off_rate", "2023-04"], city["struck_off_rate", "2023-05"]) == ((41, 59, 21), (48, 73, 1))
    assert (city["resolved_rate", "2023-04"], city["resolved_rate", "2023-05"]) == ((53, 79, 1), (48, 73, 1))
    assert (city["planned_share", "2023-04"], city["planned_share", "2023-05"]) == ((34, 34, 46), (43, 43, 31))
    assert (city["responsible_named_share", "2023-04"], city["responsible_named_share", "2023-05"]) == ((60, 60, 20), (74, 74, 0))
    assert [city["return_rate", period][:2] for period in MONTHS] == [(4, 21), (2, 21)]
    assert [city["on_time_rate", period][:2] for period in MONTHS] == [(4, 21), (1, 21)]


@pytest.mark.parametrize("period", MONTHS)
def test_sql_by_hand_on_the_readings_gives_the_same(city: City, period: str) -> None:
    """A hand-written query on the live readings counts what `indicator` publishes for the city."""
    live = duckdb.sql(f"select ledger, path from read_parquet('{city.home}/work/lists/live_reading.parquet')").fetchall()
    year, month = map(int, period.split("-"))
    by_hand = duckdb.execute(
        BY_HAND,
        {
            "disputes": [path for ledger, path in live if ledger == "dispute"],
            "rounds": [path for ledger, path in live if ledger == "screening_round"],
            "period": period,
            "last_day": f"{period}-{calendar.monthrange(year, month)[1]}",
        },
    ).fetchall()

    assert len(by_hand) == 9  # on_time_rate needs the times of receipt, which no reading has
    for indicator, numerator, denominator in by_hand:
        published = city.figures[indicator, "150200", period]
        assert (published["numerator"] or 0, published["denominator"]) == (numerator, denominator), indicator


def test_query_and_indicator_agree(city: City) -> None:
    """What `query` reads from the published table is what `indicator` shows."""
    rows = city.query("select indicator, unit_code, period, numerator, denominator from fct_indicator where period in ('2023-04', '2023-05')")
    asked = {(indicator, unit, period): (row["numerator"], row["denominator"]) for (indicator, unit, period), row in city.figures.items()}

    assert {tuple(key): (numerator, denominator) for *key, numerator, denominator in rows} | asked == asked


def test_what_a_unit_left_open_is_carried_forward(city: City) -> None:
    """达茂旗 filed nothing in May: its six open disputes count in the city's open ones, and are counted beside."""
    may = city.figures["disputes_open", "150200", "2023-05"]

    assert (may["numerator"], may["carried_forward"]) == (25, 6)
    assert city.figures["disputes_overdue", "150200", "2023-05"]["carried_forward"] == 6


def test_coverage_stands_beside_every_figure(city: City) -> None:
    """Of eleven dispute returns three came in April, and two in May."""
    april, may = (city.figures["disputes_found", "150200", period] for period in MONTHS)

    assert (april["returns_expected"], april["returns_received"]) == (11, 3)
    assert (may["returns_expected"], may["returns_received"]) == (11, 2)


def test_the_summary_that_goes_out_has_the_same_figures(city: City) -> None:
    """The workbook that the run wrote, of the newest month that has some: every figure of the city and its units is what `indicator` shows."""
    (place,) = (city.home / "extracts" / "summary" / "2023-05").glob("*.xlsx")
    published = {(indicator, unit): row["value"] for (indicator, unit, period), row in city.figures.items() if period == "2023-05"}
    stated = sheet.figures(place)

    assert stated == {key: published[key] for key in stated}
    assert len(stated) == 12 * 15


def test_the_summary_is_the_same_to_the_byte_when_it_is_asked_for_again(city: City) -> None:
    """And its manifest has the hashes of the tables that the journal has."""
    (place,) = (city.home / "extracts" / "summary" / "2023-05").glob("*.xlsx")
    before = place.read_bytes()
    told = city.ask("extract", "summary", "--period", "2023-05")

    assert city.home / told["file"] == place
    assert place.read_bytes() == before
    assert told["tables"] == city.table_hashes()
