"""What is declared, as flat rows: for `fengqiao catalog …`, for others who map their names to ours, for the glossary."""

from dataclasses import dataclass

from catalog.catalog import Catalog
from catalog.citations import citations


@dataclass(frozen=True)
class ColumnRow:
    """One declared column of one ledger. `domain_field` is the name others know it by."""

    ledger: str
    column: str
    domain_field: str
    header: str
    aliases: tuple[str, ...]
    type: str
    unit: str | None
    codes: str | None
    privacy: str
    clause: str | None


@dataclass(frozen=True)
class UnitRow:
    """One unit with every name that leads to it."""

    code: str
    name: str
    short: str
    level: str
    kind: str
    parent: str | None
    office: str
    folder: str | None
    reports: bool
    pseudo: bool
    aliases: tuple[str, ...]
    since: str
    until: str | None


@dataclass(frozen=True)
class CodeRow:
    """One code of one list with the words that stand for it."""

    list: str
    code: str
    title: str
    aliases: tuple[str, ...]
    rolls_up_to: str | None


@dataclass(frozen=True)
class CrosswalkRow:
    """One code of one list with what stands for it in another, and what is lost."""

    list: str
    to_list: str
    code: str
    title: str
    to_code: str | None
    to_title: str | None
    loses: str
    because: str


@dataclass(frozen=True)
class IndicatorRow:
    """One indicator with its definition."""

    id: str
    title: str
    definition: str
    clause: str
    unit: str
    ledgers: tuple[str, ...]


@dataclass(frozen=True)
class RuleRow:
    """One rule between facts, in words."""

    id: str
    title: str
    ledger: str
    field: str | None
    severity: str
    sentence: str
    why: str
    clause: str
    owner: str
    since: str
    until: str | None


@dataclass(frozen=True)
class ReportRow:
    """One report with the indicators that stand in it."""

    id: str
    title: str
    every: str
    indicators: tuple[str, ...]


@dataclass(frozen=True)
class ClauseRow:
    """One clause that asks for something no indicator measures; with the ledgers, promises and rules that answer it otherwise."""

    clause: str
    english: str
    sentence: str
    ledgers: tuple[str, ...]
    promises: tuple[str, ...]
    rules: tuple[str, ...]


@dataclass(frozen=True)
class UncitedRow:
    """One indicator that cites a whole item or form, and no clause of it."""

    id: str
    title: str
    clause: str


@dataclass(frozen=True)
class LedgerRow:
    """One ledger: what a row of it is, who owes it, how often, and how many days after the period's end."""

    id: str
    title: str
    grain: str
    filers: tuple[str, ...]
    every: str | None
    due_days: int | None
    clause: str


def columns(catalog: Catalog, ledger: str | None = None) -> list[ColumnRow]:
    """Every declared column, of one ledger where named; KeyError when it is not declared."""
    ledgers = catalog.ledgers.values() if ledger is None else [catalog.ledgers[ledger]]
    return [
        ColumnRow(
            ledger=entry.id,
            column=name,
            domain_field=column.domain_field or name,
            header=column.title,
            aliases=column.aliases,
            type=column.type,
            unit=column.unit,
            codes=column.codes,
            privacy=column.privacy,
            clause=column.clause,
        )
        for entry in ledgers
        for name, column in entry.columns.items()
    ]


def units(catalog: Catalog) -> list[UnitRow]:
    """Every declared unit, each district followed by its townships."""
    return [
        UnitRow(
            code=unit.code,
            name=unit.name,
            short=unit.short,
            level=unit.level,
            kind=unit.kind,
            parent=unit.parent,
            office=unit.office,
            folder=unit.folder_name if unit.reports else None,
            reports=unit.reports,
            pseudo=unit.pseudo,
            aliases=unit.aliases,
            since=unit.since.isoformat(),
            until=unit.until.isoformat() if unit.until else None,
        )
        for unit in catalog.units
    ]


def codes(catalog: Catalog) -> list[CodeRow]:
    """Every code of every list."""
    return [CodeRow(entry.id, item.code, item.title, item.aliases, item.rolls_up_to) for entry in catalog.codes.values() for item in entry.items]


def crosswalks(catalog: Catalog) -> list[CrosswalkRow]:
    """Every translated code of every crosswalk, with both names."""
    return [
        CrosswalkRow(
            list=entry.of,
            to_list=entry.to,
            code=row.code,
            title=catalog.codes[entry.of].titles[row.code],
            to_code=row.to,
            to_title=catalog.codes[entry.to].titles[row.to] if row.to else None,
            loses=row.loses,
            because=row.because,
        )
        for entry in catalog.crosswalks.values()
        for row in entry.rows
    ]


def indicators(catalog: Catalog) -> list[IndicatorRow]:
    """Every indicator."""
    return [IndicatorRow(entry.id, entry.title, entry.definition, entry.clause, entry.unit, entry.ledgers) for entry in catalog.indicators.values()]


def rules(catalog: Catalog) -> list[RuleRow]:
    """Every rule between facts."""
    return [
        RuleRow(
            id=entry.id,
            title=entry.title,
            ledger=entry.ledger,
            field=entry.field,
            severity=entry.severity,
            sentence=entry.sentence,
            why=entry.why,
            clause=entry.clause,
            owner=entry.owner,
            since=entry.since.isoformat(),
            until=entry.until.isoformat() if entry.until else None,
        )
        for entry in catalog.rules.values()
    ]


def reports(catalog: Catalog) -> list[ReportRow]:
    """Every report that goes out."""
    return [ReportRow(entry.id, entry.title, entry.every, tuple(figure.indicator for figure in entry.figures)) for entry in catalog.reports.values()]


def ledgers(catalog: Catalog) -> list[LedgerRow]:
    """Every ledger with what is owed of it; nothing where it is taken as it comes."""
    return [
        LedgerRow(entry.id, entry.title, entry.grain, duty.filers if duty else (), duty.every if duty else None, duty.due_days if duty else None, entry.clause)
        for entry in catalog.ledgers.values()
        for duty in [catalog.duty_of(entry.id)]
    ]


def clauses_without_indicator(catalog: Catalog) -> list[ClauseRow]:
    """The clauses that ask for something, and that no indicator measures."""
    cited: dict[tuple[str, str], list[str]] = {}
    for citation in citations(catalog):
        cited.setdefault((citation.clause, citation.kind), []).append(citation.name)
    return [
        ClauseRow(
            clause=number,
            english=clause.english,
            sentence=clause.sentence,
            ledgers=tuple(cited.get((number, "ledger"), ())),
            promises=tuple(cited.get((number, "promise"), ())),
            rules=tuple(cited.get((number, "rule"), ())),
        )
        for number, clause in catalog.papers.clauses.items()
        if clause.asks and (number, "indicator") not in cited
    ]


def indicators_without_clause(catalog: Catalog) -> list[UncitedRow]:
    """The indicators that rest on no numbered clause."""
    return [UncitedRow(entry.id, entry.title, entry.clause) for entry in catalog.indicators.values() if entry.clause not in catalog.papers.clauses]
