"""Handing out: everything that goes back to the offices after a publish, each into its own outbox, and remembered so that it is done once."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from ingest.answering.marked_copies import Found, hand_back
from ingest.answering.owed_list import write_owed_lists
from ingest.answers import write_receipts
from warehouse import answers_index, lock
from warehouse.answers_index import AnswersIndex
from warehouse.decisions import counting, explanations
from warehouse.event import Decided
from warehouse.journal import Journal
from warehouse.live import Standing
from warehouse.owed import accounts
from warehouse.run import Run
from warehouse.settings import Settings
from warehouse.violation import violations


def hand_out(run: Run, settings: Settings, standings: Sequence[Standing], version: str, published: Path) -> AnswersIndex:
    """Answer every office by a published version. lock.Busy when somebody else writes."""
    with lock.hold(run.folder, "answers"):
        before = answers_index.load(run.folder)
        found = Found(violations(published), tuple(counting(Journal(run.folder).events(), None)))
        handed_back, lists = hand_back(run, settings, standings, found, before), write_owed_lists(run, accounts(published))
        index = AnswersIndex(version, handed_back, known(found.explanations), lists)
        if index != before:
            answers_index.remember(run.folder, index)
        write_receipts(run, standings, {})
    return index


def known(decided: Iterable[Decided]) -> tuple[str, ...]:
    """The decisions that explain something."""
    return tuple(sorted(one.decision_id for one, _ in explanations(decided)))
