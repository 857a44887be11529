"""The whole catalog: everything declared, read once, checked against itself."""

import hashlib
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path

from catalog.campaign import Campaign
from catalog.clause import Paper, Papers
from catalog.code_list import CodeList
from catalog.contradictions import contradictions
from catalog.crosswalk import Crosswalk
from catalog.declarations import read
from catalog.duty import Duty, DutyFile, Resubmission, WorkingDays
from catalog.error import CatalogError
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
from catalog.unit import UnitFile, Units
from catalog.wording import Wording

HOME = Path(__file__).parent


@dataclass(frozen=True)
class Catalog:
    """Everything declared."""

    home: Path
    units: Units
    codes: dict[str, CodeList]
    crosswalks: dict[str, Crosswalk]
    ledgers: dict[str, Ledger]
    papers: Papers
    campaigns: dict[str, Campaign]
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
    campaigns = {file.stem: read(file, Campaign) for file in sorted((home / "campaigns").glob("*.yml"))}
    catalog = Catalog(
        home=home,
        units=Units(tuple(unit for file in sorted((home / "units").glob("*.yml")) for unit in read(file, UnitFile).flat())),
        codes={file.stem: read(file, CodeList) for file in sorted((home / "codes").glob("*.yml"))},
        crosswalks={file.stem: read(file, Crosswalk) for file in sorted((home / "crosswalks").glob("*.yml"))},
        ledgers={file.stem: read(file, Ledger) for file in sorted((home / "ledgers").glob("*.yml"))},
        papers=Papers({file.stem: read(file, Paper) for file in sorted((home / "clauses").glob("*.yml"))}),
        campaigns=campaigns,
        duties=tuple(duty.over(campaigns[duty.during]) if duty.during in campaigns else duty for duty in duties.duties),
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
