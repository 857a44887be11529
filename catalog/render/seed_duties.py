"""Seeds of what is filed, promised and counted: ledgers, duties, promises, indicators, rules."""

from catalog.catalog import Catalog
from catalog.period import Period
from catalog.render.seed_table import Seed, SeedColumn


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
            SeedColumn("short", "string", "its name where a column is narrow"),
            SeedColumn("is_stock", "boolean", "it repeats what stayed open; a unit that has not filed carries its last open entries"),
            SeedColumn("is_roster", "boolean", "a state on a day, which holds until the next one is filed"),
            SeedColumn("clause", "string", "the clause that asks for it"),
        ),
        rows=[(ledger.id, ledger.title, ledger.short, ledger.stock, ledger.id in rosters, ledger.clause) for ledger in catalog.ledgers.values()],
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
            SeedColumn("per", "string", "what it is told for: month or year"),
            SeedColumn("is_ratio", "boolean", "numerator over denominator, not the numerator alone"),
            SeedColumn("is_money", "boolean", "the numerator is in fen, the value in yuan"),
            SeedColumn("target_ratio", "decimal(9,6)", "the share that is to be reached; empty where none is set"),
            SeedColumn("target_on", "date", "the day by which"),
            SeedColumn("better", "string", "more or less; empty where neither is"),
        ),
        rows=[
            (
                *(i.id, i.title, i.definition, i.clause, i.unit, i.per, i.is_ratio, i.is_money),
                *((i.target.ratio, i.target.by) if i.target else (None, None)),
                i.better,
            )
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
