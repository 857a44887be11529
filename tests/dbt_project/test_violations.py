"""What breaks a rule between facts is found, with its address, and nothing else is."""

from catalog.catalog import load
from tests.dbt_project.building import Warehouse

ADDRESSES = "select rule_id, unit_code, period, source_sheet, source_row, field from fct_violation order by all"


def test_what_breaks_a_rule_is_found_at_its_place_and_nothing_else(samples: Warehouse) -> None:
    """What the samples have wrong between files, and not one record more; 土默特右旗 filed no roster, so none of its mediators can be missing from it."""
    assert samples.rows(ADDRESSES) == [
        ("claim_without_case", "150203", "2023-04", "申报", 6, "case_no"),
        ("mediator_not_on_roster", "150203", "2023-04", "诉源事件", 17, "mediator"),
        ("open_dispute_disappeared", "150203", "2023-05", "4月台账", 7, None),
        ("roster_counts_differ", "150203", "2023-04", "调解组织", 7, "part_time_count"),
    ]


def test_nobody_is_named_by_what_he_offends(samples: Warehouse) -> None:
    """The mediator who is on no roster stands in the ledger's own column; in the violation there is a hash of the name."""
    (mediator,) = samples.column("select mediator from fct_mediation_case where source_row = 17 and unit_code = '150203' and period = '2023-04'")
    (values,) = samples.column("select offending_values from fct_violation where rule_id = 'mediator_not_on_roster'")

    assert mediator == "郝不在册"
    assert values == "on_day=2023-04-20"


def test_the_words_of_every_rule_stand_beside_what_breaks_it(samples: Warehouse) -> None:
    """The published table of rules has each declared one, with its sentence and its severity."""
    declared = {(rule.id, rule.severity, rule.sentence) for rule in load().rules.values()}

    assert set(samples.rows("select rule_id, severity, sentence from rule")) == declared
