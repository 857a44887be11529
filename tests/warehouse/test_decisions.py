"""Of what persons decided on one matter the latest counts, as of a moment."""

from datetime import datetime, timedelta

from tests.warehouse.deliveries import START
from warehouse.decisions import allowed, counting, decide, exemptions
from warehouse.event import CHINA, Decided, Decision, DisputeMatch, ReplacementAllowed, ReturnExempt
from warehouse.folder import Folder
from warehouse.journal import Journal


def decided(decision: Decision, hour: int) -> Decided:
    """A decision, hours after the start."""
    return Decided.of(decision, START + timedelta(hours=hour), "王", f"reason {hour}")


def exempt(*, is_exempt: bool = True) -> ReturnExempt:
    """An exemption of one return."""
    return ReturnExempt(unit_code="150206", ledger="dispute", period="2023-04", is_exempt=is_exempt)


def test_an_exemption_can_be_taken_back() -> None:
    """As of each moment, what was last said."""
    events = [decided(exempt(is_exempt=False), 2), decided(exempt(), 1)]

    assert exemptions(counting(events, START + timedelta(hours=1))) == {("150206", "dispute", "2023-04"): "reason 1"}
    assert exemptions(counting(events, None)) == {}


def test_a_match_is_one_matter_whichever_key_is_named_first() -> None:
    """Two disputes matched, then parted in the other order: parted."""
    events = [decided(DisputeMatch(key_a="a", key_b="b", same=True), 1), decided(DisputeMatch(key_a="b", key_b="a", same=False), 2)]

    assert [one.decision for one in counting(events, None)] == [DisputeMatch(key_a="b", key_b="a", same=False)]


def test_other_matters_count_beside_each_other() -> None:
    """An exemption does not touch a replacement."""
    events = [decided(exempt(), 1), decided(ReplacementAllowed(submission_id="s1"), 2)]

    assert allowed(counting(events, None)) == {"s1"}
    assert len(counting(events, None)) == 2


def test_a_decision_is_journalled_with_who_and_why(folder: Folder) -> None:
    """It can be read back, word for word, with the moment in Chinese time."""
    made = decide(folder, exempt(), datetime(2023, 5, 4, 9, tzinfo=CHINA), by="王", why="合并到九原区")

    assert Journal(folder).events() == [made]
    assert '"by":"王","why":"合并到九原区"' in Journal(folder).file.read_text(encoding="utf-8")
    assert "2023-05-04T09:00:00+08:00" in Journal(folder).file.read_text(encoding="utf-8")
