"""Naming columns: headers as filed become the declared columns of a ledger. A header that fits none is kept and said, never guessed."""

import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from catalog.ledger import Column, Combined, Ledger
from catalog.spelling import spelling
from ingest.checked import Problem
from ingest.problems import Facts, Place, Sentences
from ingest.table import Header
from ingest.yes_or_no import AS_DECLARED, Asked, signs_of

FOOTNOTE_MARKS = re.compile("[*＊※①-⑳]")  # required marks and footnotes that stand in a header
BRACKETED = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")


@dataclass(frozen=True)
class NamedColumn:
    """A column as filed with the declared columns it holds: one, several in one cell, or none."""

    header: Header
    fields: tuple[str, ...] = ()
    combined: Combined | None = None
    is_title: bool = False  # the header is the column's own title, not an alias
    is_ignored: bool = False  # the header is known and states nothing that is counted
    asked: Asked = AS_DECLARED


@dataclass(frozen=True)
class Naming:
    """All columns of a table under one ledger. `clashes` are columns that claim a field another column has, or has as much right to."""

    columns: tuple[NamedColumn, ...]
    clashes: dict[str, tuple[NamedColumn, ...]]

    @cached_property
    def fields(self) -> dict[str, NamedColumn]:
        """Each declared column that the table has, with its place."""
        return {field: column for column in self.columns for field in column.fields}

    @property
    def unknown(self) -> tuple[NamedColumn, ...]:
        """The columns that no declaration knows."""
        clashing = {column.header.column for columns in self.clashes.values() for column in columns}
        return tuple(column for column in self.columns if not column.fields and not column.is_ignored and column.header.column not in clashing)

    @property
    def contested(self) -> dict[str, tuple[NamedColumn, ...]]:
        """The fields that several columns claim and none gets, with those columns."""
        return {field: columns for field, columns in self.clashes.items() if field not in self.fields}

    @property
    def share(self) -> float:
        """The share of headers that the ledger declares, claimed twice or not."""
        return 1 - len(self.unknown) / len(self.columns) if self.columns else 0.0

    def absent_of(self, ledger: Ledger) -> tuple[str, ...]:
        """The declared columns that the layout lacks; contested ones are there."""
        return tuple(field for field in ledger.columns if field not in self.fields and field not in self.contested)


def name_columns(headers: tuple[Header, ...], ledger: Ledger, measures: Container[str]) -> Naming:
    """Name every header by the ledger: exactly, by alias, and without footnote marks, units and remarks in brackets."""
    claims = with_meanings([named(header, ledger, measures) for header in headers if header.name], ledger)
    clashes = {field: claiming for field in ledger.columns if len(claiming := [claim for claim in claims if field in claim.fields]) > 1}
    winners = {field: winner(claiming) for field, claiming in clashes.items()}
    return Naming(
        columns=tuple(with_second_readings(without_lost(claim, winners), ledger) for claim in claims),
        clashes={field: tuple(without_lost(claim, winners) for claim in claiming) for field, claiming in clashes.items()},
    )


def winner(claiming: list[NamedColumn]) -> NamedColumn | None:
    """Of columns that claim one field, the only one under the field's own title; None when that does not decide."""
    titled = [column for column in claiming if column.is_title]
    return titled[0] if len(titled) == 1 else None


def without_lost(claim: NamedColumn, winners: dict[str, NamedColumn | None]) -> NamedColumn:
    """The column without the fields that it claims and does not get."""
    return replace(claim, fields=tuple(field for field in claim.fields if winners.get(field, claim) is claim))


def with_meanings(claims: list[NamedColumn], ledger: Ledger) -> list[NamedColumn]:
    """The columns, each under a header that says two things taken for what it means beside the others."""
    for meaning in ledger.meanings:
        claiming = [claim for claim in claims if meaning.beside in claim.fields]
        of_header = [claim for claim in claiming if spelling(claim.header.name) == spelling(meaning.header)]
        if len(of_header) == 1 and len(claiming) > 1:
            claims = [replace(claim, fields=(meaning.column,)) if claim is of_header[0] else claim for claim in claims]
    return claims


def asked_by(header: Header, spelled: str, column: Column) -> Asked:
    """What a header asks of its column: the declared question, its opposite, or which of its words it is; and the signs that it or a hint explains."""
    return Asked(
        is_opposite=spelled in map(spelling, column.inverse),
        is_which=spelled in map(spelling, column.asks_which),
        signs=signs_of(header.hint or "") or signs_of("".join(part[0] or part[1] for part in BRACKETED.findall(spelling(header.name)))),
    )


def with_second_readings(claim: NamedColumn, ledger: Ledger) -> NamedColumn:
    """The column with the fields that are read from its cells besides: the moments of its days, the numbers of its figures."""
    besides = tuple(name for name, column in ledger.columns.items() if column.read_of in claim.fields and not claim.combined)
    return replace(claim, fields=(*claim.fields, *besides)) if besides else claim


def named(header: Header, ledger: Ledger, measures: Container[str]) -> NamedColumn:
    """The declared columns a header means, by the first of its spellings that is declared."""
    for spelled in spellings(header.name, measures):
        fields = ledger.by_header.get(spelled, ())
        if len(fields) == 1:
            column = ledger.columns[fields[0]]
            return NamedColumn(header, fields, is_title=spelled == spelling(column.title), asked=asked_by(header, spelled, column))
        if combined := ledger.combined_by_header.get(spelled):
            return NamedColumn(header, combined.columns, combined)
    return NamedColumn(header, is_ignored=not ledger.ignored_headers.isdisjoint(spellings(header.name, measures)))


def spellings(name: str, measures: Container[str]) -> Iterator[str]:
    """A header's spellings: as filed, without units in brackets, without anything in brackets."""
    bare = spelling(FOOTNOTE_MARKS.sub("", name))
    yield bare
    yield BRACKETED.sub(lambda found: "" if (found[1] or found[2]) in measures else found[0], bare)
    yield BRACKETED.sub("", bare)


def naming_problems(naming: Naming, ledger: Ledger, places: Mapping[int, Place], say: Sentences) -> Iterator[Problem]:
    """The columns that nobody declared, and those that claim what another has or has as much right to, with both headers' cells."""
    for column in naming.unknown:
        yield say.problem("unknown_column", places[column.header.column], Facts(column.header.name))
    for field, claiming in naming.clashes.items():
        losing = [column for column in claiming if field not in column.fields]
        for column in losing:
            others = [other for other in claiming if other.header.column != column.header.column]
            facts = Facts(column.header.name, ledger.columns[field].title, other=others[0].header.name)
            cells = [places[other.header.column].cell for other in others]
            yield say.problem("two_columns_one_field", replace(places[column.header.column], field=field), facts, see_also=[cell for cell in cells if cell])
