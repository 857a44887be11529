"""dbt seeds: units, code lists, ledgers, duties, promises and indicators as small tables, with the types of their columns."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import StringIO
from pathlib import Path

from catalog.catalog import Catalog
from catalog.period import Period
from catalog.render.rendered import Rendered, fill, header

FOLDER = Path("dbt_project/seeds")
Value = str | int | float | bool | date | Decimal | None


@dataclass(frozen=True)
class SeedColumn:
    """One column of a seed: its name, its SQL type, and what it states."""

    name: str
    type: str
    description: str


@dataclass(frozen=True)
class Seed:
    """A small table: its columns, the one or several that tell its rows apart, and the rows."""

    name: str
    source: str
    grain: str
    key: tuple[str, ...]
    columns: tuple[SeedColumn, ...]
    rows: Sequence[tuple[Value, ...]]


def render(catalog: Catalog) -> Iterator[Rendered]:
    """`<seed>.csv` and `<seed>.yml` for every seed."""
    for make in (units, code_items, ledgers, duties, promises, indicators, indicator_ledgers, page_figures, return_states, papers, areas, rules):
        seed = make(catalog)
        yield Rendered(FOLDER / f"{seed.name}.csv", as_csv(seed))
        yield Rendered(FOLDER / f"{seed.name}.yml", fill("seed.yml.jinja", header=header(seed.source), seed=seed))


def as_csv(seed: Seed) -> str:
    """A seed's rows as delimited text; what is absent stands as an empty field, which dbt reads as null."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(column.name for column in seed.columns)
    writer.writerows([str(value).lower() if isinstance(value, bool) else value for value in row] for row in seed.rows)
    return text.getvalue()


def units(catalog: Catalog) -> Seed:
    """Every declared unit while it was so."""
    return Seed(
        name="unit",
        source="units",
        grain="One declared version of a unit",
        key=("unit_code", "since_on"),
        columns=(
            SeedColumn("unit_code", "string", "the unit's code; 150200 is the whole city, 150200-BJ its own office"),
            SeedColumn("name", "string", "its full name"),
            SeedColumn("short_name", "string", "its short name"),
            SeedColumn("level", "string", "city, district or township"),
            SeedColumn("kind", "string", "what kind of division it is"),
            SeedColumn("parent_code", "string", "the unit it lies in"),
            SeedColumn("is_reporting", "boolean", "it files returns"),
            SeedColumn("is_pseudo", "boolean", "a functional area, no statutory division"),
            SeedColumn("since_on", "date", "first day of this version"),
            SeedColumn("until_on", "date", "last day of this version; empty while it is in force"),
        ),
        rows=[(u.code, u.name, u.short or None, u.level, u.kind, u.parent, u.reports, u.pseudo, u.since, u.until) for u in catalog.units],
    )


def code_items(catalog: Catalog) -> Seed:
    """Every code of every list; one flag for each group that any of them is in, absent where the list does not know the group."""
    items = [(code_list, item) for code_list in catalog.codes.values() for item in code_list.items]
    groups = sorted({group for _, item in items for group in item.groups})
    known = {code_list.id: {group for item in code_list.items for group in item.groups} for code_list in catalog.codes.values()}
    return Seed(
        name="code_item",
        source="codes",
        grain="One code of one code list",
        key=("code_list", "code"),
        columns=(
            SeedColumn("code_list", "string", "the list, as in catalog/codes"),
            SeedColumn("code", "string", "the code"),
            SeedColumn("title", "string", "its name"),
            SeedColumn("rolls_up_to", "string", "the official code it is part of"),
            *(SeedColumn(f"is_{group}", "boolean", f"the code is in the group {group}; null where its list has no such group") for group in groups),
        ),
        rows=[
            (code_list.id, item.code, item.title, item.rolls_up_to, *(group in item.groups if group in known[code_list.id] else None for group in groups))
            for code_list, item in items
        ],
    )


