"""Two records are the same when the first alternative of identity that is filled on both is equal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warehouse.meeting import Meeting, Record, is_same, meet

RECORDS = st.lists(st.tuples(*[st.sampled_from([None, "x", "y"])] * 3), max_size=12)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("n1", "p", "u"), ("n1", "q", "v"), True),  # the number decides
        (("n1", "p", "u"), ("n2", "p", "u"), False),  # and goes before all others
        ((None, "p", "u"), ("n2", "p", "v"), True),  # filled on one side only: the next one decides
        ((None, "p", "u"), (None, "q", "u"), False),  # other parties, whatever the rest
        ((None, None, "u"), (None, "q", "u"), True),
        ((None, None, None), (None, None, None), False),  # nothing is known of either
    ],
)
def test_the_strongest_alternative_filled_on_both_decides(one: Record, other: Record, same: bool) -> None:  # noqa: FBT001 -- a column of the table above
    """Whichever record is asked first."""
    assert is_same(one, other) is same
    assert is_same(other, one) is same


@given(live=RECORDS, later=RECORDS)
def test_every_record_is_counted_once(live: list[Record], later: list[Record]) -> None:
    """What is kept and what is lost make the live records, what is kept and what is new the later ones; nothing is below zero."""
    found = meet(live, later)

    assert found.kept + found.lost == len(live)
    assert found.kept + found.new == len(later)
    assert min(found.kept, found.new, found.lost) >= 0


@given(records=RECORDS)
def test_a_file_keeps_its_own_known_records(records: list[Record]) -> None:
    """A file compared with itself loses only rows of which nothing is known."""
    known = [record for record in records if any(record)]

    assert meet(records, records).lost == len(records) - len(known)


def test_one_live_record_is_kept_by_one_row() -> None:
    """Two rows that look alike do not make up for one that is gone."""
    assert meet([("a",), ("b",)], [("a",), ("a",)]) == Meeting(kept=1, new=1, lost=1)
