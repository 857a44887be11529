"""After a run, what is wrong between files of the samples is found: at its cell where there is one, else at the record or the return."""

import csv
from collections.abc import Iterator

import pytest

from tests.end_to_end.city import EXPECTED, City

RULES = {
    "open_disappeared": "open_dispute_disappeared",
    "mediator_not_on_roster": "mediator_not_on_roster",
    "roster_count_mismatch": "roster_counts_differ",
    "case_not_found": "claim_without_case",
}
LATER = ("发放明细", "回访登记表", "培训宣传表彰")  # files of ledgers that are not declared yet


def labels() -> Iterator[dict[str, str]]:
    """What is wrong between files on purpose, of the declared ledgers."""
    with (EXPECTED / "problems.csv").open(encoding="utf-8-sig", newline="") as lines:
        yield from (label for label in csv.DictReader(lines) if label["scope"] == "cross" and not any(word in label["file"] for word in LATER))


IN_CELLS = [label for label in labels() if label["cell"]]


def test_five_labels_are_looked_for() -> None:
    """Three at their cells, one dispute that is gone, one return that is late."""
    assert len(IN_CELLS) == 3
    assert sorted(label["kind"] for label in labels() if not label["cell"]) == ["late", "open_disappeared"]


@pytest.mark.parametrize("label", IN_CELLS, ids=lambda label: label["kind"])
def test_what_is_wrong_in_a_cell_is_found_at_that_cell(city: City, label: dict[str, str]) -> None:
    """From the violation down to file, sheet and cell."""
    ((key, field, severity),) = city.query(f"select violation_key, field, severity from fct_violation where rule_id = '{RULES[label['kind']]}'")
    (source,) = city.ask("trace", "fct_violation", key)["sources"]
    (cell,) = [cell["cell"] for cell in source["cells"] if cell["field"] == field]

    assert (source["file"], source["sheet"], cell, severity) == (label["file"], label["sheet"], label["cell"], label["severity"])


def test_an_open_dispute_that_is_gone_is_found_in_the_return_it_is_missing_from(city: City) -> None:
    """Its address is the row of April where it last stood."""
    ((key, unit, period, severity),) = city.query(
        "select violation_key, unit_code, period, severity from fct_violation where rule_id = 'open_dispute_disappeared'"
    )
    (source,) = city.ask("trace", "fct_violation", key)["sources"]
    (label,) = [label for label in labels() if label["kind"] == "open_disappeared"]

    assert (unit, period, severity, source["file"]) == ("150203", "2023-05", label["severity"], label["see_also"])


def test_a_late_return_is_a_row_of_the_register(city: City) -> None:
    """土默特右旗's dispute ledger of May came on 13 June; it was due on the 5th."""
    late = city.query("select unit_code, due_on, first_accepted_on from fct_return where state = 'late' and depth = 'file' and ledger = 'dispute'")

    assert late == [["150221", "2023-06-05", "2023-06-13"]]


def test_nothing_else_breaks_a_rule(city: City) -> None:
    """One record for each label, and not one more."""
    assert city.query("select count(*), count(distinct rule_id) from fct_violation") == [[4, 4]]