def ledgers(catalog: Catalog) -> Seed:
    """Every declared ledger."""
    rosters = {duty.ledger for duty in catalog.owed if duty.as_of}
    return Seed(
        name="ledger",
        source="ledgers",
        grain="One declared ledger",
        key=("ledger",),
        columns=(
            SeedColumn("ledger", "string", "the ledger, as in catalog/ledgers"),
            SeedColumn("title", "string", "its name"),
            SeedColumn("is_stock", "boolean", "it repeats what stayed open; a unit that has not filed carries its last open entries"),
            SeedColumn("is_roster", "boolean", "a state on a day, which holds until the next one is filed"),
            SeedColumn("clause", "string", "the clause that asks for it"),
        ),
        rows=[(ledger.id, ledger.title, ledger.stock, ledger.id in rosters, ledger.clause) for ledger in catalog.ledgers.values()],
    )


def duties(catalog: Catalog) -> Seed:
    """What is owed of every declared ledger, and from when to when."""
    return Seed(
        name="duty",
        source="duties.yml",
        grain="One duty: a declared ledger and how often it is owed",
        key=("ledger", "since_on"),
        columns=(
            SeedColumn("ledger", "string", "the ledger that is owed"),
            SeedColumn("cadence", "string", "how often"),
            SeedColumn("first_on", "date", "first day of the first period that is owed"),
            SeedColumn("last_on", "date", "last day of the last period that is owed"),
            SeedColumn("since_on", "date", "first day of the duty"),
            SeedColumn("clause", "string", "the clause that asks for it"),
        ),
        rows=[(d.ledger, d.every, Period.parse(d.first_period).start, Period.parse(d.last_period).end, d.since, d.clause) for d in catalog.owed],
    )


def promises(catalog: Catalog) -> Seed:
    """Every promise of every ledger."""
    return Seed(
        name="promise",
        source="ledgers",
        grain="One promise of a ledger: a share that each return must reach",
        key=("ledger", "promise"),
        columns=(
            SeedColumn("ledger", "string", "the ledger that promises"),
            SeedColumn("promise", "string", "the promise; a column of the ledger's completeness grid"),
            SeedColumn("title", "string", "its name"),
            SeedColumn("sentence", "string", "what is promised, as a clerk reads it"),
            SeedColumn("at_least_ratio", "decimal(9,6)", "the share to be reached"),
            SeedColumn("severity", "string", "critical, warning or info"),
            SeedColumn("clause", "string", "the clause that asks for it"),
        ),
        rows=[(ledger.id, p.id, p.title, p.sentence, p.at_least, p.severity, p.clause) for ledger in catalog.ledgers.values() for p in ledger.promises],
    )


def indicators(catalog: Catalog) -> Seed:
    """Every declared indicator in words."""
    return Seed(
        name="indicator",
        source="indicators",
        grain="One indicator",
        key=("indicator",),
        columns=(
            SeedColumn("indicator", "string", "the indicator, as in catalog/indicators"),
            SeedColumn("title", "string", "its name"),
            SeedColumn("definition", "string", "its definition, as it stands beside the figure"),
            SeedColumn("clause", "string", "the clause that asks for it"),
            SeedColumn("unit", "string", "what is counted, or that it is a ratio"),
            SeedColumn("is_ratio", "boolean", "numerator over denominator, not the numerator alone"),
            SeedColumn("is_money", "boolean", "the numerator is in fen, the value in yuan"),
            SeedColumn("target_ratio", "decimal(9,6)", "the share that is to be reached; empty where none is set"),
            SeedColumn("target_on", "date", "the day by which"),
            SeedColumn("better", "string", "more or less; empty where neither is"),
        ),
        rows=[
            (i.id, i.title, i.definition, i.clause, i.unit, i.is_ratio, i.is_money, *((i.target.ratio, i.target.by) if i.target else (None, None)), i.better)
            for i in catalog.indicators.values()
        ],
    )


def indicator_ledgers(catalog: Catalog) -> Seed:
    """The ledgers whose returns make the coverage of each indicator."""
    return Seed(
        name="indicator_ledger",
        source="indicators",
        grain="One ledger that an indicator rests on",
        key=("indicator", "ledger"),
        columns=(
            SeedColumn("indicator", "string", "the indicator"),
            SeedColumn("ledger", "string", "a ledger whose returns make its coverage"),
        ),
        rows=[(indicator.id, ledger) for indicator in catalog.indicators.values() for ledger in indicator.ledgers],
    )


