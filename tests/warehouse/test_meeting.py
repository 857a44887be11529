"""Two records are the same when the first alternative of identity that is filled on both is equal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warehouse.meeting import Meeting, Record, is_same, meet

IDENTITIES = st.tuples(*[st.sampled_from([None, "x", "y"])] * 3)
RECORDS = st.lists(st.builds(Record, IDENTITIES, st.sampled_from([(), (("brief_hash", "a"),)])), max_size=12)
Identity = tuple[str | None, ...]


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
def test_the_strongest_alternative_filled_on_both_decides(one: Identity, other: Identity, same: bool) -> None:  # noqa: FBT001 -- a column of the table above
    """Whichever record is asked first."""
    assert is_same(Record(one), Record(other)) is same
    assert is_same(Record(other), Record(one)) is same


@given(live=RECORDS, later=RECORDS)
def test_every_record_is_counted_once(live: list[Record], later: list[Record]) -> None:
    """What is kept and what is lost make the live records, what is kept and what is new the later ones; nothing is below zero."""
    found = meet(live, later)

    assert found.kept + found.lost == len(live)
    assert found.kept + found.new == len(later)
    assert found.unchanged + found.changed == found.kept
    assert min(found.kept, found.new, found.lost, found.changed, found.unchanged) >= 0


@given(records=RECORDS)
def test_a_file_keeps_its_own_known_records(records: list[Record]) -> None:
    """A file compared with itself loses only rows of which nothing is known."""
    known = [record for record in records if any(record.identity)]

    assert meet(records, records).lost == len(records) - len(known)


def test_one_live_record_is_kept_by_one_row() -> None:
    """Two rows that look alike do not make up for one that is gone."""
    assert meet([Record(("a",)), Record(("b",))], [Record(("a",)), Record(("a",))]) == Meeting(kept=1, new=1, lost=1)


def test_a_record_that_states_something_else_is_changed() -> None:
    """One as it was, one with another person, one that is new, one that is gone."""
    live = [Record((key,), (("responsible_person", "a"),)) for key in ("1", "2", "3")]
    later = [live[0], Record(("2",), (("responsible_person", "b"),)), Record(("4",))]
    assert meet(live, later) == Meeting(kept=2, new=1, lost=1, changed=1)
