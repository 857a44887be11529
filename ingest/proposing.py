"""What an unknown header may mean, and of which ledger an unknown layout may be: proposals with evidence for a person. Nothing is applied here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import islice

from catalog.catalog import Catalog
from catalog.learned import layout
from catalog.ledger import Column
from catalog.spelling import spelling
from ingest.cells import Refused, Value, filed
from ingest.checking import tables
from ingest.frame import Frame
from ingest.identifying import Delivery, Identity, identify
from ingest.judging import frame_of, header_place
from ingest.naming import name_columns
from ingest.opening import open_file
from ingest.table import FoundTable, Header
from ingest.typed import Target, read_cell

VALUES = 10  # shown as evidence
OFFERED = 3  # candidates of one header
ALIKE = 0.5  # two headers that share half of their characters in order


@dataclass(frozen=True)
class Candidate:
    """A declared column, or a ledger, that may be meant. `was`: the header under which the unit's last return stated it, now gone."""

    name: str
    title: str
    likeness: float  # of the headers, 0 to 1
    reads: float | None  # the share of the values shown that read as the column is declared; None where nothing is filed
    was: str | None = None


@dataclass(frozen=True)
class Proposal:
    """One header, or one table, that nobody declared. `ledger` and `header` are None for a table of an unknown ledger, whose `headers` are its layout."""

    file: str
    sheet: str
    cell: str | None
    ledger: str | None
    header: str | None
    headers: tuple[str, ...]
    values: tuple[str, ...]
    candidates: tuple[Candidate, ...]


def proposals(content: bytes, delivery: Delivery, catalog: Catalog, before: Mapping[str, Mapping[str, str]]) -> Iterator[Proposal]:
    """The proposals for one file. `before`: by ledger, each column that the unit's last return had, with its header then. None for a refused file.

    Values are shown as filed, of persons too: for those who may open the original.
    """
    workbook = open_file(content, delivery.path)
    if isinstance(workbook, Refused):
        return
    for found in tables(workbook, catalog)[0]:
        identity = identify(found.table, delivery, catalog)
        if identity is None:
            yield layout_proposal(found, delivery, catalog)
        else:
            frame, last = frame_of(identity, delivery, catalog), before.get(identity.ledger.id, {})
            for column in identity.naming.unknown:
                yield column_proposal(Evidence(found, column.header, identity, frame, last), delivery.path)


def headers_of(content: bytes, delivery: Delivery, catalog: Catalog) -> dict[str, dict[str, str]]:
    """By ledger, each declared column that a file states, with the header it stands under."""
    workbook = open_file(content, delivery.path)
    if isinstance(workbook, Refused):
        return {}
    identities = [identity for found in tables(workbook, catalog)[0] if (identity := identify(found.table, delivery, catalog))]
    return {one.ledger.id: {field: column.header.name for field, column in one.naming.fields.items()} for one in identities}


def column_proposal(evidence: "Evidence", file: str) -> Proposal:
    """What one unknown header may mean."""
    naming, ledger = evidence.identity.naming, evidence.identity.ledger
    return Proposal(
        file=file,
        sheet=evidence.found.table.sheet,
        cell=header_place(evidence.found.sheet, evidence.found.table, evidence.header.column).cell,
        ledger=ledger.id,
        header=evidence.header.name,
        headers=(),
        values=tuple(map(filed, evidence.values)),
        candidates=best(evidence.candidate(name, column) for name, column in ledger.columns.items() if name not in naming.fields and not column.read_of),
    )


@dataclass(frozen=True)
class Evidence:
    """What speaks for a meaning of an unknown header: its words, the values below it, and the layout of last time."""

    found: FoundTable
    header: Header
    identity: Identity
    frame: Frame
    before: Mapping[str, str]

    @cached_property
    def values(self) -> tuple[Value, ...]:
        """The first different values of the column."""
        filled = (record.values.get(self.header.column) for record in self.found.table.records)
        return tuple(islice(dict.fromkeys(value for value in filled if filed(value).strip()), VALUES))

    def candidate(self, name: str, column: Column) -> Candidate:
        """How well a declared column fits."""
        target = Target(column, self.header.unit, self.frame)
        reading = [value for value in self.values if read_cell(value, target).fault is None]
        likeness = max(alike(self.header.name, known) for known in column.headers)
        return Candidate(name, column.title, likeness, len(reading) / len(self.values) if self.values else None, self.before.get(name))


def best(candidates: Iterator[Candidate]) -> tuple[Candidate, ...]:
    """Those for which something speaks, the most likely first: a column of last time that is gone and whose values read, then a header that is alike."""
    speaking = [one for one in candidates if one.reads != 0 and (one.likeness >= ALIKE or (one.was and one.reads == 1))]
    return tuple(sorted(speaking, key=lambda one: (-one.likeness * (one.reads or ALIKE), one.was is None, one.name))[:OFFERED])


def layout_proposal(found: FoundTable, delivery: Delivery, catalog: Catalog) -> Proposal:
    """Which ledger a table may be of: those that know some of its headers."""
    headers = found.table.headers
    namings = {ledger.id: name_columns(headers, ledger, catalog.wording.units_of_measure) for ledger in catalog.ledgers.values()}
    ranked = sorted((Candidate(name, catalog.ledgers[name].title, naming.share, None) for name, naming in namings.items()), key=lambda one: -one.likeness)
    return Proposal(
        file=delivery.path,
        sheet=found.table.sheet,
        cell=header_place(found.sheet, found.table, headers[0].column).cell if headers else None,
        ledger=None,
        header=None,
        headers=layout(header.name for header in headers),
        values=tuple(header.name for header in headers),
        candidates=tuple(one for one in ranked if one.likeness > 0)[:OFFERED],
    )


def alike(one: str, other: str) -> float:
    """The share of two headers' characters that stand in both in the same order."""
    return SequenceMatcher(None, spelling(one), spelling(other), autojunk=False).ratio()
