"""The whole catalog: everything declared, read once, checked against itself."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path

from catalog.code_list import CodeList
from catalog.declarations import IDENTIFIER, read, stem_is
from catalog.duty import Duty, DutyFile, Resubmission, WorkingDays
from catalog.error import CatalogError, Fault
from catalog.extract import ExtractWords
from catalog.indicator import Indicator
from catalog.learned import NOTHING, Learned
from catalog.ledger import Ledger
from catalog.marking import MarkingWords
from catalog.owed_list import OwedWords
from catalog.page import Page
from catalog.persons import PersonWords
from catalog.problem import RULES_PAGE, Finding, ProblemCode, ProblemFile, Refusal
from catalog.receipt import ReceiptWords
from catalog.report import Report
from catalog.rule import Rule
from catalog.unit import Unit, UnitFile, Units
from catalog.wording import Wording

HOME = Path(__file__).parent


@dataclass(frozen=True)
class Catalog:
    """Everything declared."""

    home: Path
    units: Units
    codes: dict[str, CodeList]
    ledgers: dict[str, Ledger]
    duties: tuple[Duty, ...]
    resubmission: Resubmission
    working_days: WorkingDays
    indicators: dict[str, Indicator]
    rules: dict[str, Rule]
    reports: dict[str, Report]
    page: Page
    words: ProblemFile
    wording: Wording
    persons: PersonWords
    receipt: ReceiptWords
    marking: MarkingWords
    owed_list: OwedWords
    extract: ExtractWords
    learned: Learned = NOTHING

    def having(self, learned: Learned) -> "Catalog":
        """The catalog with what was learned since it was written."""
        if learned == self.learned:
            return self
        return replace(self, ledgers={name: learned.added_to(ledger) for name, ledger in self.ledgers.items()}, learned=learned)

    @property
    def problems(self) -> dict[str, ProblemCode]:
        """What can be wrong with a file that is read."""
        return self.words.problems

    @property
    def refusals(self) -> dict[str, Refusal]:
        """Why a file may not be read."""
        return self.words.refusals

    def finding(self, code: str) -> Finding:
        """What stands over a problem code, or over a rule between ledgers."""
        if (rule := self.rules.get(code)) is not None:
            return Finding(title=rule.title, where="cell" if rule.field or rule.field_by_row else "row", page=self.words.page(RULES_PAGE))
        problem = self.problems[code]
        return Finding(title=problem.title, where=problem.where, page=self.words.page(problem.page))

    @cached_property
    def owed(self) -> tuple[Duty, ...]:
        """The duties whose ledger is declared; the others wait for their declaration."""
        return tuple(duty for duty in self.duties if duty.ledger in self.ledgers)

    def duty_of(self, ledger: str) -> Duty | None:
        """Who owes a ledger, and how often; None when nobody does."""
        return next((duty for duty in self.duties if duty.ledger == ledger), None)

    @cached_property
    def fingerprint(self) -> str:
        """The hash of all declarations."""
        return fingerprint(self.home)

    def reading_fingerprint(self, ledger: str) -> str:
        """The hash of what a reading of one ledger depends on: the ledger, codes and units, the wording, how often it is owed, how each problem weighs."""
        used = [f"ledgers/{ledger}.yml", "wording.yml", "persons.yml", *(f"codes/{c.codes}.yml" for c in self.ledgers[ledger].columns.values() if c.codes)]
        files = digest([self.home / name for name in used] + sorted((self.home / "units").glob("*.yml")))
        weights = ",".join(f"{code}={problem.severity}" for code, problem in sorted(self.problems.items()))
        weights += "".join(f" {duty.every} {','.join(duty.as_of)}" for duty in self.duties if duty.ledger == ledger)
        learned = self.learned.of(ledger)
        more = f" {learned}" if learned != NOTHING else ""
        return hashlib.sha256(f"{files} {weights}{more}".encode()).hexdigest()[:16]


def declared_files(home: Path = HOME) -> list[Path]:
    """Every declaration, in one order."""
    return sorted(home.rglob("*.yml"))


def digest(files: list[Path]) -> str:
    """One hash over the names and bytes of files."""
    total = hashlib.sha256()
    for file in sorted(set(files)):
        total.update(file.name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()[:16]


def fingerprint(home: Path = HOME) -> str:
    """The hash of all declarations, without reading them as YAML: cheap enough for each look for news."""
    return digest(declared_files(home))


@cache
def load(home: Path = HOME) -> Catalog:
    """Read and check the whole catalog. CatalogError lists every fault with file, line, key and remedy."""
    duties = read(home / "duties.yml", DutyFile)
    catalog = Catalog(
        home=home,
        units=Units(tuple(unit for file in sorted((home / "units").glob("*.yml")) for unit in flat(read(file, UnitFile)))),
        codes={file.stem: read(file, CodeList) for file in sorted((home / "codes").glob("*.yml"))},
        ledgers={file.stem: read(file, Ledger) for file in sorted((home / "ledgers").glob("*.yml"))},
        duties=duties.duties,
        resubmission=duties.resubmission,
        working_days=read(home / "working_days.yml", WorkingDays),
        indicators={file.stem: read(file, Indicator) for file in sorted((home / "indicators").glob("*.yml"))},
        rules={file.stem: read(file, Rule) for file in sorted((home / "rules").glob("*.yml"))},
        reports={file.stem: read(file, Report) for file in sorted((home / "reports").glob("*.yml"))},
        page=read(home / "page.yml", Page),
        words=read(home / "problems.yml", ProblemFile),
        wording=read(home / "wording.yml", Wording),
        persons=read(home / "persons.yml", PersonWords),
        receipt=read(home / "receipt.yml", ReceiptWords),
        marking=read(home / "marking.yml", MarkingWords),
        owed_list=read(home / "owed_list.yml", OwedWords),
        extract=read(home / "extract.yml", ExtractWords),
    )
    faults = list(contradictions(catalog))
    if faults:
        raise CatalogError(faults)
    return catalog


@cache
def load_having(home: Path, learned: Learned) -> Catalog:
    """The catalog with what was learned since it was written, made once in a process however many files it reads."""
    return load(home).having(learned)


def flat(file: UnitFile) -> Iterator[Unit]:
    """A reporting unit and its townships as units of one list."""
    yield Unit.model_validate(file.model_dump(exclude={"townships"}))
    yield from (township.model_copy(update={"parent": township.parent or file.code}) for township in file.townships)


def contradictions(catalog: Catalog) -> Iterator[Fault]:
    """What single files cannot know: names that lead nowhere."""
    for folder, entries in (
        ("codes", catalog.codes),
        ("ledgers", catalog.ledgers),
        ("indicators", catalog.indicators),
        ("rules", catalog.rules),
        ("reports", catalog.reports),
    ):
        for stem, entry in entries.items():
            yield from stem_is(catalog.home / folder / f"{stem}.yml", entry.id)
    yield from unit_contradictions(catalog)
    for ledger in catalog.ledgers.values():
        yield from ledger_contradictions(catalog, ledger)
    for indicator in catalog.indicators.values():
        for ledger_id in indicator.ledgers:
            if ledger_id not in catalog.ledgers:
                yield Fault(catalog.home / f"indicators/{indicator.id}.yml", 1, "ledgers", f"{ledger_id!r} is not declared", "name a ledger of catalog/ledgers")
    yield from undeclared_figures(catalog, "page.yml", (figure.indicator for figure in catalog.page.figures))
    for area in catalog.page.areas:
        if not any(unit.code == area.unit for unit in catalog.units):
            yield Fault(catalog.home / "page.yml", 1, "areas", f"{area.unit!r} is not declared", "name a unit of catalog/units")
    yield from rule_contradictions(catalog)
    for report in catalog.reports.values():
        yield from report_contradictions(catalog, report)


def unit_contradictions(catalog: Catalog) -> Iterator[Fault]:
    """Units that hang on nothing, and codes declared twice for one day."""
    seen: dict[str, Unit] = {}
    for unit in catalog.units:
        file = catalog.home / f"units/{unit.parent if unit.level == 'township' else unit.code}.yml"
        if unit.parent is not None and unit.parent not in catalog.units.by_code:
            yield Fault(file, 1, unit.code, f"its parent {unit.parent!r} is no unit", "name the code of a declared unit")
        twin = seen.setdefault(unit.code, unit)
        if twin is not unit and twin.holds_on(unit.since):
            yield Fault(file, 1, unit.code, "is declared twice for the same days", "end the earlier one with `until`, or correct the code")


def rule_contradictions(catalog: Catalog) -> Iterator[Fault]:
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


def undeclared_figures(catalog: Catalog, file: str, indicators: Iterable[str]) -> Iterator[Fault]:
    """Indicators that a file shows and nobody declares."""
    for indicator in indicators:
        if indicator not in catalog.indicators:
            yield Fault(catalog.home / file, 1, "figures", f"{indicator!r} is not declared", "name an indicator of catalog/indicators")


def report_contradictions(catalog: Catalog, report: Report) -> Iterator[Fault]:
    """Figures that nobody declares, and heads over figures that rest on other ledgers."""
    file = f"reports/{report.id}.yml"
    yield from undeclared_figures(catalog, file, (figure.indicator for figure in report.figures))
    for group in report.groups:
        named = [catalog.indicators[figure.indicator] for figure in group.figures if figure.indicator in catalog.indicators]
        if len({frozenset(indicator.ledgers) for indicator in named}) > 1:
            yield Fault(catalog.home / file, 1, group.title, "its figures rest on different ledgers", "put them under heads of their own")


def ledger_contradictions(catalog: Catalog, ledger: Ledger) -> Iterator[Fault]:
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
