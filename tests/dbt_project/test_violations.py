"""What breaks a rule between facts is found, with its address, and nothing else is."""

from catalog.catalog import load
from tests.dbt_project.building import Warehouse

ADDRESSES = "select rule_id, unit_code, period, source_sheet, source_row, field from fct_violation order by all"


def test_what_breaks_a_rule_is_found_at_its_place_and_nothing_else(samples: Warehouse) -> None:
    """One dispute of 昆都仑区 that was open in April is missing in May; 土默特右旗's that a later row may go on from waits for a person."""
    assert samples.rows(ADDRESSES) == [("open_dispute_disappeared", "150203", "2023-05", "4月台账", 7, None)]


def test_the_words_of_every_rule_stand_beside_what_breaks_it(samples: Warehouse) -> None:
    """The published table of rules has each declared one, with its sentence and its severity."""
    declared = {(rule.id, rule.severity, rule.sentence) for rule in load().rules.values()}

    assert set(samples.rows("select rule_id, severity, sentence from rule")) == declared
