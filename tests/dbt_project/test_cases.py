"""A mediated case counts once, however many files state it; rows of one file are never merged."""

import pytest

from tests.dbt_project.building import Warehouse

COUNTED = "select count(*), sum(row_count) from fct_mediation_case where unit_code = '150223'"


@pytest.mark.parametrize(
    ("period", "counted"),
    [
        ("2023-04", (32, 32)),  # 20 cases, and 12 oral agreements that name nobody
        ("2023-05", (20, 29)),  # 20 cases, 9 of them in the records of the police as well
    ],
)
def test_a_case_in_two_files_counts_once_and_what_only_one_file_has_is_added(samples: Warehouse, period: str, counted: tuple[int, int]) -> None:
    """达茂旗 filed two workbooks each month: the first pair adds up, the second overlaps."""
    assert samples.rows(f"{COUNTED} and period = '{period}'") == [counted]


def test_each_file_adds_what_the_other_does_not_say(samples: Warehouse) -> None:
    """The ledger names no mediator in its sixth case, the police do; the police give no number and no type, the ledger does."""
    case = "select mediator, dispute_type_code, row_count from fct_mediation_case where case_no = '（2023）达茂乌克忽人调字第26号'"

    assert samples.rows(case) == [("姜文忠", "D02", 2)]


def test_a_local_type_is_part_of_one_of_the_form(samples: Warehouse) -> None:
    """Pasture disputes have no leaf of their own in the statistical form: filed as such, counted with forest and land."""
    assert samples.rows("select distinct form_type_code from fct_mediation_case where dispute_type_code = 'X09'") == [("D07",)]


def test_a_claim_finds_its_case_also_where_the_ledger_repeats_a_number(samples: Warehouse) -> None:
    """昆都仑区's export has one number twice, so the second counts as lost: the claim for it finds its case by the parties."""
    found = "select case_no, case_key is not null from fct_subsidy_claim where case_no in ('0150203202300010', '0150203202300998') order by case_no"

    assert samples.rows(found) == [("0150203202300010", True), ("0150203202300998", False)]


def test_a_roster_gives_versions_that_hold_until_the_next_one(samples: Warehouse) -> None:
    """Each unit filed one roster, in April: what it says holds from then on."""
    versions = "select unit_code, count(*), min(valid_from_on)::varchar, count(valid_to_on) from {} group by unit_code order by unit_code"

    assert samples.rows(versions.format("dim_mediator")) == [("150203", 54, "2023-04-01", 0), ("150223", 50, "2023-04-01", 0)]
    assert samples.rows(versions.format("dim_committee")) == [("150203", 14, "2023-04-01", 0)]


def test_two_mediators_of_one_name_are_two(samples: Warehouse) -> None:
    """达茂旗's roster has one name twice, with two identity numbers."""
    assert samples.rows("select count(distinct mediator_key) from dim_mediator where name = '敖登其其格'") == [(2,)]
