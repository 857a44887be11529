"""What was learned after the declarations were written: headers and layouts that a person approved. It is added to the ledgers and never edits them."""

from collections.abc import Iterable
from dataclasses import dataclass

from catalog.ledger import Ledger
from catalog.spelling import spelling


@dataclass(frozen=True)
class LearnedHeader:
    """A header of a ledger's tables, in one spelling, and the column it means; None: it states nothing that is counted."""

    ledger: str
    header: str
    column: str | None


@dataclass(frozen=True)
class LearnedLayout:
    """The headers, in one spelling and order, by which a table is known as one of a ledger though no word names it."""

    ledger: str
    headers: tuple[str, ...]


@dataclass(frozen=True)
class Learned:
    """All that was learned. Empty where there is no data folder to have learned anything in."""

    headers: tuple[LearnedHeader, ...] = ()
    layouts: tuple[LearnedLayout, ...] = ()

    def of(self, ledger: str) -> "Learned":
        """What was learned of one ledger: a reading depends on it."""
        return Learned(tuple(one for one in self.headers if one.ledger == ledger), tuple(one for one in self.layouts if one.ledger == ledger))

    def added_to(self, ledger: Ledger) -> Ledger:
        """The ledger with what was learned of it. What the declaration says itself outranks it; a column that is gone since is left out."""
        learned = self.of(ledger.id)
        fresh = [one for one in learned.headers if one.header not in ledger.by_header]
        columns = {
            name: column.model_copy(update={"aliases": (*column.aliases, *(one.header for one in fresh if one.column == name))})
            for name, column in ledger.columns.items()
        }
        known = {
            "columns": columns,
            "ignored": (*ledger.ignored, *(one.header for one in fresh if one.column is None)),
            "layouts": (*ledger.layouts, *(one.headers for one in learned.layouts)),
        }
        declared = {name: getattr(ledger, name) for name in Ledger.model_fields}  # made anew: what it has computed of its headers would stay in a copy
        return Ledger.model_validate(declared | known)


NOTHING = Learned()


def layout(headers: Iterable[str]) -> tuple[str, ...]:
    """The headers of a table in the form in which layouts are compared."""
    return tuple(sorted({spelling(header) for header in headers if header}))
