"""Which file counts, which replaces, adds or waits: by the order of receipt, whatever the order in which things were written down."""

import string
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.catalog import Catalog, load
from tests.warehouse.deliveries import START, Desk, Table
from warehouse.event import Decided, Event, Received, ReplacementAllowed
from warehouse.live import Standing, fold
from warehouse.note import note

CATALOG = load()
TEN = "abcdefghij"


def standings(desk: Desk, *, hour: int | None = None, catalog: Catalog = CATALOG, damaged: tuple[str, ...] = ()) -> list[Standing]:
    """The fold of what the desk took, as of some hours after the start."""
    as_of = None if hour is None else START + timedelta(hours=hour)
    return fold(desk.events, catalog, as_of, lambda file: desk.records[file], damaged)


def states(desk: Desk, *, hour: int | None = None) -> list[str]:
    """The states, in order of receipt."""
    return [standing.state for standing in standings(desk, hour=hour)]


def of_letters(*letters: str) -> Desk:
    """A desk that took files of one unit, ledger and period, an hour after another."""
    desk = Desk()
    for hour, held in enumerate(letters):
        desk.deliver(Table(held), hour=hour)
    return desk


def let_through(received: Received, *, hour: int) -> Decided:
    """A person lets a delivery replace what is live."""
    return Decided.of(ReplacementAllowed(submission_id=received.submission_id), START + timedelta(hours=hour), "王", "seen")


def test_the_first_file_is_live() -> None:
    """It met nothing: no counts, no note."""
    (only,) = standings(of_letters(TEN))

    assert (only.state, only.meeting, note(only)) == ("live", None, None)


def test_a_later_file_with_the_same_records_replaces() -> None:
    """All of the live ones and one more: the note says so with the counts."""
    thirty_three = string.ascii_letters[:33]
    first, second = standings(of_letters(thirty_three, string.ascii_letters[:34]))

    assert (first.state, second.state) == ("replaced", "live")
    assert first.replaced_by == second.received.submission_id
    assert note(second) == "replaced, 33 of 33 kept, 1 new"


@pytest.mark.parametrize(
    ("later", "state", "said"),
    [("abcdefghxy", "live", "replaced, 8 of 10 kept, 2 new, 2 lost"), ("abcdefgxyz", "added", "added, 7 of 10 there already, 3 new")],
)
def test_eight_of_ten_replace_and_seven_add(later: str, state: str, said: str) -> None:
    """The share is of the live records; the border belongs to replacing."""
    second = standings(of_letters(TEN, later))[1]

    assert (second.state, note(second)) == (state, said)


@pytest.mark.parametrize(
    ("later", "state", "said"), [("abcdefgh", "live", "replaced, 8 of 10 kept, 0 new, 2 lost"), ("abcdefg", "waits", "waits, 7 of 10 kept, 0 new, 3 lost")]
)
def test_a_correction_that_loses_too_many_waits(later: str, state: str, said: str) -> None:
    """A fifth may be lost; beyond it a person is asked, and what was live stays live."""
    desk = of_letters(TEN)
    desk.deliver(Table(later, kind="correction"), hour=1)
    first, second = standings(desk)

    assert (second.state, note(second)) == (state, said)
    assert first.state == ("replaced" if state == "live" else "live")


def test_a_person_lets_a_waiting_correction_replace() -> None:
    """From the moment of the decision on, not before."""
    desk = of_letters(TEN)
    waiting = desk.deliver(Table("abc", kind="correction"), hour=1)
    desk.events.append(let_through(waiting, hour=5))

    assert states(desk) == ["replaced", "live"]
    assert states(desk, hour=4) == ["live", "waits"]


def test_a_b_a_again_is_three_deliveries_and_the_third_counts() -> None:
    """The bytes are those of the first, but the live answer no longer rests on them."""
    desk = of_letters(TEN, TEN + "k", TEN)

    assert states(desk) == ["replaced", "replaced", "live"]


def test_the_same_bytes_are_a_duplicate_while_the_answer_rests_on_them() -> None:
    """Also when another file was added beside them; and from whatever path they come."""
    desk = of_letters(TEN, "xyz", TEN, "xyz")
    desk.deliver(Table(TEN), hour=9, path="昆都仑区/副本.xlsx")

    assert states(desk) == ["live", "added", "duplicate", "duplicate", "duplicate"]


def test_the_same_bytes_from_another_office_are_no_duplicate() -> None:
    """Each office answers for its own; the second claim is compared, and said."""
    desk = of_letters(TEN)
    desk.deliver(Table(TEN), hour=1, district="150221")

    assert states(desk) == ["replaced", "live"]


def test_what_went_back_or_could_not_be_read_replaces_nothing() -> None:
    """A returned table, a refused file, an unidentified one, and one that nobody has read yet."""
    desk = of_letters(TEN)
    desk.deliver(Table(TEN, verdict="returned"), hour=1)
    desk.refuse("secret", hour=2)
    desk.deliver(hour=3)
    desk.receive("on its way", hour=4)

    assert states(desk) == ["live", "returned", "refused", "unidentified", "unread"]


def test_a_final_version_is_a_correction_only_if_something_is_live() -> None:
    """定稿 alone is the first return; after another one it may not lose too many."""
    alone, after = Desk(), of_letters(TEN)
    alone.deliver(Table("abc", is_final_only=True), hour=0)
    after.deliver(Table("abc", is_final_only=True), hour=1)

    assert states(alone) == ["live"]
    assert states(after) == ["live", "waits"]


