"""Campaigns: each day lies in one phase, and what is owed, and when it is due, follows from them."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from catalog.catalog import HOME, load
from catalog.error import CatalogError

CAMPAIGN = load().campaigns["campaign_2023"]


@pytest.mark.parametrize(
    ("day", "phase"),
    [
        (date(2023, 3, 31), None), (date(2023, 4, 1), "mobilise"), (date(2023, 4, 10), "mobilise"), (date(2023, 4, 11), "carry_out"),
        (date(2023, 12, 20), "carry_out"), (date(2023, 12, 21), "sum_up"), (date(2023, 12, 31), "sum_up"), (date(2024, 1, 1), None),
    ],
)  # fmt: skip
def test_each_day_of_the_campaign_lies_in_one_phase(day: date, phase: str | None) -> None:
    """4月上旬, 4月中旬至12月中旬, 12月下旬."""
    found = CAMPAIGN.phase(day)
    assert (found.id if found else None) == phase


@pytest.mark.parametrize(
    ("ledger", "first", "last"),
    [("dispute", "2023-04", "2023-12"), ("administrative_totals", "2023-Q2", "2023-Q4"), ("fund_budget", "2023", "2023"), ("mediator", "2023-04", "2023-12")],
)
def test_what_is_owed_in_a_campaign_follows_from_its_days(ledger: str, first: str, last: str) -> None:
    """Months, quarters and the year of its first and last day; a roster is a state on a day, its period that month."""
    duty = load().duty_of(ledger)
    assert duty
    assert (duty.first_period, duty.last_period) == (first, last)


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("campaigns/campaign_2023.yml", "first_on: 2023-04-11", "first_on: 2023-04-12", "does not begin on the day after"),
        ("campaigns/campaign_2023.yml", "last_on: 2023-12-31", "last_on: 2023-12-01", "ends before it begins"),
        ("duties.yml", "during: campaign_2023", "during: campaign_2024", "is no campaign"),
        ("duties.yml", "during: campaign_2023", "first_period: 2023-04", "name the campaign with `during`"),
        ("duties.yml", "during: campaign_2023", "first_period: 2023-Q2\n    last_period: 2023-12", "'2023-Q2' is no month"),
    ],
)
def test_a_campaign_that_does_not_hold_together_is_told(tmp_path: Path, file: str, old: str, new: str, said: str) -> None:
    """A day in no phase, a phase that runs backwards, a duty in a campaign that nobody declared, or in none."""
    home = shutil.copytree(HOME, tmp_path / "catalog", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    text = (home / file).read_text(encoding="utf-8")
    assert old in text
    (home / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    with pytest.raises(CatalogError, match=said):
        load(home)
