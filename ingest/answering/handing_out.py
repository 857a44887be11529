"""Handing out: everything that goes back to the offices after a publish, each into its own outbox, and remembered so that it is done once."""

from collections.abc import Sequence
from pathlib import Path

from ingest.answering.marked_copies import hand_back
from ingest.answers import write_receipts
from warehouse import answers_index, lock
from warehouse.answers_index import AnswersIndex
from warehouse.live import Standing
from warehouse.run import Run
from warehouse.settings import Settings
from warehouse.violation import violations


def hand_out(run: Run, settings: Settings, standings: Sequence[Standing], version: str, published: Path) -> AnswersIndex:
    """Answer every office by a published version. lock.Busy when somebody else writes."""
    with lock.hold(run.folder, "answers"):
        before = answers_index.load(run.folder)
        index = AnswersIndex(version, hand_back(run, settings, standings, violations(published), before))
        if index != before:
            answers_index.remember(run.folder, index)
        write_receipts(run, standings, {})
    return index
