"""`fengqiao catalog`: what is declared, as flat rows; and what waits to be."""

from collections.abc import Sequence
from dataclasses import asdict, astuple, fields
from typing import TYPE_CHECKING

from fengqiao import exits
from fengqiao.entry import Entry
from fengqiao.messages import catalog as said
from fengqiao.messages import help as words
from fengqiao.options import Home, Json, Ledger

if TYPE_CHECKING:
    from catalog.listing import CodeRow, ColumnRow, CrosswalkRow, IndicatorRow, LedgerRow, ReportRow, RuleRow, UnitRow
    from fengqiao.home import Office
    from ingest.proposing import Candidate, Proposal
    from warehouse.event import Received


def columns(*, ledger: Ledger = None, json: Json = False) -> int:
    """Every declared column."""
    from catalog.catalog import load
    from catalog.listing import columns as listed
    from fengqiao import named

    catalog = load()
    return answer(listed(catalog, named.ledger(catalog, ledger) if ledger else None), json=json)


def units(*, json: Json = False) -> int:
    """Every declared unit."""
    from catalog.catalog import load
    from catalog.listing import units as listed

    return answer(listed(load()), json=json)


def codes(*, json: Json = False) -> int:
    """Every declared code."""
    from catalog.catalog import load
    from catalog.listing import codes as listed

    return answer(listed(load()), json=json)


def crosswalks(*, json: Json = False) -> int:
    """Every declared crosswalk."""
    from catalog.catalog import load
    from catalog.listing import crosswalks as listed

    return answer(listed(load()), json=json)


def indicators(*, json: Json = False) -> int:
    """Every declared indicator."""
    from catalog.catalog import load
    from catalog.listing import indicators as listed

    return answer(listed(load()), json=json)


def rules(*, json: Json = False) -> int:
    """Every declared rule."""
    from catalog.catalog import load
    from catalog.listing import rules as listed

    return answer(listed(load()), json=json)


def reports(*, json: Json = False) -> int:
    """Every declared report."""
    from catalog.catalog import load
    from catalog.listing import reports as listed

    return answer(listed(load()), json=json)


def ledgers(*, json: Json = False) -> int:
    """Every declared ledger with what is owed of it."""
    from catalog.catalog import load
    from catalog.listing import ledgers as listed

    return answer(listed(load()), json=json)


def clauses(*, json: Json = False) -> int:
    """The clauses that no indicator measures, and the indicators that rest on no clause."""
    from catalog.catalog import load
    from catalog.listing import clauses_without_indicator, indicators_without_clause
    from fengqiao.answers import print_json, print_table, say

    catalog = load()
    unmeasured, unfounded = clauses_without_indicator(catalog), indicators_without_clause(catalog)
    if json:
        print_json({"clauses_without_indicator": unmeasured, "indicators_without_clause": unfounded})
        return exits.DONE
    asking = sum(clause.asks for clause in catalog.papers.clauses.values())
    say(said.CLAUSES.format(asking=asking, measured=asking - len(unmeasured), indicators=len(catalog.indicators), unfounded=len(unfounded)))
    print_table(said.CLAUSE_HEADERS, ([row.clause, row.sentence, row.ledgers, row.promises, row.rules] for row in unmeasured), said.UNMEASURED)
    if unfounded:
        print_table(said.UNFOUNDED_HEADERS, map(astuple, unfounded), said.UNFOUNDED)
    return exits.DONE


def proposals(*, home: Home = None, json: Json = False) -> int:
    """Every header and layout that waits for a person, with evidence from the originals. The access is logged."""
    from fengqiao.answers import print_json
    from fengqiao.home import standing
    from fengqiao.unknown import unknown

    office = standing(home)
    found = list(unknown(office))
    if json:
        print_json([{"submission_id": received.submission_id, **asdict(proposal)} for received, proposal in found])
    else:
        show(office, found)
    return exits.DONE


def show(office: "Office", found: "Sequence[tuple[Received, Proposal]]") -> None:
    """Each proposal with its evidence."""
    from fengqiao.answers import print_table, print_text, say

    if not found:
        say(said.NOTHING_UNKNOWN)
    for received, one in found:
        words = said.PROPOSED_COLUMN if one.ledger else said.PROPOSED_LAYOUT
        ledger = office.catalog.ledgers[one.ledger].title if one.ledger else None
        print_text(words.format(file=one.file, sheet=one.sheet, cell=one.cell, header=one.header, ledger=ledger, submission=received.submission_id))
        print_text((said.VALUES if one.ledger else said.COLUMNS_OF_LAYOUT).format(values="、".join(one.values)))
        if one.candidates:
            print_table(said.CANDIDATES, map(evidence, one.candidates))
        else:
            print_text(said.NO_CANDIDATE)


def evidence(candidate: "Candidate") -> list[object]:
    """What speaks for a candidate, as a row."""
    reads = said.NOT_FILED if candidate.reads is None else f"{candidate.reads:.0%}"
    return [candidate.name, candidate.title, f"{candidate.likeness:.0%}", reads, candidate.was or ""]


def answer(rows: "Sequence[ColumnRow | UnitRow | CodeRow | CrosswalkRow | IndicatorRow | RuleRow | ReportRow | LedgerRow]", *, json: bool) -> int:
    """Rows of one kind as JSON or as a table."""
    from fengqiao.answers import print_json, print_table

    if json:
        print_json(list(rows))
    else:
        print_table([said.HEADERS.get(field.name, field.name) for field in fields(rows[0])], map(astuple, rows))
    return exits.DONE


COMMANDS = (
    Entry("columns", columns, words.CATALOG_COLUMNS),
    Entry("units", units, words.CATALOG_UNITS),
    Entry("codes", codes, words.CATALOG_CODES),
    Entry("crosswalks", crosswalks, words.CATALOG_CROSSWALKS),
    Entry("indicators", indicators, words.CATALOG_INDICATORS),
    Entry("rules", rules, words.CATALOG_RULES),
    Entry("reports", reports, words.CATALOG_REPORTS),
    Entry("ledgers", ledgers, words.CATALOG_LEDGERS),
    Entry("clauses", clauses, words.CATALOG_CLAUSES),
    Entry("proposals", proposals, words.CATALOG_PROPOSALS),
)
