"""Explanations at the door: what can be explained in a delivery, and what was, with whether it still holds."""

from collections.abc import Iterator
from datetime import datetime

from pydantic import BaseModel, ConfigDict

from fengqiao.home import Office
from fengqiao.published import asker
from ingest.answering.explaining import explanation_of
from ingest.answering.violations import with_violations
from ingest.identifying import Delivery
from ingest.on_request import Named, check_files
from warehouse import answers_index
from warehouse.access import opens_originals
from warehouse.archive import Archive
from warehouse.decisions import counting, explanations
from warehouse.event import Explanation, Received
from warehouse.journal import Journal
from warehouse.violation import told_to

ASKED = "what is to be explained in {submission_id}"


class Explained(BaseModel):
    """An explanation as it was given; `holds`: whether it is of what stands there now, as the last run found it (null: no run has looked since)."""

    model_config = ConfigDict(frozen=True)

    unit_code: str
    ledger: str
    period: str | None
    code: str
    sheet: str | None
    cell: str | None
    text: str
    by: str
    decided_at: datetime
    holds: bool | None


def given(office: Office, ledger: str | None, period: str | None, district: str | None) -> Iterator[Explained]:
    """The explanations, of one ledger, period and district where named, oldest first."""
    index = answers_index.load(office.folder)
    for decided, one in explanations(counting(Journal(office.folder).events(), None)):
        asked = ((ledger, one.ledger), (period, one.period), (district, one.unit_code))
        if all(wanted in (None, stands) for wanted, stands in asked):
            facts = one.model_dump(include={"unit_code", "ledger", "period", "code", "sheet", "cell"})
            yield Explained(**facts, text=decided.why, by=decided.by, decided_at=decided.decided_at, holds=index.holds(decided.decision_id))


def delivery_named(office: Office, name: str) -> Received | None:
    """The last delivery from a path below the inbox, or the one whose id begins so; None where that is not one."""
    received = {event.path: event for event in Journal(office.folder).events() if isinstance(event, Received)}
    named = [event for event in received.values() if event.path == name or event.submission_id.startswith(name)]
    return named[0] if len(named) == 1 else None


def at_cell(office: Office, received: Received, sheet: str | None, cell: str) -> list[Explanation]:
    """What can be explained at a cell of a delivery. Opens the original, which is logged."""
    opens_originals(office.folder, ASKED.format(submission_id=received.submission_id), asker())
    named = Named(Delivery.of(received), Archive(office.folder).open(received.sha256))
    (checked,) = check_files([named], office.known, office.settings)
    of_it = [one for one in told_to(office.folder, received.district) if one.submission_id == received.submission_id]
    found = explanation_of(with_violations(checked, of_it, office.known), office.known, office.protector)
    return [one for problem, one in found.items() if problem.cell == cell and sheet in (None, problem.sheet)]
