"""A dispute ledger is a stock: what stood in April and stands again in May is one dispute; what cannot be told is a person's to decide."""

from pathlib import Path

from tests.dbt_project.building import Warehouse
from tests.dbt_project.landed_samples import Match, decide

FOUND = "select numerator from fct_indicator where indicator = 'disputes_found' and unit_code = '150200' and period = '2023-05'"
OFFERED = "select dispute_key, doubtful_match_key from fct_dispute where doubtful_match_key is not null"
AGAIN = ("build", "--select", "int_dispute_link+", "int_dispute_doubtful+", "--exclude-resource-type", "unit_test")


def test_a_row_marked_or_not_goes_on_from_the_one_it_equals(samples: Warehouse) -> None:
    """Nine of 昆都仑区's May rows are marked as carried over, four of 土默特右旗's are not; all continue an April dispute."""
    both = "select unit_code, count(*) from fct_dispute where period = '2023-04' and last_period = '2023-05' group by unit_code order by unit_code"

    assert samples.rows(both) == [("150203", 9), ("150221", 4)]
    assert samples.rows("select count(*) from fct_dispute where is_doubtful") == [(0,)]


def test_a_row_that_repeats_another_of_its_file_counts_nowhere(samples: Warehouse) -> None:
    """昆都仑区's May ledger has 44 rows, of which one is blocked."""
    assert samples.rows("select count(*) from stg_dispute where unit_code = '150203' and period = '2023-05'") == [(44,)]
    assert samples.rows("select count(*) from fct_dispute_month where unit_code = '150203' and period = '2023-05'") == [(43,)]


def test_what_was_open_and_is_gone_is_seen(samples: Warehouse) -> None:
    """One dispute of 昆都仑区 was open in April and is missing in May, neither closed nor carried over."""
    gone = "select unit_code, gone_period, source_row from fct_dispute where gone_period is not null and doubtful_match_key is null and unit_code = '150203'"

    assert [row[:2] for row in samples.rows(gone)] == [("150203", "2023-05")]


def test_a_dispute_without_facts_is_offered_to_a_person_and_counts_until_then(samples: Warehouse) -> None:
    """土默特右旗's first May row agrees in unit, person and deadline with an April row whose facts are blank."""
    (offer,) = samples.rows(OFFERED)
    rows = samples.rows(f"select period, source_row from fct_dispute where dispute_key in {offer!r} order by period")

    assert rows == [("2023-04", 11), ("2023-05", 3)]
    assert samples.column(FOUND) == [61]


def test_a_decision_makes_one_of_the_two(samples: Warehouse, tmp_path: Path) -> None:
    """Decided to be the same, the two are one dispute, found in April; nothing is offered any more."""
    (offer,) = samples.rows(OFFERED)
    decided = samples.copy(tmp_path / "decided")
    decide(decided.home, Match(*map(str, offer), same=True))
    decided.dbt(*AGAIN)

    assert decided.column(FOUND) == [60]
    assert decided.rows(OFFERED) == []
