"""The city is as large as the calibration says, and its parts add up."""

from collections import Counter
from dataclasses import replace
from math import sqrt

from catalog.catalog import load
from catalog.period import Period
from synthetic.calibration import calibration
from synthetic.city.span import Span
from synthetic.expected import expected
from tests.synthetic.small_city import PLAN, SPAN, Made

SIGMAS = 4


def test_shares_and_kinds_add_up_to_the_published_totals() -> None:
    """822 villages, 86 townships, 1197 organisations and 83 rooms; all disputes are some unit's."""
    of = calibration()

    assert sum(unit.villages for unit in of.units.values()) == 822
    assert abs(sum(unit.share for unit in of.units.values()) - 1) < 1e-9
    assert 822 + 85 + sum(kind.count or 0 for kind in of.committees.values()) == of.a_year["committee"]
    assert abs(sum(of.types.values()) - 1) < 0.02


def test_counts_lie_within_what_the_calibration_lets_expect(small: Made) -> None:
    """Within four standard deviations, in a city so small that chance is seen."""
    should = expected(PLAN, calibration(), load().units).ledgers
    found = Counter(str(row["record"]) for row in small.truth("dispute") if SPAN.first.start <= row["screened_on"] <= SPAN.last.end)  # type: ignore[operator]

    assert abs(len(found) - should["dispute"]) < SIGMAS * sqrt(should["dispute"])
    for name in ("committee", "mediator", "screening_round", "mediation_case"):
        assert 0.85 < small.city.counts[name] / should[name] < 1.15, name


def test_the_city_at_its_own_scale_is_expected_as_published() -> None:
    """1197 organisations and 83 rooms, 4397 mediators, 43 800 rounds a year."""
    of = calibration()
    should = expected(replace(PLAN, scale=1, span=Span(Period.parse("2023-01"), Period.parse("2023-12"))), of, load().units).ledgers

    for name in ("committee", "mediator", "screening_round", "dispute"):
        assert abs(should[name] / of.a_year[name] - 1) < 0.01, name


def test_every_village_screens_every_week_and_every_township_every_month(small: Made) -> None:
    """One round per week that the month has of the village's day."""
    rounds = small.truth("screening_round")
    villages = Counter((row["township_code"], row["village_text"], row["period"]) for row in rounds if row["village_text"])
    townships = Counter((row["township_code"], row["period"]) for row in rounds if not row["village_text"])

    assert set(villages.values()) <= {4, 5}
    assert set(townships.values()) <= {1, 2}  # in the quarter's last month one of them is the district's


def test_hard_types_take_longer(small: Made) -> None:
    """Grave cases end later than simple ones."""
    days: dict[str, list[int]] = {}
    for row in small.truth("mediation_case"):
        if row["closed_on"]:
            days.setdefault(str(row["difficulty_code"]), []).append((row["closed_on"] - row["accepted_on"]).days)  # type: ignore[operator]

    assert sum(days["L3"]) / len(days["L3"]) > 2 * sum(days["L1"]) / len(days["L1"])
