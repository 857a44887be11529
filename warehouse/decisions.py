"""Decisions of persons: written down with who and why, and which of them count as of a moment. The latest on the same matter counts."""

from collections.abc import Iterable
from datetime import datetime

from catalog.learned import Learned, LearnedHeader, LearnedLayout
from warehouse.event import Decided, Decision, DisputeMatch, Event, Explanation, HeaderKnown, LayoutKnown, ReplacementAllowed, ReturnExempt
from warehouse.folder import Folder
from warehouse.journal import Journal

Matter = tuple[str, ...]


def decide(folder: Folder, decision: Decision, decided_at: datetime, by: str, why: str) -> Decided:
    """Write a decision down; the next run acts on it. Whether what it is about exists is the asker's to look at: it may be shown and gone again."""
    decided = Decided.of(decision, decided_at, by, why)
    Journal(folder).append(decided)
    return decided


def counting(events: Iterable[Event], as_of: datetime | None) -> list[Decided]:
    """The decisions that count as of a moment (None: all), oldest first; one on the same matter as a later one does not."""
    decided = [event for event in events if isinstance(event, Decided) and (as_of is None or event.decided_at <= as_of)]
    latest = {matter(one.decision): one for one in sorted(decided, key=lambda one: (one.decided_at, one.decision_id))}
    return sorted(latest.values(), key=lambda one: (one.decided_at, one.decision_id))


def matter(decision: Decision) -> Matter:
    """What a decision is about."""
    match decision:
        case ReturnExempt():
            return decision.kind, decision.unit_code, decision.ledger, decision.period
        case ReplacementAllowed():
            return decision.kind, decision.submission_id
        case DisputeMatch():
            return decision.kind, *sorted((decision.key_a, decision.key_b))
        case HeaderKnown():
            return decision.kind, decision.ledger, decision.header
        case LayoutKnown():
            return decision.kind, *decision.headers
        case Explanation():
            return decision.kind, decision.code, decision.record_key, decision.field or ""


def exemptions(decided: Iterable[Decided]) -> dict[Matter, str]:
    """Unit, ledger and period of every return that is not owed, with the reason given."""
    return {
        (one.decision.unit_code, one.decision.ledger, one.decision.period): one.why
        for one in decided
        if isinstance(one.decision, ReturnExempt) and one.decision.is_exempt
    }


def allowed(decided: Iterable[Decided]) -> frozenset[str]:
    """The submissions that may replace what is live although they waited."""
    return frozenset(one.decision.submission_id for one in decided if isinstance(one.decision, ReplacementAllowed))


def learned(decided: Iterable[Decided]) -> Learned:
    """The headers and layouts that persons approved."""
    decisions = [one.decision for one in decided]
    headers = [LearnedHeader(one.ledger, one.header, one.column) for one in decisions if isinstance(one, HeaderKnown)]
    layouts = [LearnedLayout(one.ledger, one.headers) for one in decisions if isinstance(one, LayoutKnown) and one.ledger is not None]
    return Learned(tuple(headers), tuple(layouts))


def explanations(decided: Iterable[Decided]) -> list[tuple[Decided, Explanation]]:
    """The explanations that were not taken back, each with its decision."""
    return [(one, one.decision) for one in decided if isinstance(one.decision, Explanation) and one.decision.is_given]
