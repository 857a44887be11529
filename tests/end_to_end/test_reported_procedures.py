"""Faults reported of other systems that no single file shows: they are looked for by doing what was done there."""

import os
from typing import Any

import pytest

from tests.end_to_end.city import LONG_AGO, City
from tests.ingest.offices import dispute, ledger

LATE_SEEN = "东河区/2023年/台账/4月/东河区2023年4月矛盾纠纷台账.xlsx"
DONGHE, KUNDULUN, QINGSHAN, JIUYUAN, BAOTOU = "150202", "150203", "150204", "150207", "150200"
ROUNDED = 1e-6  # published ratios have six digits


class Story:
    """A home in which files arrive that look old, and what the register said of April in the meantime."""

    def __init__(self, city: City) -> None:
        self.city = city
        self.before = self.april(DONGHE)

    def arrives(self, path: str, content: bytes) -> None:
        """A file comes with its time stamp kept, weeks old, deep in folders that look as old."""
        file = self.city.home / "inbox" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        for place in (file, *file.parents[: path.count("/")]):
            os.utime(place, (LONG_AGO, LONG_AGO))

    def april(self, unit: str) -> dict[str, Any]:
        """What the register says of a unit's dispute ledger of April."""
        owed = self.city.ask("status", "--period", "2023-04", "--ledger", "dispute")["obligations"]
        return next(row for row in owed if row["unit_code"] == unit)


@pytest.fixture(scope="module")
def story(one_good: City, tmp_path_factory: pytest.TempPathFactory) -> Story:
    """After a run over a ledger without a record among others: one with six disputes, among files that were there before."""
    story = Story(one_good.copied(tmp_path_factory.mktemp("procedures") / "data"))
    rows = [dispute(number, **{"苏木乡镇（街道）": "财神庙街道", "嘎查村（社区）": "公园路社区", "责任单位": "财神庙街道司法所"}) for number in range(1, 7)]
    story.arrives(LATE_SEEN, ledger(rows, title="东河区2023年4月矛盾纠纷排查化解工作台账"))
    story.city.run(ends=None)
    return story


def test_a_file_that_looks_weeks_old_is_seen_at_the_next_look(story: Story) -> None:
    """By its bytes and not by its time: a sensor that remembered the time of its last look saw nothing for six days."""
    assert story.before["state"] == "missing"
    assert story.april(DONGHE)["state"] == "late"  # it was first seen today, and was due in May
    assert len(story.april(DONGHE)["submission_ids"]) == 1


def test_nothing_filed_passes_nothing(story: Story) -> None:
    """A header and a signature without a record go back; neither they nor silence are complete, and the city's share is that of who filed."""
    units = f"unit_code in ('{QINGSHAN}', '{JIUYUAN}')"
    states = story.city.query(
        f"select distinct unit_code, state from fct_check_result where ledger = 'dispute' and period = '2023-04' and {units} order by all"
    )
    assert states == [[QINGSHAN, "no_data"], [JIUYUAN, "no_data"]]
    assert [story.april(unit)["state"] for unit in (QINGSHAN, JIUYUAN)] == ["returned", "missing"]
    *own, whole = (story.city.figure("responsible_named_share", unit, "2023-04") for unit in (DONGHE, KUNDULUN, BAOTOU))
    for part in ("numerator", "denominator"):
        assert whole[part] == sum(one[part] for one in own) > 6


def test_a_share_of_the_city_is_no_sum_of_shares(city: City) -> None:
    """Full-time mediators of all by mediators of all: a total line had added up the percentages of its rows."""
    whole = {row["period"]: row for row in city.ask("indicator", "full_time_share", "--unit", BAOTOU)["rows"] if row["value"] is not None}
    parts = city.ask("indicator", "full_time_share", "--unit", BAOTOU, "--by", "child")["rows"]
    assert whole
    for period, row in whole.items():
        below = [part for part in parts if part["period"] == period and part["numerator"] is not None]
        numerator, denominator = (sum(part[name] for part in below) for name in ("numerator", "denominator"))
        assert len(below) > 1
        assert (row["numerator"], row["denominator"]) == (numerator, denominator)
        assert row["value"] == pytest.approx(numerator / denominator, abs=ROUNDED)
