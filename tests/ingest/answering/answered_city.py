"""A city whose offices are answered: what is new is taken in, then everything goes back to its outbox, as after a publish."""

from dataclasses import dataclass, replace

from ingest.answering.handing_out import known
from ingest.answering.marked_copies import Found, hand_back
from ingest.answers import write_receipts
from tests.ingest.offices import City
from warehouse import answers_index
from warehouse.answers_index import AnswersIndex
from warehouse.decisions import counting
from warehouse.settings import Settings
from warehouse.standings import standings
from warehouse.violation import Violation


@dataclass
class AnsweredCity(City):
    """Offices that find copies in their outboxes."""

    def answers(self, *violations: Violation) -> AnswersIndex:
        """One answer after everything that is new was taken in; `violations` are what the build is said to have found."""
        self.takes_in()
        found = standings(self.journal_events(), self.catalog, None, self.folder.landing).found
        of_others = Found(violations, tuple(counting(self.journal_events(), None)))
        made = hand_back(self.run(), Settings(home=self.home), found, of_others, answers_index.load(self.folder))
        index = AnswersIndex("v", made, known(of_others.explanations))
        answers_index.remember(self.folder, index)
        write_receipts(self.run(), found, {})
        return index

    def copies(self) -> dict[str, bytes]:
        """The workbooks in all outboxes."""
        return {file.relative_to(self.folder.outbox).as_posix(): file.read_bytes() for file in sorted(self.folder.outbox.rglob("*.xlsx"))}

    def violation(self, **changes: object) -> Violation:
        """A record of the last delivery that breaks a rule between facts."""
        made = Violation(
            rule_id="open_dispute_disappeared",
            fact_key="k",
            ledger="dispute",
            unit_code="150203",
            district_code="150203",
            period="2023-05",
            submission_id=self.received()[-1].submission_id,
            sheet="Sheet",
            row=5,
            field=None,
            severity="explain",
            value_hash="0" * 32,
        )
        return replace(made, **changes)  # type: ignore[arg-type]
