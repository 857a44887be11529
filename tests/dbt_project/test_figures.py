"""The indicators of the sample offices, as dbt counts them and as they are recounted from the records by hand."""

import pytest

from catalog.catalog import load
from tests.dbt_project.building import Warehouse
from tests.dbt_project.landed_samples import EXPECTED
from tests.end_to_end import recount, recount_cases

RECOUNTED = recount.recount(EXPECTED) | recount_cases.recount(EXPECTED)


@pytest.mark.parametrize(("indicator", "unit", "period"), RECOUNTED, ids=lambda value: value)
def test_a_figure_equals_its_recount(samples: Warehouse, indicator: str, unit: str, period: str) -> None:
    """Numerator, denominator and unreadable are those that one counts from the records; where nothing can be read there is no numerator, not zero."""
    (row,) = samples.rows(
        f"select numerator, denominator, unreadable from fct_indicator where indicator = '{indicator}' and unit_code = '{unit}' and period = '{period}'"
    )

    numerator, denominator, unreadable = RECOUNTED[indicator, unit, period] or (None, None, 0)
    assert row == (None if denominator == 0 else numerator, denominator, unreadable)


def test_every_unit_and_the_city_has_every_figure_from_the_first_month_to_the_month_of_today(samples: Warehouse) -> None:
    """Twelve units, April to July, or the year where that is what it is told for; where nothing was filed there is a row that says so."""
    told = "select count(*), count(distinct unit_code), min(period), max(period) from fct_indicator"
    yearly = sum(indicator.per == "year" for indicator in load().indicators.values())
    monthly = len(load().indicators) - yearly

    assert samples.rows(f"{told} where length(period) = 7") == [(monthly * 12 * 4, 12, "2023-04", "2023-07")]
    assert samples.rows(f"{told} where length(period) = 4") == [(yearly * 12, 12, "2023", "2023")]
    assert samples.rows("select numerator, value from fct_indicator where indicator = 'disputes_found' and unit_code = '150202'") == [(None, None)] * 4


def test_what_a_unit_left_open_is_carried_into_the_months_it_has_not_filed(samples: Warehouse) -> None:
    """达茂旗 left six open in April and filed nothing in May: six of the city's 25 are carried forward; in June all of them are."""
    carried = "select period, numerator, carried_forward, returns_received from fct_indicator where indicator = 'disputes_open' and unit_code = '150200'"

    assert samples.rows(f"{carried} order by period") == [("2023-04", 21, 0, 3), ("2023-05", 25, 6, 2), ("2023-06", 25, 25, 0), ("2023-07", 25, 25, 0)]


def test_a_return_that_is_not_due_yet_is_neither_missing_nor_counted(samples: Warehouse) -> None:
    """On 6 July the returns of June are due and those of July are not."""
    rates = samples.rows("select period, numerator, denominator from fct_indicator where indicator = 'return_rate' and unit_code = '150200' order by period")

    assert rates == [("2023-04", 4, 21), ("2023-05", 2, 21), ("2023-06", 0, 21), ("2023-07", None, None)]
    assert samples.column("select distinct state from fct_return where period = '2023-07'") == ["not_due"]


def test_the_first_accepted_file_says_whether_a_return_was_on_time(samples: Warehouse) -> None:
    """昆都仑区 corrected its April ledger on 9 May; the first file came on the 5th, and the return stays on time."""
    state = "select state, first_accepted_on::varchar, len(submission_ids), note from fct_return where ledger = 'dispute' and depth = 'file'"

    assert samples.rows(f"{state} and unit_code = '150203' and period = '2023-04'") == [("filed", "2023-05-05", 2, "replaced, 33 of 33 kept, 1 new")]
    assert samples.rows(f"{state} and unit_code = '150221' and period = '2023-05'") == [("late", "2023-06-13", 1, None)]


def test_a_township_without_a_row_is_missing_from_its_offices_return(samples: Warehouse) -> None:
    """昆都仑区's register has rows of four of its streets and towns; the others are missing from it."""
    states = "select state, count(*) from fct_return where depth = 'content' and district_code = '150203' and period = '2023-04' group by state order by state"

    assert samples.rows(states) == [("filed", 4), ("missing", 11)]


def test_a_roster_holds_in_the_months_after_it_with_the_coverage_it_had(samples: Warehouse) -> None:
    """Two of eleven offices filed a roster in April; no other is owed until October, and what they said holds in each month."""
    counted = "select period, numerator, returns_expected, returns_received from fct_indicator where indicator = 'mediators' and unit_code = '150200'"

    assert samples.rows(f"{counted} order by period") == [(period, 104, 11, 2) for period in ("2023-04", "2023-05", "2023-06", "2023-07")]


def test_a_share_with_a_target_says_how_many_are_missing(samples: Warehouse) -> None:
    """15 % of 103 are 16: with 13 the city lacks three; 土默特右旗 has filed no roster, and nobody can say."""
    distance = (
        "select target_on::varchar, distance_count, distance_ratio::varchar from fct_indicator where indicator = 'full_time_share' and period = '2023-04'"
    )

    assert samples.rows(f"{distance} and unit_code = '150200'") == [("2025-12-31", 3, "0.023786")]
    assert samples.rows(f"{distance} and unit_code = '150221'") == [("2025-12-31", None, None)]


def test_a_blocked_claim_counts_nowhere_and_is_counted_beside(samples: Warehouse) -> None:
    """One of 22 claims is for a case that no ledger has: 21 claims, 2 250 yuan, one blocked; nothing was owed, one return came."""
    counted = "select value::double, blocked, returns_expected, returns_received from fct_indicator where unit_code = '150200' and period = '2023-04'"

    assert samples.rows(f"{counted} and indicator = 'claims'") == [(21, 1, 0, 1)]
    assert samples.rows(f"{counted} and indicator = 'amount_claimed'") == [(2250, 1, 0, 1)]
