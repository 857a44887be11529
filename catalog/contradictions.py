"""What single declarations cannot know of each other: names that lead nowhere, things declared twice."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from catalog.citations import citations
from catalog.crosswalk import Crosswalk
from catalog.declarations import IDENTIFIER, stem_is
from catalog.error import Fault
from catalog.indicator import Indicator
from catalog.ledger import Ledger
from catalog.report import Report
from catalog.unit import Unit

if TYPE_CHECKING:
    from catalog.catalog import Catalog


def contradictions(catalog: "Catalog") -> Iterator[Fault]:
    """Every contradiction of a catalog."""
    for folder, entries in (
        ("codes", catalog.codes),
        ("crosswalks", catalog.crosswalks),
        ("campaigns", catalog.campaigns),
        ("clauses", catalog.papers.by_id),
        ("ledgers", catalog.ledgers),
        ("indicators", catalog.indicators),
        ("rules", catalog.rules),
        ("reports", catalog.reports),
    ):
        for stem, entry in entries.items():
            yield from stem_is(catalog.home / folder / f"{stem}.yml", entry.id)
    yield from citation_contradictions(catalog)
    yield from unit_contradictions(catalog)
    for crosswalk in catalog.crosswalks.values():
        yield from crosswalk_contradictions(catalog, crosswalk)
    for ledger in catalog.ledgers.values():
        yield from ledger_contradictions(catalog, ledger)
    for indicator in catalog.indicators.values():
        yield from indicator_contradictions(catalog, indicator)
    yield from duty_contradictions(catalog)
    yield from page_contradictions(catalog)
    yield from rule_contradictions(catalog)
    for report in catalog.reports.values():
        yield from report_contradictions(catalog, report)


def duty_contradictions(catalog: "Catalog") -> Iterator[Fault]:
    """Campaigns in which something is owed, and that nobody declares."""
    for duty in catalog.duties:
        if duty.during not in (None, *catalog.campaigns):
            yield Fault(catalog.home / "duties.yml", 1, duty.ledger, f"{duty.during!r} is no campaign", "name a file of catalog/campaigns")


def citation_contradictions(catalog: "Catalog") -> Iterator[Fault]:
    """Clauses that are cited and stand in no paper."""
    for citation in citations(catalog):
        if catalog.papers.find(citation.clause) is None:
            yield no_clause(catalog.home / citation.file, citation.name, citation.clause)


def no_clause(file: Path, name: str, clause: str) -> Fault:
    """What cites a clause that stands in no paper."""
    return Fault(file, 1, name, f"{clause!r} is no clause", "cite a number of a paper in catalog/clauses")


def indicator_contradictions(catalog: "Catalog", indicator: Indicator) -> Iterator[Fault]:
    """Ledgers that an indicator rests on and nobody declares."""
    for ledger in indicator.ledgers:
        if ledger not in catalog.ledgers:
            yield Fault(catalog.home / f"indicators/{indicator.id}.yml", 1, "ledgers", f"{ledger!r} is not declared", "name a ledger of catalog/ledgers")


def page_contradictions(catalog: "Catalog") -> Iterator[Fault]:
    """Figures and units of the first page that nobody declares."""
    yield from undeclared_figures(catalog, "page.yml", (figure.indicator for figure in catalog.page.figures))
    for area in catalog.page.areas:
        if area.unit not in catalog.units.by_code:
            yield Fault(catalog.home / "page.yml", 1, "areas", f"{area.unit!r} is not declared", "name a unit of catalog/units")


def unit_contradictions(catalog: "Catalog") -> Iterator[Fault]:
    """Units that hang on nothing, codes declared twice for one day, and successors that were not there to succeed."""
    seen: dict[str, Unit] = {}
    for unit in catalog.units:
        office = catalog.units.district_of(unit) if unit.parent in (None, *catalog.units.by_code) else None
        file = catalog.home / f"units/{(office or unit).code}.yml"
        if unit.parent is not None and unit.parent not in catalog.units.by_code:
            yield Fault(file, 1, unit.code, f"its parent {unit.parent!r} is no unit", "name the code of a declared unit")
        twin = seen.setdefault(unit.code, unit)
        if twin is not unit and (twin.holds_on(unit.since) or unit.holds_on(twin.since)):
            yield Fault(file, 1, unit.code, "is declared twice for the same days", "end the earlier one with `until`, or correct the code")
        if unit.succeeded_by and unit.until and not any(heir.code == unit.succeeded_by and heir.stands_after(unit.until) for heir in catalog.units):
            yield Fault(
                file, 1, unit.code, f"{unit.succeeded_by!r} does not stand on the day after {unit.until}", "name a unit that goes on when this one ends"
            )


def crosswalk_contradictions(catalog: "Catalog", crosswalk: Crosswalk) -> Iterator[Fault]:
    """Lists and codes that nobody declares, and codes of the first list that are not translated: one that was forgotten would be dropped without a word."""
    file = catalog.home / f"crosswalks/{crosswalk.id}.yml"
    for name in (crosswalk.of, crosswalk.to):
        if name not in catalog.codes:
            yield Fault(file, 1, name, "is no code list", "name a file of catalog/codes")
    if crosswalk.of in catalog.codes and crosswalk.to in catalog.codes:
        for code in set(catalog.codes[crosswalk.of].titles) ^ set(crosswalk.by_code):
            yield Fault(file, 1, code, f"stands in {crosswalk.of} or here, not in both", "translate every code of the list, and no other")
        for row in crosswalk.rows:
            if row.to is not None and row.to not in catalog.codes[crosswalk.to].titles:
                yield Fault(file, 1, row.code, f"{row.to!r} is no code of {crosswalk.to}", "name a code of that list, or leave `to` out and say `loses: all`")


def rule_contradictions(catalog: "Catalog") -> Iterator[Fault]:
    """Rules about what is not declared, and two rules that name the records of one fact differently."""
    keys: dict[str, str] = {}
    for rule in catalog.rules.values():
        file = catalog.home / f"rules/{rule.id}.yml"
        if rule.ledger not in catalog.ledgers:
            yield Fault(file, 1, "ledger", f"{rule.ledger!r} is not declared", "name a ledger of catalog/ledgers")
        elif rule.id in catalog.problems:
            yield Fault(file, 1, "id", f"{rule.id!r} is a problem code too", "name the finding otherwise: both stand in the same answers")
        elif rule.field is not None and rule.field not in catalog.ledgers[rule.ledger].columns:
            yield Fault(file, 1, "field", f"{rule.ledger} has no column {rule.field!r}", "name a column of that ledger")
        if keys.setdefault(rule.of, rule.key) != rule.key:
            yield Fault(file, 1, "key", f"another rule names the records of {rule.of} by {keys[rule.of]}", "use the same key")


def undeclared_figures(catalog: "Catalog", file: str, indicators: Iterable[str]) -> Iterator[Fault]:
    """Indicators that a file shows and nobody declares."""
    for indicator in indicators:
        if indicator not in catalog.indicators:
            yield Fault(catalog.home / file, 1, "figures", f"{indicator!r} is not declared", "name an indicator of catalog/indicators")


def report_contradictions(catalog: "Catalog", report: Report) -> Iterator[Fault]:
    """Figures that nobody declares, and heads over figures that rest on other ledgers."""
    file = f"reports/{report.id}.yml"
    yield from undeclared_figures(catalog, file, (figure.indicator for figure in report.figures))
    for group in report.groups:
        named = [catalog.indicators[figure.indicator] for figure in group.figures if figure.indicator in catalog.indicators]
        if len({frozenset(indicator.ledgers) for indicator in named}) > 1:
            yield Fault(catalog.home / file, 1, group.title, "its figures rest on different ledgers", "put them under heads of their own")


def ledger_contradictions(catalog: "Catalog", ledger: Ledger) -> Iterator[Fault]:
    """Columns, code lists and problem codes that a ledger names and nobody declares."""
    file = catalog.home / f"ledgers/{ledger.id}.yml"
    named = [name for alternative in ledger.identity for name in alternative] if ledger.identity != "none" else []
    named += [*ledger.known_by, *(name for combined in ledger.combined for name in combined.columns)]
    named += [name for meaning in ledger.meanings for name in (meaning.beside, meaning.column)]
    named += [column.read_of for column in ledger.columns.values() if column.read_of]
    named += [preferred.column for preferred in ledger.preferred]
    named += ledger.form.columns if ledger.form else ()
    for check in ledger.checks:
        named += check.named
        if check.code not in catalog.problems:
            yield Fault(file, 1, f"checks.{check.code}", "no such problem code", "declare it in catalog/problems.yml")
    for name in named:
        if name not in ledger.columns:
            yield Fault(file, 1, name, "no such column", "name a column of this ledger")
    for name, column in ledger.columns.items():
        if not IDENTIFIER.fullmatch(name):
            yield Fault(file, 1, name, "no column name", "write lower-case letters, digits and _")
        if (column.type == "code" or column.codes) and column.codes not in catalog.codes:
            yield Fault(file, 1, f"columns.{name}.codes", f"{column.codes!r} is no code list", "name a file of catalog/codes")
        for code in column.severities:
            if code not in catalog.problems:
                yield Fault(file, 1, f"columns.{name}.severities", f"{code!r} is no problem code", "name a code of catalog/problems.yml")