def page_figures(catalog: Catalog) -> Seed:
    """The figures of the first page."""
    return Seed(
        name="page_item",
        source="page.yml",
        grain="One figure of the first page",
        key=("indicator",),
        columns=(
            SeedColumn("indicator", "string", "the indicator"),
            SeedColumn("title", "string", "its name on the page"),
            SeedColumn("place", "integer", "its place, from 1"),
            SeedColumn("adds_up", "boolean", "its months add up to the year so far"),
            SeedColumn("is_ranked", "boolean", "units are ranked by it"),
            SeedColumn("good_from", "decimal(9,6)", "where it is good; empty where it has no lamp"),
            SeedColumn("watch_from", "decimal(9,6)", "where it is to be watched; beyond, it warns"),
            SeedColumn("ranked_from_ratio", "decimal(9,6)", "the share of its returns that a unit must have filed to be ranked"),
        ),
        rows=[
            (f.indicator, f.title, place, f.adds_up, f.ranked, *((f.lamp.good, f.lamp.watch) if f.lamp else (None, None)), catalog.page.ranked_from)
            for place, f in enumerate(catalog.page.figures, start=1)
        ],
    )


def return_states(catalog: Catalog) -> Seed:
    """How the states of a return are shown."""
    return Seed(
        name="return_state",
        source="page.yml",
        grain="One state of a return",
        key=("state",),
        columns=(
            SeedColumn("state", "string", "the state, as in fct_return"),
            SeedColumn("title", "string", "its name"),
            SeedColumn("mark", "string", "one character for it"),
            SeedColumn("weight", "integer", "how heavily it weighs where several stand together"),
        ),
        rows=[(s.state, s.title, s.mark, s.weight) for s in catalog.page.states],
    )


def papers(catalog: Catalog) -> Seed:
    """What clauses are clauses of."""
    return Seed(
        name="page_paper",
        source="page.yml",
        grain="One paper that clauses name",
        key=("paper",),
        columns=(SeedColumn("paper", "string", "the first word of a clause"), SeedColumn("title", "string", "its name")),
        rows=[(paper.paper, paper.title) for paper in catalog.page.papers],
    )


def areas(catalog: Catalog) -> Seed:
    """The schematic map."""
    return Seed(
        name="page_area",
        source="page.yml",
        grain="One unit on the schematic map",
        key=("unit_code",),
        columns=(SeedColumn("unit_code", "string", "the unit"), SeedColumn("area", "string", "its first row and column and those it ends before")),
        rows=[(a.unit, f"{a.row} / {a.column} / {a.row + a.rows} / {a.column + a.columns}") for a in catalog.page.areas],
    )


def rules(catalog: Catalog) -> Seed:
    """Every declared rule in words."""
    return Seed(
        name="rule",
        source="rules",
        grain="One rule",
        key=("rule_id",),
        columns=(
            SeedColumn("rule_id", "string", "the rule, as in catalog/rules"),
            SeedColumn("title", "string", "its name"),
            SeedColumn("ledger", "string", "the ledger in which it is put right"),
            SeedColumn("severity", "string", "block, explain or hint"),
            SeedColumn("sentence", "string", "what is wrong, as a clerk reads it"),
            SeedColumn("should_be", "string", "an example of right"),
            SeedColumn("remedy", "string", "what to do"),
            SeedColumn("why", "string", "why it must hold"),
            SeedColumn("clause", "string", "the clause that asks for it"),
            SeedColumn("owner", "string", "who answers for the rule"),
            SeedColumn("since_on", "date", "first day on which it is in force"),
            SeedColumn("until_on", "date", "last day; empty while it is in force"),
        ),
        rows=[
            (r.id, r.title, r.ledger, r.severity, r.sentence, r.should_be, r.remedy, r.why, r.clause, r.owner, r.since, r.until) for r in catalog.rules.values()
        ],
    )
