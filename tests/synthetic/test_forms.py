"""The forms can be recounted from the truth."""

from collections import defaultdict

from synthetic import words
from tests.synthetic.small_city import SPAN, Made

Key = tuple[object, object]


def summed(rows: list[dict[str, object]], column: str) -> dict[Key, int]:
    """A column's sum by unit and period."""
    total: dict[Key, int] = defaultdict(int)
    for row in rows:
        total[row["unit_code"], row["period"]] += int(str(row[column] or 0))
    return dict(total)


def counted(rows: list[dict[str, object]], day: str) -> dict[Key, int]:
    """The rows whose day lies in their own period, by unit and period."""
    found: dict[Key, int] = defaultdict(int)
    for row in rows:
        if str(row[day]).startswith(str(row["period"])):
            found[row["unit_code"], row["period"]] += 1
    return found


def test_the_form_of_cases_counts_the_cases(small: Made) -> None:
    """Cases accepted in the month, those that succeeded, the rounds: as many as the ledgers state."""
    totals, cases = small.truth("case_totals"), small.truth("mediation_case")
    accepted = counted(cases, "accepted_on")
    won = counted([case for case in cases if case["result_code"] == "R1"], "accepted_on")
    rounds = counted(small.truth("screening_round"), "screened_on")

    assert {key: count for key, count in summed(totals, "case_count").items() if count != accepted[key]} == {}
    assert {key: count for key, count in summed(totals, "success_count").items() if count != won[key]} == {}
    assert {key: count for key, count in summed(totals, "screening_count").items() if count != rounds[key]} == {}


def test_the_parts_of_the_form_of_cases_add_up(small: Made) -> None:
    """By committee, by source, by type, by form of agreement."""
    form = words.forms()
    for row in small.truth("case_totals"):
        whole = row["case_count"]
        assert sum(int(str(row[column])) for column in set(form.case_kinds.values())) == whole
        assert sum(int(str(row[column])) for column in set(form.case_types.values())) == whole
        assert int(str(row["initiative_count"])) + int(str(row["application_count"])) + int(str(row["referred_count"])) == whole
        assert int(str(row["oral_count"])) + int(str(row["written_count"])) == row["success_count"]


def test_the_form_of_screening_counts_the_disputes(small: Made) -> None:
    """Found in the month, in all levels together."""
    form = words.forms().screening
    filed = {
        (row["unit_code"], row["period"]): int(str(row["figure_text"]))
        for row in small.truth("screening_totals")
        if (row["block_text"], row["measure_text"], row["head_text"]) == (form.general, form.found, form.whole)
    }
    found = counted(small.truth("dispute"), "screened_on")

    assert {key: count for key, count in filed.items() if count != found[key]} == {}


def test_the_form_of_the_campaign_counts_since_its_first_month(small: Made) -> None:
    """May's figure is April's and May's together."""
    form = words.forms().campaign
    disputes = small.truth("dispute")
    for row in small.truth("campaign_totals"):
        if (row["block_text"], row["measure_text"]) == (form.disputes, form.found) and row["period"] == SPAN.last.code:
            own = {dispute["record"] for dispute in disputes if dispute["unit_code"] == row["unit_code"] and dispute["screened_on"] >= SPAN.first.start}  # type: ignore[operator]
            assert int(str(row["figure_text"])) == len(own)