def test_a_return_replaces_a_nil_and_a_nil_replaces_no_return() -> None:
    """Of nothing everything is kept; a nil beside records adds nothing and takes nothing away; a nil that corrects them waits."""
    desk = Desk()
    desk.deliver(Table("", kind="nil"), hour=0)
    desk.deliver(Table(TEN), hour=1)
    desk.deliver(Table("", kind="nil"), hour=2, path="昆都仑区/又.xlsx")
    desk.deliver(Table("", kind="correction"), hour=3)

    assert states(desk) == ["replaced", "live", "added", "waits"]


def test_records_without_identity_always_add() -> None:
    """Nobody can tell them from the live ones; a correction of such waits for a person."""
    without = replace(CATALOG, ledgers={"dispute": CATALOG.ledgers["dispute"].model_copy(update={"identity": "none"})})
    desk = of_letters(TEN, TEN + "k")
    desk.deliver(Table(TEN, kind="correction"), hour=2)
    first, second, third = standings(desk, catalog=without)

    assert [first.state, second.state, third.state] == ["live", "added", "waits"]
    assert note(third) == "waits, its records cannot be told from the live ones"


def test_what_was_added_is_live_too() -> None:
    """A third file is compared with all that counts, each record once."""
    third = standings(of_letters(TEN, "abxyz", TEN + "xyz"))[2]

    assert (third.state, note(third)) == ("live", "replaced, 13 of 13 kept, 0 new")


def test_tables_of_one_file_that_answer_the_same_stand_together() -> None:
    """Two sheets of townships are one return; another period in the same file is another."""
    desk = of_letters("abcdef")
    desk.deliver(Table("abc"), Table("def"), Table("xyz", month=5), hour=1)

    assert [(one.state, note(one)) for one in standings(desk)[1:]] == [
        ("live", "replaced, 6 of 6 kept, 0 new"),
        ("live", "replaced, 6 of 6 kept, 0 new"),
        ("live", None),
    ]


def test_blocked_rows_are_no_records() -> None:
    """A row that repeats another of its file is neither kept nor lost."""
    desk = Desk()
    desk.deliver(Table("abcd!", blocked="!"), hour=0)
    desk.deliver(Table("abcde"), hour=1)

    assert note(standings(desk)[1]) == "replaced, 4 of 4 kept, 1 new"


def test_a_delivery_counts_from_its_receipt_on() -> None:
    """As of an hour later things are otherwise; a reading has no date."""
    desk = of_letters(TEN, TEN + "k")

    assert states(desk, hour=0) == ["live"]
    assert states(desk, hour=1) == ["replaced", "live"]


def test_a_damaged_reading_withholds_its_answer_and_no_other() -> None:
    """An older file must not take the place of a newer one in silence."""
    desk = of_letters(TEN, TEN + "k")
    desk.deliver(Table("xyz", month=5), hour=2)
    newest = list(desk.records)[1]

    assert [one.state for one in standings(desk, damaged=(newest,))] == ["withheld", "withheld", "live"]


def test_the_newest_reading_counts() -> None:
    """A delivery that was read again under another reader is what the new reading says."""
    desk = Desk()
    received = desk.deliver(Table(TEN, verdict="returned"), hour=0)
    desk.read(received, [Table(TEN)])

    assert states(desk) == ["live"]


FILES = st.builds(
    Table,
    letters=st.sets(st.sampled_from("abcdefgh")).map(lambda held: "".join(sorted(held))),
    kind=st.sampled_from(["return", "correction"]),
    verdict=st.sampled_from(["accepted", "accepted", "accepted", "returned"]),
)
ARRIVALS = st.lists(st.tuples(st.integers(0, 5), st.sampled_from(["甲.xlsx", "乙.xlsx"]), FILES), max_size=8)


def taken(arrivals: list[tuple[int, str, Table]]) -> Desk:
    """A desk that took them."""
    desk = Desk()
    for hour, path, table in arrivals:
        desk.deliver(table, hour=hour, path=path)
    return desk


@given(arrivals=ARRIVALS, data=st.data())
def test_any_order_of_arrival_gives_the_same(arrivals: list[tuple[int, str, Table]], data: st.DataObject) -> None:
    """The times of receipt decide, not the order of the journal."""
    desk = taken(arrivals)
    shuffled: list[Event] = data.draw(st.permutations(desk.events))

    assert fold(shuffled, CATALOG, None, lambda file: desk.records[file]) == standings(desk)


@given(arrivals=ARRIVALS)
def test_every_delivery_has_a_standing_and_one_is_live(arrivals: list[tuple[int, str, Table]]) -> None:
    """Nothing is dropped; when something was accepted, exactly one file is live, and what is replaced names one that came later."""
    found = standings(taken(arrivals))
    by_id = {standing.received.submission_id: standing for standing in found}

    assert len(by_id) == len({event.submission_id for event in taken(arrivals).events if isinstance(event, Received)})
    accepted = [standing for standing in found if standing.table and standing.table.is_accepted]
    assert sum(standing.state == "live" for standing in found) == bool(accepted)
    for standing in found:
        if standing.replaced_by:
            assert by_id[standing.replaced_by].received.received_at >= standing.received.received_at
